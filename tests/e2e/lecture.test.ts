/** The slides of a lecture in a real browser: keys, clicker, mouse, the room's guesses, the link of a slide. */
import { expect, test } from 'vitest'
import { axe } from './axe.ts'
import { waitForState } from './figure.ts'
import { useSite } from './site.ts'
import { heading, lecture, options, place, shown, stand } from './slides.ts'

const site = useSite()

test('keys walk through the deck, the address follows, and a reload comes back to the slide', async () => {
  const { page, trouble } = await site.open(lecture('initialization'))
  await stand(page)
  expect(await place(page)).toBe('Figure 1 of 6')
  await page.keyboard.press('n')
  await page.keyboard.press('n')
  await page.keyboard.press('Shift+N')
  expect(await place(page)).toBe('Figure 2 of 6')
  await page.keyboard.press('End')
  expect(await place(page)).toBe('Figure 6 of 6')
  await page.keyboard.press('Home')
  await page.keyboard.press('n')
  await expect.poll(() => new URL(page.url()).hash).toBe('#fig-clones')
  await page.reload()
  await stand(page)
  expect(await place(page)).toBe('Figure 2 of 6')
  await page.evaluate(() => (location.hash = '#4'))
  await expect.poll(() => place(page)).toBe('Figure 4 of 6')

  await page.keyboard.press('.')
  await page.locator('.slide-blank').waitFor()
  await page.keyboard.press('PageDown')
  expect([await page.locator('.slide-blank').count(), await place(page)]).toEqual([0, 'Figure 4 of 6'])
  await page.keyboard.press('d')
  await expect.poll(() => page.getAttribute('html', 'data-theme')).toBe('projector-dark')
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keys' }).waitFor()
  await page.keyboard.press('Escape')
  expect(await page.getByRole('dialog').count()).toBe(0)

  // A key that follows at once, before the browser has moved the focus from the closed dialog, is the lecture's.
  await page.keyboard.press('?')
  await page.getByRole('button', { name: 'Close' }).evaluate((button: HTMLButtonElement) => {
    button.click()
    button.dispatchEvent(new KeyboardEvent('keydown', { key: 'd', bubbles: true }))
  })
  await expect.poll(() => page.getAttribute('html', 'data-theme')).toBe('projector')
  await page.keyboard.press('?')
  await page.getByRole('button', { name: 'Close' }).evaluate(async (button: HTMLButtonElement) => {
    button.click()
    // One that opens it again comes in a task of its own, and before the frame in which the browser says that it was closed.
    await Promise.resolve()
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true }))
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
  })
  await page.getByRole('dialog', { name: 'Keys' }).waitFor()
  expect(trouble).toEqual([])
})

test('a slide that asks never shows its figure first, and S before the question leaves it out', async () => {
  const { page } = await site.open('')
  await page.addInitScript(() => {
    const early: string[] = []
    Object.assign(globalThis, { early })
    new MutationObserver(() => {
      const figure = document.querySelector<HTMLElement>('.slide-host[data-shown] figure')
      if (figure) early.push(figure.dataset['figure']!)
    }).observe(document, { subtree: true, childList: true })
  })
  await page.goto(site.url + lecture('initialization'))
  for (let i = 1; i <= 6; i++) {
    await options(page).first().waitFor()
    expect(await place(page)).toBe(`Figure ${i} of 6`)
    await page.keyboard.press('n')
  }
  expect(await page.evaluate(() => Reflect.get(globalThis, 'early') as string[])).toEqual([])

  let go = () => {}
  const held = new Promise<void>((resolve) => (go = resolve))
  await page.route(/initial-loss-.*\.js/, async (route) => {
    await held
    await route.continue()
  })
  await page.goto(`${site.url}${lecture('initialization')}?again`)
  await place(page)
  await page.keyboard.press('s')
  go()
  await shown(page).waitFor()
  expect(await options(page).count()).toBe(0)
})

test('a clicker goes from the question to the run to the next slide; the tally stays off the wall until it is locked', async () => {
  const { page } = await site.open(`${lecture('initialization')}#fig-microscope`)
  await options(page).first().waitFor()
  const ask = await heading(page).innerText()
  for (const key of ['a', 'a', 'b', 'b', 'Shift+B']) await page.keyboard.press(key)
  expect(await page.locator('.opts').innerText()).not.toMatch(/^\s*[12]\s*$/m)
  expect(await page.locator('.opt-bar').count()).toBe(0)

  await page.keyboard.press('PageDown')
  const figure = shown(page)
  await waitForState(figure, 'done')
  // The key line says what to remember, now that all have seen it.
  await expect.poll(() => heading(page).getAttribute('data-key')).toBe('')
  expect(await heading(page).innerText()).not.toBe(ask)
  await page.keyboard.press('p')
  await options(page).first().waitFor()
  expect(await page.locator('.opt-count').allInnerTexts()).toEqual(['2', '1', ''].map((n) => n || '0'))
  await page.locator('.opt[data-right]').waitFor()
  await page.keyboard.press('p')
  await page.keyboard.press('PageDown')
  expect(await place(page)).toBe('Figure 4 of 6')
})

test('mouse and touch have buttons; Space runs and pauses, arrows and dragging move the epoch line', async () => {
  const { page } = await site.open(`${lecture('initialization')}#fig-microscope`)
  await page.getByRole('button', { name: 'S skip' }).click()
  const figure = shown(page)
  await page.getByRole('button', { name: 'Space run' }).click()
  await waitForState(figure, 'done')
  const line = figure.getByRole('slider')
  const end = Number(await line.getAttribute('aria-valuenow'))
  await page.keyboard.press('ArrowLeft')
  await expect.poll(async () => Number(await line.getAttribute('aria-valuenow'))).toBeLessThan(end)
  // The plot is enlarged, and the pointer still hits: the line goes to where it is pressed.
  const box = (await figure.locator('.plot-box').first().boundingBox())!
  await page.mouse.click(box.x + box.width * 0.45, box.y + box.height * 0.5)
  const handle = (await line.boundingBox())!
  const unit = box.width / 10
  expect(Math.abs(handle.x + handle.width / 2 - (box.x + box.width * 0.45))).toBeLessThan(unit)
})

test('a button that was clicked gives Space back to the lecture; one pressed with a key keeps it', async () => {
  const { page } = await site.open(`${lecture('initialization')}#fig-microscope`)
  await options(page).first().click()
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
  // It locks and runs, and adds no second hand.
  await page.keyboard.press('Space')
  await waitForState(shown(page), 'done')
  await page.keyboard.press('p')
  expect(await page.locator('.opt-count').allInnerTexts()).toEqual(['1', '0', '0'])

  await page.getByRole('button', { name: 'P figure' }).focus()
  await page.keyboard.press('Space')
  await shown(page).waitFor()
  await page.getByRole('button', { name: 'P predict' }).waitFor()
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('P predict')
})

test('a browser that keeps the slides out of full screen is answered with a sentence', async () => {
  const { page, trouble } = await site.open(`${lecture('initialization')}#fig-microscope`)
  await options(page).first().waitFor()
  await page.keyboard.press('s')
  await page.evaluate(() => {
    Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('not granted'))
  })
  await page.keyboard.press('f')
  await expect
    .poll(() => page.locator('.slide-notice').innerText())
    .toBe('The browser did not let the slides fill the screen.')
  expect(trouble).toEqual([])
})

test('a slide starts from the state of its link', async () => {
  const { page } = await site.open(
    `${lecture('initialization')}?three-sizes=v%3D1%26seeds%3D0%2C1%26epochs%3D50#fig-sizes`,
  )
  await options(page).first().waitFor()
  await page.keyboard.press('s')
  await shown(page).waitFor()
  // The clock ends at the link's 50 epochs, not at the published 150.
  const numbers = () => shown(page).locator('.plot-box text').allTextContents()
  await expect.poll(numbers, { timeout: 30_000 }).toContain('50')
  expect(await numbers()).not.toContain('150')
})

test('axe finds nothing in either theme, on question, figure and keys', async () => {
  // Hints fade after six seconds, and half faded they cannot be read; with less motion they are there or not.
  const { page } = await site.open(`${lecture('initialization')}#fig-sizes`, { reducedMotion: 'reduce' })
  await options(page).first().waitFor()
  for (const theme of ['projector', 'projector-dark']) {
    await expect.poll(() => page.getAttribute('html', 'data-theme')).toBe(theme)
    expect(await axe(page), `${theme}, question`).toEqual([])
    await page.keyboard.press('p')
    await page.keyboard.press('r')
    await waitForState(shown(page), 'done')
    expect(await axe(page), `${theme}, figure`).toEqual([])
    await page.keyboard.press('?')
    expect(await axe(page), `${theme}, keys`).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('p')
    await page.keyboard.press('d')
  }
})
