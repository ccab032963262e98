/** Steps a second of a figure on each backend, read from its own badge while it trains. */

/** Opens the figure with a backend asked for in its link, runs it for a few seconds, reads the badge. */
async function stepsPerSecond(page, widget, backend) {
  const url = new URL(page.url())
  url.searchParams.set(widget, `v=1&epochs=150&backend=${backend}`)
  await page.goto(url.href)
  const figure = page.locator(`figure[data-figure="${widget}"]`)
  await figure.scrollIntoViewIfNeeded()
  await page.locator(`[data-island="widgets/${widget}"][data-hydrated]`).waitFor()
  await figure.getByRole('combobox', { name: 'Speed' }).selectOption('all')
  await figure.getByRole('button', { name: 'Run', exact: true }).click()
  await page
    .locator(`figure[data-figure="${widget}"]:is([data-state="running"], [data-state="done"])`)
    .waitFor({ timeout: 60_000 })
  const readings = []
  for (let i = 0; i < 12; i++) {
    await page.waitForTimeout(300)
    const text = await figure.locator('.badge').innerText()
    const found = /([\d,.]+)\s*steps\/s/.exec(text)
    if (found) readings.push(Number(found[1].replaceAll(',', '')))
    if ((await figure.getAttribute('data-state')) === 'done') break
  }
  return readings.sort((a, b) => a - b)[readings.length >> 1] ?? Number.NaN
}

/**
 * @param {import('playwright').Page} page on the chapter
 * @param {import('playwright').Locator} figure
 */
export async function measureBackends(page, figure) {
  const widget = await figure.getAttribute('data-figure')
  const rows = []
  for (const backend of ['wasm', 'cpu', 'webgl'])
    rows.push({ name: backend, value: await stepsPerSecond(page, widget, backend), unit: 'steps/s' })
  return rows
}
