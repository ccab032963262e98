import { expect, test, vi } from 'vitest'
import setup from '../../src/widgets/one-bend/config.ts'
import { createRun } from '../../src/lab/run.ts'
import { createClient } from '../../src/lab/client.ts'
import { letters } from '../../src/ui/controls/FigureMenu.tsx'
import { itemsOf } from '../../src/ui/figure/menu/items.ts'
import type { MenuFigure } from '../../src/ui/figure/menu/menuItem.ts'

/** Nothing here asks it for anything. */
const client = createClient(() => {
  throw new Error('There is no worker in this test.')
})

const figure = (): MenuFigure => ({
  run: createRun({ widget: 'one-bend', setup, client }),
  widget: 'one-bend',
  title: 'The same layers',
  id: 'bend',
  number: '1.2',
  code: () => import('../../src/widgets/one-bend/code.ts'),
  playing: false,
  play: () => undefined,
  leave: () => undefined,
  element: () => null,
  parts: { has: () => false, toggle: () => undefined },
  say: () => undefined,
})

test('each letter that a figure listens to has an item, and each item with a letter is listened to', () => {
  vi.stubGlobal('document', { fullscreenElement: null })
  const items = itemsOf(figure())
  expect(items.flatMap(({ letter }) => letter ?? []).sort()).toEqual([...letters].sort())
  expect(new Set(items.map(({ words }) => words)).size).toBe(items.length)
  vi.unstubAllGlobals()
})
