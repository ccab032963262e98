import { afterEach, expect, test, vi } from 'vitest'
import setup from '../../src/widgets/one-bend/config.ts'
import { createRun } from '../../src/lab/run.ts'
import { createClient } from '../../src/lab/client.ts'
import { letters } from '../../src/ui/controls/FigureMenu.tsx'
import { itemsOf } from '../../src/ui/figure/menu/items.ts'
import type { MenuFigure } from '../../src/ui/figure/menu/menuItem.ts'

afterEach(() => void vi.unstubAllGlobals())

/** Nothing here asks it for anything. */
const client = createClient(() => {
  throw new Error('There is no worker in this test.')
})

const figure = (element: HTMLElement | null = null): MenuFigure => ({
  run: createRun({ widget: 'one-bend', setup, client }),
  widget: 'one-bend',
  title: 'The same layers',
  id: 'bend',
  number: '1.2',
  code: () => import('../../src/widgets/one-bend/code.ts'),
  playing: false,
  play: () => undefined,
  leave: () => undefined,
  element: () => element,
  parts: { has: () => false, toggle: () => undefined },
  say: () => undefined,
})

test('each letter that a figure listens to has an item, and each item with a letter is listened to', () => {
  vi.stubGlobal('document', { fullscreenElement: null })
  const items = itemsOf(figure())
  expect(items.flatMap(({ letter }) => letter ?? []).sort()).toEqual([...letters].sort())
  expect(new Set(items.map(({ words }) => words)).size).toBe(items.length)
})

/** As much of a figure's element as is asked: the part of the page that says which figures are slides. */
const on = (slides: string, at: string) =>
  ({ closest: () => ({ dataset: { slides, slidesAt: at } }) }) as unknown as HTMLElement
const presentOf = (given: MenuFigure) => itemsOf(given).find(({ icon }) => icon === 'slide')

test('a figure that is a slide of its chapter can be presented as it is set, in a window of its own', () => {
  vi.stubGlobal('document', { fullscreenElement: null })
  vi.stubGlobal('location', { href: 'https://a.example/book/en/activations/?one-bend=v%3D1#fig-kill' })
  const open = vi.fn<typeof window.open>()
  vi.stubGlobal('open', open)
  const given = figure(on('bend kill', '../../en/activations/lecture/'))
  given.run.configure({ seeds: [0, 1] })
  presentOf(given)?.act()
  expect(open).toHaveBeenCalledExactlyOnceWith(
    'https://a.example/book/en/activations/lecture/?one-bend=v%3D1%26seeds%3D0%2C1#fig-bend',
    '_blank',
    'noopener',
  )
})

test('a figure that is no slide, or of a page without a lecture, cannot be presented', () => {
  vi.stubGlobal('document', { fullscreenElement: null })
  expect(presentOf(figure(on('bending kill', 'lecture/')))).toBeUndefined()
  expect(presentOf({ ...figure(on('bend', 'lecture/')), id: undefined })).toBeUndefined()
  expect(presentOf(figure())).toBeUndefined()
})
