/**
 * The colours of every theme can be read: the ratios that stand in src/styles/tokens.css are those of its colours, and
 * enough. axe sees the text of a page, but not what a figure writes in its pictures.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync('src/styles/tokens.css', 'utf8')
/** What readers choose comes after it, in the same layer. */
const rules = [css, readFileSync('src/styles/preferences.css', 'utf8')].flatMap((sheet) => [
  ...sheet.replaceAll(/\/\*[^]*?\*\//g, '').matchAll(/([^{}]+)\{([^{}]*)\}/g),
])
const themes = ['light', 'dark', 'projector', 'projector-dark'] as const

type Theme = (typeof themes)[number]

/** What more attributes ask for holds, and of as many what comes later; what every theme begins with stands at the root. */
function coloursOf(theme: Theme, more = false): Map<string, string> {
  const colours = new Map<string, string>()
  const [own, contrasts] = [`[data-theme='${theme}']`, `[data-contrast='more']`]
  const few = [':root', own, ...(more ? [contrasts] : [])]
  const many = more ? [contrasts + own, own + contrasts] : []
  for (const applies of [few, many])
    for (const [, selectors = '', body = ''] of rules)
      if (selectors.split(',').some((each) => applies.includes(each.trim())))
        for (const [, name = '', value = ''] of body.matchAll(/(--[\w-]+):\s*(#[\da-f]+);/g))
          colours.set(name, value)
  return colours
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const digits = colour.slice(1)
  const parts = (digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits).match(/../g)!
  const [red, green, blue] = parts.map((part) => {
    const share = parseInt(part, 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** `--ink on --paper 16.65 15.22 21.00 21.00`: one number for each theme. */
const pairs = [...css.matchAll(/^ +(--[\w-]+) on (--[\w-]+)((?: +[\d.]+){4})$/gm)].map(
  ([, on = '', ground = '', numbers = '']) => ({ on, ground, stated: numbers.trim().split(/ +/) }),
)

/** Outlines and shapes; all else is text. */
const graphic = /^--(rule-2|div-[np]|plot-axis)$/

describe.each(themes)('in the theme %s', (theme) => {
  const colours = coloursOf(theme)
  it.each(pairs)('$on on $ground', ({ on, ground, stated }) => {
    const found = contrast(colours.get(on)!, colours.get(ground)!)
    expect(found).toBeGreaterThanOrEqual(graphic.test(on) ? 3 : 4.5)
    expect(found.toFixed(2)).toBe(stated[themes.indexOf(theme)])
  })
})

describe.each(['light', 'dark'] as const)('with more contrast, %s', (theme) => {
  const [colours, standard] = [coloursOf(theme, true), coloursOf(theme)]
  it.each(pairs)('$on on $ground', ({ on, ground }) => {
    const found = contrast(colours.get(on)!, colours.get(ground)!)
    expect(found).toBeGreaterThanOrEqual(graphic.test(on) ? 3 : 4.5)
  })
  it('ink stands out more than it did', () => {
    for (const ink of ['--ink', '--ink-2', '--ink-3'])
      expect(contrast(colours.get(ink)!, colours.get('--paper')!)).toBeGreaterThan(
        contrast(standard.get(ink)!, standard.get('--paper')!),
      )
  })
})

it('every ink and every series stands in the table, on every surface', () => {
  const surfaces = ['--paper', '--stage', '--sheet']
  const inks = [...coloursOf('light').keys()].filter((name) => /^--(ink(-\d)?|c\d)$/.test(name))
  expect(inks.length).toBeGreaterThanOrEqual(9)
  const wanted = inks.flatMap((on) => surfaces.map((ground) => `${on} on ${ground}`))
  const there = new Set(pairs.map(({ on, ground }) => `${on} on ${ground}`))
  expect(wanted.filter((pair) => !there.has(pair))).toEqual([])
})
