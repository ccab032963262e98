/**
 * Every figure of the book, found by its folder, in a real browser: it mounts, trains, and is clean. On every backend,
 * unless it is known to ask a backend for nothing that others do not.
 */
import axe from 'axe-core'
import { StrictMode, type ComponentType } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import '../../src/site/styles.ts'
import { backends } from '../../src/lab/engine.ts'
import { likeOthers } from './likeOthers.ts'

interface FigureProps {
  id: string
  number: string
}
const widgets = import.meta.glob<{ default: ComponentType<FigureProps> }>('../../src/widgets/*/index.tsx')
const names = Object.keys(widgets).map((file) => file.split('/').at(-2) ?? file)

const errors: unknown[][] = []
beforeEach(() => {
  errors.length = 0
  vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => void errors.push(words))
})
afterEach(() => {
  vi.restoreAllMocks()
  history.replaceState(null, '', location.pathname)
})

/** Mounts a figure as a chapter would, its settings taken from the address. */
async function mount(name: string, link = ''): Promise<HTMLElement> {
  if (link) history.replaceState(null, '', `?${name}=${encodeURIComponent(link)}`)
  const load = widgets[`../../src/widgets/${name}/index.tsx`]
  if (!load) throw new Error(`No widget called ${name}.`)
  const { default: Figure } = await load()
  const place = document.body.appendChild(document.createElement('main'))
  const root = createRoot(place)
  onTestFinished(() => {
    root.unmount()
    place.remove()
  })
  root.render(
    <StrictMode>
      <Figure id={`fig:${name}`} number="1.1" />
    </StrictMode>,
  )
  return vi.waitFor(() => {
    const figure = place.querySelector<HTMLElement>('figure[data-figure]')
    if (!figure) throw new Error('The figure has not been drawn yet.')
    return figure
  })
}

const button = (figure: HTMLElement, name: string): HTMLButtonElement => {
  const found = [...figure.querySelectorAll('button')].find(
    (each) => (each.getAttribute('aria-label') ?? each.textContent).trim() === name,
  )
  if (!found) throw new Error(`The figure has no button called ${name}.`)
  return found
}

/** Waits for one of `states`; a figure that fails instead says why. */
const reaches = async (figure: HTMLElement, ...states: string[]): Promise<void> => {
  const settled = [...states, 'failed']
  await vi.waitFor(() => expect(settled).toContain(figure.dataset['state']), {
    timeout: 60_000,
    interval: 50,
  })
  if (figure.dataset['state'] === 'failed')
    throw new Error(figure.querySelector('.strip')?.textContent ?? 'failed')
}

test('there are figures', () => expect(names.length).toBeGreaterThanOrEqual(5))

for (const backend of backends)
  test.each(names.filter((name) => backend === 'wasm' || !likeOthers.includes(name)))(
    `%s is idle at first, and takes two steps on ${backend}`,
    async (name) => {
      const figure = await mount(name, `v=1&backend=${backend}&seeds=0,1`)
      expect(figure.dataset['figure']).toBe(name)
      expect(figure.dataset['state']).toBe('idle')
      for (let step = 0; step < 2; step++) {
        button(figure, 'Step').click()
        await reaches(figure, 'loading', 'running', 'paused', 'done')
        await reaches(figure, 'paused', 'done')
      }
      expect(figure.dataset['backend']).toBe(backend)
      expect(errors).toEqual([])
    },
  )

test.each(names)('axe finds nothing in %s, and its picture is kept', async (name) => {
  const figure = await mount(name, 'v=1&backend=wasm&seeds=0,1,2')
  // A figure may call it otherwise: "Run it here".
  figure.querySelector<HTMLButtonElement>('button[data-run]')?.click()
  await reaches(figure, 'running', 'done')
  await new Promise((resolve) => setTimeout(resolve, 500))
  if (figure.dataset['state'] === 'running') button(figure, 'Pause').click()
  await reaches(figure, 'paused', 'done')
  const { violations } = await axe.run(figure, { resultTypes: ['violations'] })
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`),
  ).toEqual([])
  await page.screenshot({ element: figure, path: `../../.cache/gallery/${name}.png` })
  expect(errors).toEqual([])
})
