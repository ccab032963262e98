/** The book's letters may come late: until then it is read in letters of the system that take as much room. */
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

test('letters that come after the first paint move the first screens of chapters by a line at most', async () => {
  const moved: number[] = []
  for (const chapter of chapters) {
    const { page } = await site.open('')
    let send = () => {}
    const sent = new Promise<void>((resolve) => (send = resolve))
    await page.route('**/*.woff2', (route) => sent.then(() => route.continue()))
    // The page counts as loaded when its letters are there.
    await page.goto(site.url + chapter, { waitUntil: 'commit' })
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
    send()
    await page.evaluate(() => document.fonts.ready.then(() => true))
    moved.push(await shifted(page))
    await page.context().close()
  }
  console.log(`letters that come late move: ${moved.map((value) => value.toFixed(4)).join(', ')}`)
  // A paragraph that gets a line more moves what is below it: about 0.05 of a screen.
  expect(Math.max(...moved)).toBeLessThan(0.08)
  expect(moved.filter((value) => value >= 0.02).length).toBeLessThanOrEqual(1)
})
