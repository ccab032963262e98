/** Explorers in a page of the gallery: mounted as a chapter would, with what tests need to use them. */
import type { ComponentType } from 'react'
import { afterEach, beforeEach, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { drawFigure } from './draw.tsx'

interface FigureProps {
  id: string
  number: string
}
const explorers = import.meta.glob<{ default: ComponentType<FigureProps> }>('../../src/explorers/*/index.tsx')
export const names = Object.keys(explorers).map((file) => file.split('/').at(-2) ?? file)

/** What the page has complained of. */
export const errors: unknown[][] = []
beforeEach(() => {
  errors.length = 0
  vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => void errors.push(words))
})
afterEach(async () => {
  vi.restoreAllMocks()
  delete document.documentElement.dataset['theme']
  await page.viewport(1280, 900)
})

export async function mount(name: string): Promise<HTMLElement> {
  const load = explorers[`../../src/explorers/${name}/index.tsx`]
  if (!load) throw new Error(`No explorer called ${name}.`)
  const { default: Explorer } = await load()
  return drawFigure(<Explorer id={`fig:${name}`} number="1.1" />)
}

export const radios = (figure: HTMLElement) => [
  ...figure.querySelectorAll<HTMLInputElement>('input[type=radio]'),
]
export const words = (figure: HTMLElement) => figure.querySelector('[role=status]')?.textContent ?? ''
export const slider = (figure: HTMLElement, label: string): HTMLInputElement => {
  const found = [...figure.querySelectorAll<HTMLLabelElement>('label.slider')].find((each) =>
    each.textContent.startsWith(label),
  )
  if (!(found?.control instanceof HTMLInputElement)) throw new Error(`There is no slider called ${label}.`)
  return found.control
}
export const pictures = (figure: HTMLElement) =>
  [...figure.querySelectorAll('svg[role=img]')].map((picture) => picture.getAttribute('aria-label'))
export const press = async (target: HTMLElement, keys: string) => {
  target.focus()
  await userEvent.keyboard(keys)
}

export const pointer = (type: string, target: Element, x: number, y: number) =>
  target.dispatchEvent(
    new PointerEvent(type, {
      bubbles: true,
      clientX: x,
      clientY: y,
      button: 0,
      buttons: type === 'pointerup' ? 0 : 1,
      pointerId: 1,
      isPrimary: true,
    }),
  )
export const button = (figure: HTMLElement, name: string) =>
  [...figure.querySelectorAll('button')].find((each) => each.textContent === name)!
