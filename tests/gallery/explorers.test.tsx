/** Every explorer of the book, found by its folder, in a real browser: it mounts, its choices leave its height alone, and it is clean. */
import axe from 'axe-core'
import { expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { errors, mount, names, radios } from './explorers.tsx'

test.each(names)('%s is called after its folder', async (name) => {
  expect((await mount(name)).dataset['explorer']).toBe(name)
})

/** Colours differ by theme and what lies where by width: two of the four pairs show both of each. */
for (const [theme, width] of [
  ['light', 1280],
  ['dark', 390],
] as const)
  test.each(names)(`axe finds nothing in %s, ${theme}, ${width} px wide`, async (name) => {
    document.documentElement.dataset['theme'] = theme
    await page.viewport(width, 900)
    const figure = await mount(name)
    const choices = radios(figure)
    for (const choice of choices.length > 0 ? choices : [null]) {
      choice?.click()
      const { violations } = await axe.run(figure, { resultTypes: ['violations'] })
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join()}`),
      ).toEqual([])
    }
    expect(figure.scrollWidth).toBeLessThanOrEqual(figure.clientWidth)
    await page.screenshot({ element: figure, path: `../../.cache/gallery/${name}-${theme}-${width}.png` })
    expect(errors).toEqual([])
  })

for (const width of [1280, 390])
  test.each([
    'whitening',
    'normalization-axes',
    'dropout-masks',
    'which-changes',
    'pooling-routes',
    'drag-a-kernel',
    'padding',
    'bottleneck',
  ])(`no choice changes the height of %s, ${width} px wide`, async (name) => {
    await page.viewport(width, 900)
    const figure = await mount(name)
    await document.fonts.ready
    const before = figure.getBoundingClientRect().height
    for (const radio of radios(figure)) {
      radio.click()
      await vi.waitFor(() => expect(radio.checked).toBe(true))
      expect(figure.getBoundingClientRect().height).toBe(before)
    }
  })
