/** Figures in a page of the gallery: mounted as a chapter would, with what tests need to use them. */
import type { ComponentType } from 'react'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import type { Backend } from '../../src/lab/engine.ts'
import { drawFigure } from './draw.tsx'

interface FigureProps {
  id: string
  number: string
}
const widgets = import.meta.glob<{ default: ComponentType<FigureProps> }>('../../src/widgets/*/index.tsx')
export const names = Object.keys(widgets).map((file) => file.split('/').at(-2) ?? file)

/** What the page has complained of. */
export const errors: unknown[][] = []
beforeEach(() => {
  errors.length = 0
  vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => void errors.push(words))
})
afterEach(() => {
  vi.restoreAllMocks()
  history.replaceState(null, '', location.pathname)
})

/** Mounts a figure as a chapter would, its settings taken from the address. */
export async function mount(name: string, link = ''): Promise<HTMLElement> {
  if (link) history.replaceState(null, '', `?${name}=${encodeURIComponent(link)}`)
  const load = widgets[`../../src/widgets/${name}/index.tsx`]
  if (!load) throw new Error(`No widget called ${name}.`)
  const { default: Figure } = await load()
  return drawFigure(<Figure id={`fig:${name}`} number="1.1" />)
}

export const button = (figure: HTMLElement, name: string): HTMLButtonElement => {
  const found = [...figure.querySelectorAll('button')].find(
    (each) => (each.getAttribute('aria-label') ?? each.textContent).trim() === name,
  )
  if (!found) throw new Error(`The figure has no button called ${name}.`)
  return found
}

/** Nearly as long as a test may take: software WebGL compiles for half a minute, and longer where the machine is busy. */
const patience = { timeout: 110_000, interval: 50 }

/** Waits for one of `states`; a figure that fails instead says why. */
export const reaches = async (figure: HTMLElement, ...states: string[]): Promise<void> => {
  const settled = [...states, 'failed']
  await vi.waitFor(() => expect(settled).toContain(figure.dataset['state']), patience)
  if (figure.dataset['state'] === 'failed')
    throw new Error(figure.querySelector('.strip')?.textContent ?? 'failed')
}

/** Mounts a figure, which stands still at first, and trains it for two steps on `backend`. */
export async function takeTwoSteps(name: string, backend: Backend): Promise<HTMLElement> {
  const figure = await mount(name, `v=1&backend=${backend}&seeds=0,1`)
  expect(figure.dataset['figure']).toBe(name)
  expect(figure.dataset['state']).toBe('idle')
  const words = () => figure.querySelector('.state-line')?.textContent
  for (let step = 0; step < 2; step++) {
    const before = words()
    button(figure, 'Step').click()
    // After the first it is paused already: that the second is made shows in the step, or place, that is named.
    await vi.waitFor(() => expect(words()).not.toBe(before), patience)
    await reaches(figure, 'paused', 'done')
  }
  return figure
}
