/** The slides of a lecture in a real browser: keys, sizes, the room's guesses, and what happens when things are lost. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { waitForState } from './figure.ts'
import { useSite } from './site.ts'

const site = useSite()

const lecture = (chapter: string) => `en/${chapter}/lecture/`
const place = (page: Page) => page.locator('.slide-place').innerText()
const heading = (page: Page) => page.getByRole('heading', { level: 1 })
/** The figure that is shown, once it is there. */
const shown = (page: Page): Locator => page.locator('.slide-host[data-shown] figure')
const options = (page: Page): Locator => page.locator('.opts .opt')
const stand = (page: Page) => page.locator('.opts, .slide-host[data-shown] figure').first().waitFor()

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
  expect(new URL(page.url()).hash).toBe('#fig-clones')
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
  expect(trouble).toEqual([])
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
  expect(await heading(page).innerText()).not.toBe(ask)
  expect(await heading(page).getAttribute('data-key')).toBe('')
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

test('a figure that throws leaves the rest of the lecture standing, and can be tried again', async () => {
  const { page } = await site.open('')
  // The second slide asks for a plot that its figure does not have, until it is mended.
  await page.addInitScript(() => {
    const { parse } = JSON
    JSON.parse = (...given: Parameters<typeof parse>): unknown => {
      const value = parse(...given) as { slides?: { metrics?: string[] }[] } | null
      const slide = value?.slides?.[1]
      if (slide?.metrics) {
        const { metrics } = slide
        slide.metrics = ['nothing']
        Object.assign(globalThis, { mend: () => (slide.metrics = metrics) })
      }
      return value
    }
  })
  await page.goto(`${site.url}${lecture('initialization')}#fig-clones`)
  const trouble = page.locator('.slide-host[data-shown]').getByRole('alert')
  await trouble.waitFor()
  expect(await trouble.innerText()).toMatch(
    /^This figure cannot be shown: The slide of “clones” shows the plot of “nothing”; .* The rest of the lecture goes on\./,
  )
  await page.keyboard.press('n')
  await options(page).first().waitFor()
  expect(await place(page)).toBe('Figure 3 of 6')
  await page.keyboard.press('Shift+N')
  await trouble.waitFor()
  await page.evaluate(() => (Reflect.get(globalThis, 'mend') as () => void)())
  await trouble.getByRole('button', { name: 'Try again' }).click()
  await options(page).first().waitFor()
  expect(await place(page)).toBe('Figure 2 of 6')
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
    expect((await texts(page)).filter(({ inside }) => !inside)).toEqual([])
    expect(await overlaps(page)).toEqual([])
    await page.keyboard.press('p')
    expect((await texts(page)).filter(({ inside }) => !inside)).toEqual([])
    expect(await overlaps(page)).toEqual([])
    await page.keyboard.press('p')
  }
  // Canvases are as sharp as the screen.
  const sharp = await shown(page)
    .locator('canvas')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => canvas.width / canvas.getBoundingClientRect().width)
  expect(sharp).toBeGreaterThan(0.98)
})

describe('what is lost in mid-lecture', () => {
  const epoch = async (page: Page) =>
    Number(await shown(page).getByRole('slider').getAttribute('aria-valuenow'))

  /** The figure of three sizes as published, running, with a hold on its workers. */
  async function running() {
    const { page } = await site.open('')
    await page.addInitScript(() => {
      const made: Worker[] = []
      const Original = globalThis.Worker
      Object.assign(globalThis, {
        made,
        Worker: class extends Original {
          constructor(...given: ConstructorParameters<typeof Original>) {
            if (Reflect.get(globalThis, 'noWorkers')) throw new Error('There is no worker any more.')
            super(...given)
            made.push(this)
          }
        },
      })
    })
    // Two seeds: on a machine that is slow the recording would come by itself otherwise.
    await page.goto(`${site.url}${lecture('initialization')}?three-sizes=v%3D1%26seeds%3D0%2C1#fig-sizes`)
    await options(page).first().waitFor()
    await page.keyboard.press('Space')
    await waitForState(shown(page), 'running')
    await expect.poll(() => epoch(page), { timeout: 60_000 }).toBeGreaterThan(2)
    return page
  }
  const kill = (page: Page) =>
    page.evaluate(() => {
      for (const worker of Reflect.get(globalThis, 'made') as Worker[]) worker.terminate()
    })

  test('the worker dies: the run goes on, live or as a recording, from where it was, and says so', async () => {
    const page = await running()
    const before = await epoch(page)
    await kill(page)
    const notice = page.locator('.slide-notice')
    await expect.poll(() => notice.innerText(), { timeout: 30_000 }).toMatch(/went on with|recording/)
    expect(await epoch(page)).toBeGreaterThanOrEqual(before)
    await waitForState(shown(page), 'done')
  })

  test('the worker dies and none comes back: the recording takes over', async () => {
    const page = await running()
    const before = await epoch(page)
    await page.evaluate(() => Object.assign(globalThis, { noWorkers: true }))
    await kill(page)
    await page.locator('.slide-host[data-shown] figure[data-recording]').waitFor()
    expect(await epoch(page)).toBeGreaterThanOrEqual(before)
    expect(await page.locator('.slide-notice').innerText()).toBe(
      'Training stopped here. This is the recording of the figure.',
    )
    await waitForState(shown(page), 'done')
  })

  test('the network dies: every slide can still be shown and run', async () => {
    const { page } = await site.open(lecture('activations'), { serviceWorkers: 'block' })
    await stand(page)
    // What is fetched ahead is there when the last recording is.
    await expect
      .poll(
        () =>
          page.evaluate(
            () =>
              performance.getEntriesByType('resource').filter(({ name }) => name.includes('published'))
                .length,
          ),
        { timeout: 60_000 },
      )
      .toBeGreaterThanOrEqual(5)
    await page.waitForLoadState('networkidle')
    await page.context().setOffline(true)
    for (let i = 1; i <= 5; i++) {
      await stand(page)
      expect(await place(page)).toBe(`Figure ${i} of 5`)
      await page.keyboard.press('s')
      await shown(page).waitFor()
      await page.keyboard.press('r')
      await waitForState(shown(page), 'done')
      await page.keyboard.press('n')
    }
  })
})

test('axe finds nothing in either theme, on question, figure and keys', async () => {
  const { page } = await site.open(`${lecture('initialization')}#fig-sizes`)
  await options(page).first().waitFor()
  const violations = async () => {
    const { violations: found } = await new AxeBuilder({ page }).analyze()
    return found.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html.slice(0, 160))])
  }
  for (const theme of ['projector', 'projector-dark']) {
    expect(await page.getAttribute('html', 'data-theme')).toBe(theme)
    expect(await violations(), `${theme}, question`).toEqual([])
    await page.keyboard.press('p')
    await page.keyboard.press('r')
    await waitForState(shown(page), 'done')
    expect(await violations(), `${theme}, figure`).toEqual([])
    await page.keyboard.press('?')
    expect(await violations(), `${theme}, keys`).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('p')
    await page.keyboard.press('d')
  }
})
