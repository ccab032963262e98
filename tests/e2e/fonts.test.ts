/** The book's letters may come late: until then it is read in letters of the system that take as much room. */
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { shifted } from './shift.ts'
import { chapters, useSite } from './site.ts'

const site = useSite()

test.each([
  ['Source Serif 4 Variable', 'DejaVu Serif as Source Serif', 'serif', 20],
  ['Inter Variable', 'DejaVu Sans as Inter', 'sans-serif', 15],
])('%s and %s take as much room', async (own, other, system, size) => {
  const { page } = await site.open(chapters[0]!)
  /** px: width and height of a line of the chapter's text. */
  const room = (family: string) =>
    page.evaluate(
      async ([font, height]) => {
        const line = document.createElement('p')
        const words = [...document.querySelectorAll('.prose > p')].map(({ textContent }) => textContent)
        line.textContent = words.join(' ').slice(0, 5000)
        line.style.cssText = `position:absolute;white-space:nowrap;font:400 ${height}px/normal ${font}`
        document.body.append(line)
        await document.fonts.load(`${height}px ${font}`, line.textContent)
        const { width, height: high } = line.getBoundingClientRect()
        line.remove()
        return { width, height: high }
      },
      [family, size] as const,
    )
  const [ours, theirs, unsized] = [
    await room(`'${own}'`),
    await room(`'${other}', ${system}`),
    await room(system),
  ]
  expect(Math.abs(theirs.width / ours.width - 1)).toBeLessThan(0.01)
  expect(Math.abs(theirs.height - ours.height)).toBeLessThanOrEqual(1)
  // What is measured is not the book's own: without these sizes it would be another width.
  expect(Math.abs(unsized.width / ours.width - 1)).toBeGreaterThan(0.05)
})

/** All letters are the book's own. */
const lettersThere = async (page: Page) => {
  await page.locator('html:not([data-letters])').waitFor({ state: 'attached' })
  await page.evaluate(() => document.fonts.ready.then(() => true))
  expect(await page.evaluate(() => document.fonts.check('20px "Source Serif 4 Variable"'))).toBe(true)
}

/** A page whose letters do not come before `send`, and which was painted without them. */
async function withoutLetters(address: string, viewport: { width: number; height: number }) {
  const { page } = await site.open('', { viewport })
  let send = () => {}
  const sent = new Promise<void>((resolve) => (send = resolve))
  await page.route('**/*.woff2', (route) => sent.then(() => route.continue()))
  // The head of the page waits 15 s for them (src/site/fonts.ts). A busy machine may not have come to `send` by then.
  await page.addInitScript(() => {
    const later = globalThis.setTimeout
    const patient = (work: () => void, ms?: number) => later(work, ms === 15_000 ? 600_000 : ms)
    Object.assign(globalThis, { setTimeout: patient })
  })
  // The page counts as loaded when its letters are there.
  await page.goto(site.url + address, { waitUntil: 'commit' })
  await page.locator('html[data-letters=system]').waitFor({ state: 'attached' })
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
  // On a slow machine it stands in them from its head on, and is painted before all of it has come.
  await page.waitForLoadState('domcontentloaded')
  return {
    page,
    bringLetters: () => {
      send()
      return lettersThere(page)
    },
  }
}

const screens = [
  [1440, 900],
  [1280, 900],
  [390, 844],
] as const

/** The chapters whose first screens move by 0.02 or more. `open` waits until the letters are there. */
async function restless(what: string, open: (chapter: string) => Promise<Page>): Promise<string[]> {
  const moved = new Map<string, number>()
  for (const chapter of chapters) {
    const page = await open(chapter)
    moved.set(chapter, await shifted(page))
    await page.context().close()
  }
  console.log(`${what}: ${[...moved].map(([chapter, value]) => `${chapter} ${value.toFixed(4)}`).join(', ')}`)
  return chapters.filter((chapter) => moved.get(chapter)! >= 0.02)
}

test.each(screens)('letters that come after the first paint move nothing: %i px', async (width, height) => {
  const open = async (chapter: string) => {
    const { page, bringLetters } = await withoutLetters(chapter, { width, height })
    await bringLetters()
    return page
  }
  expect(await restless(`letters that come late, ${width} px`, open)).toEqual([])
})

test.each(screens)('letters that come as fast as they can move nothing: %i px', async (width, height) => {
  const open = async (chapter: string) => {
    const { page } = await site.open(chapter, { viewport: { width, height } })
    await lettersThere(page)
    return page
  }
  expect(await restless(`letters that come at once, ${width} px`, open)).toEqual([])
})

test('who arrives far down is there at once, and stays there when the letters come', async () => {
  const { page, bringLetters } = await withoutLetters(`${chapters[0]!}#summary`, { width: 390, height: 844 })
  const top = () =>
    page.locator('#summary').evaluate((heading) => Math.round(heading.getBoundingClientRect().top))
  // At once: in the frame in which the place is there.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  expect(await top()).toBeGreaterThan(0)
  expect(await top()).toBeLessThan(200)

  // As in a browser that does not hold a text where it is, after the reader has scrolled.
  await page.evaluate(() => (document.documentElement.style.overflowAnchor = 'none'))
  const arrived = await top()
  await page.mouse.move(200, 400)
  await page.mouse.wheel(0, 60)
  await expect.poll(top).toBe(arrived - 60)
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await bringLetters()
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).not.toBe(height)
  expect(Math.abs((await top()) - (arrived - 60))).toBeLessThan(2)
})

test('canvases are drawn anew with the letters that have come', async () => {
  const microscope = 'en/initialization/#fig-microscope'
  const { page, bringLetters } = await withoutLetters(microscope, { width: 1440, height: 900 })
  await page.locator('[data-island="widgets/activation-microscope"][data-hydrated]').waitFor()
  // From now on, in which letters is anything written on a canvas?
  const fonts = await page.evaluateHandle(() => {
    const written = new Set<string>()
    const canvas = CanvasRenderingContext2D.prototype
    canvas.fillText = new Proxy(Reflect.get(canvas, 'fillText') as () => void, {
      apply(draw, context: CanvasRenderingContext2D, words) {
        written.add(context.font)
        Reflect.apply(draw, context, words)
      },
    })
    return written
  })
  const written = () => fonts.evaluate((set) => [...set].join())
  await expect.poll(written, { timeout: 20_000 }).toContain('Arial as Inter')
  expect(await written()).not.toContain('Inter Variable')
  await bringLetters()
  await expect.poll(written).toContain('Inter Variable')
})

test('where the script that brings them does not come, the letters come by themselves', async () => {
  const { page } = await site.open('')
  await page.route('**/assets/*.js', () => {})
  await page.clock.install()
  await page.goto(site.url + chapters[0]!, { waitUntil: 'commit' })
  await page.locator('.prose > p').first().waitFor()
  expect(await page.locator('html[data-letters]').count()).toBe(1)
  await page.clock.fastForward(20_000)
  await page.locator('html:not([data-letters])').waitFor({ state: 'attached' })
  await expect
    .poll(() => page.evaluate(() => document.fonts.check('20px "Source Serif 4 Variable", KaTeX_Main')))
    .toBe(true)
})
