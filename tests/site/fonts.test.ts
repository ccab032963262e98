/** The script in the head of each page that asks for fonts: on a quick link, and only there. */
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { fontsScript } from '../../src/site/fonts.ts'

/** What the script adds to the head of a page whose head came after that many ms. */
function added(fonts: readonly string[], ms: number): object[] {
  const links: object[] = []
  runInNewContext(fontsScript(fonts), {
    performance: { now: () => ms },
    document: { head: { append: (link: object) => links.push({ ...link }) }, createElement: () => ({}) },
  })
  return links
}

const fonts = ['../serif.woff2', '../sans.woff2']

it('asks for the fonts at once on a quick link', () => {
  expect(added(fonts, 60)).toEqual(
    fonts.map((href) => ({ rel: 'preload', as: 'font', type: 'font/woff2', crossOrigin: '', href })),
  )
})

it('leaves a slow link to the style sheet', () => {
  expect(added(fonts, 400)).toEqual([])
})

it('says nothing where there are no fonts', () => {
  expect(fontsScript([])).toBe('')
})
