/** Slides are read from the last row: sizes on the screen, and nothing that leaves it or lies on something else. */
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { waitForState } from './figure.ts'
import { useSite } from './site.ts'
import { heading, lecture, options, place, shown, stand } from './slides.ts'

const site = useSite()

/** Every text on the stage that is seen: its size on the screen, and where it lies. */
const texts = (page: Page) =>
  page.evaluate(() => {
    const stage = document.querySelector<HTMLElement>('[data-stage]')!
    const zoom = Number(stage.style.zoom)
    const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT)
    const found: { text: string; size: number; foot: boolean; inside: boolean }[] = []
    while (walker.nextNode()) {
      const node = walker.currentNode as Text
      const parent = node.parentElement!
      if (!node.data.trim() || !parent.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        continue
      if (parent.closest('.sr')) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const { left, right, top, bottom } = range.getBoundingClientRect()
      found.push({
        text: node.data.trim(),
        size: Number.parseFloat(getComputedStyle(parent).fontSize) * zoom,
        foot: parent.closest('.slide-foot') !== null,
        inside: left >= -1 && right <= innerWidth + 1 && top >= -1 && bottom <= innerHeight + 1,
      })
    }
    return found
  })

/** Boxes of the stage that must not lie on each other. */
const overlaps = (page: Page) =>
  page.evaluate(() => {
    const boxes = [
      ...document.querySelectorAll(
        '.slide-head, .slide-foot, .slide-host[data-shown] :is(.plots, .slide-side), .opts .opt',
      ),
    ].map((element) => ({ name: element.className, box: element.getBoundingClientRect() }))
    return boxes.flatMap((a, i) =>
      boxes
        .slice(i + 1)
        .filter(
          (b) =>
            a.box.left < b.box.right - 1 &&
            b.box.left < a.box.right - 1 &&
            a.box.top < b.box.bottom - 1 &&
            b.box.top < a.box.bottom - 1,
        )
        .map((b) => `${a.name} and ${b.name}`),
    )
  })

test.each([
  ['activations', 5],
  ['initialization', 6],
  ['normalization', 5],
])('every question and every figure of %s fits its slide', async (chapter, count) => {
  const { page } = await site.open(lecture(chapter), { viewport: { width: 1920, height: 1080 } })
  for (let i = 1; i <= count; i++) {
    await options(page).first().waitFor()
    expect(await place(page)).toBe(`Figure ${i} of ${count}`)
    expect(await overlaps(page)).toEqual([])
    await page.keyboard.press('s')
    await shown(page).waitFor()
    expect(await overlaps(page)).toEqual([])
    await page.keyboard.press('n')
  }
})

test('sizes are those of the design at 1920 by 1080, and nothing leaves the screen or lies on something else', async () => {
  const { page } = await site.open(`${lecture('initialization')}#fig-sizes`, {
    viewport: { width: 1920, height: 1080 },
  })
  await options(page).first().waitFor()
  await page.keyboard.press('x')
  const asked = await texts(page)
  expect(Math.min(...asked.map(({ size }) => size))).toBeGreaterThanOrEqual(31.9)
  await page.keyboard.press('s')
  await page.keyboard.press('r')
  await waitForState(shown(page), 'done')
  await page.keyboard.press('x')
  await expect.poll(() => heading(page).getAttribute('data-key')).toBe('')
  const seen = await texts(page)
  const size = (text: string) => seen.find((one) => one.text === text)?.size ?? 0
  expect(size(await heading(page).innerText())).toBeCloseTo(82, 0)
  expect(size('Large')).toBeGreaterThanOrEqual(45.9)
  expect(size('150')).toBeGreaterThanOrEqual(39.9)
  const name = await page
    .locator('.slide-name')
    .first()
    .evaluate((one) => getComputedStyle(one).fontSize)
  expect(Number.parseFloat(name) * (1080 / 324)).toBeCloseTo(54, 0)
  for (const { text, size: px, foot } of seen)
    expect([text, px >= (foot ? 31.9 : 39.9)], `${text}: ${px} px`).toEqual([text, true])

  for (const [width, height] of [
    [1920, 1080],
    [1280, 720],
    [1440, 900],
    [1024, 768],
    [3840, 2160],
  ] as const) {
    await page.setViewportSize({ width, height })
    await expect
      .poll(() =>
        page.locator('[data-stage]').evaluate((stage) => Math.round(stage.getBoundingClientRect().width)),
      )
      .toBe(width)
    // Plots are drawn anew some frames after the stage has its size.
    await expect.poll(async () => (await texts(page)).filter(({ inside }) => !inside)).toEqual([])
    await expect.poll(() => overlaps(page)).toEqual([])
    await page.keyboard.press('p')
    expect((await texts(page)).filter(({ inside }) => !inside)).toEqual([])
    expect(await overlaps(page)).toEqual([])
    await page.keyboard.press('p')
  }
  // Canvases are as sharp as the screen.
  const sharp = () =>
    shown(page)
      .locator('canvas')
      .first()
      .evaluate((canvas: HTMLCanvasElement) => canvas.width / canvas.getBoundingClientRect().width)
  await expect.poll(sharp).toBeGreaterThan(0.98)
})

test('on a phone nothing of the dialogs is cut off', async () => {
  const { page } = await site.open(lecture('initialization'), { viewport: { width: 390, height: 844 } })
  await stand(page)
  for (const key of ['?', 'e']) {
    await page.keyboard.press(key)
    const wider = await page.getByRole('dialog').evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)
    expect(wider).toBe(0)
    await page.keyboard.press('Escape')
  }
})
