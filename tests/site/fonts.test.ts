/** The script in the head of each page that asks for fonts: on a quick link, and only there. */
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { fontsScript } from '../../src/site/fonts.ts'

/** What the script does to a page whose head came after that many ms: links in its head, whose letters it stands in. */
function run(fonts: readonly string[], ms: number) {
  const links: object[] = []
  const dataset: Record<string, string> = {}
  const later: (() => void)[] = []
  runInNewContext(fontsScript(fonts), {
    performance: { now: () => ms },
    setTimeout: (work: () => void) => later.push(work),
    document: {
      head: { append: (link: object) => links.push({ ...link }) },
      createElement: () => ({}),
      documentElement: { dataset },
    },
  })
  return { links, dataset, giveUp: () => later.forEach((work) => work()) }
}

const fonts = ['../serif.woff2', '../sans.woff2']

it('asks for the fonts at once on a quick link, and waits with the letters of formulas', () => {
  const { links, dataset } = run(fonts, 60)
  expect(links).toEqual(
    fonts.map((href) => ({ rel: 'preload', as: 'font', type: 'font/woff2', crossOrigin: '', href })),
  )
  expect(dataset).toEqual({ letters: 'words' })
})

it('asks for none on a slow link, where the page stands in letters of the system', () => {
  const { links, dataset } = run(fonts, 400)
  expect(links).toEqual([])
  expect(dataset).toEqual({ letters: 'system' })
})

it('lets all letters come as they like where nothing else lets them', () => {
  const { dataset, giveUp } = run(fonts, 400)
  giveUp()
  expect(dataset).toEqual({})
})

it('says nothing where there are no fonts', () => {
  expect(fontsScript([])).toBe('')
})
