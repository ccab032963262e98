/** The explorers in which points are dragged, in a real browser: keys and pointer move them, and the words follow. */
import type { ComponentType } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import BowlMeetsBall from '../../src/explorers/bowl-meets-ball/index.tsx'
import OneOutlier from '../../src/explorers/one-outlier/index.tsx'
import Prior from '../../src/explorers/prior/index.tsx'
import UnitBall from '../../src/explorers/unit-ball/index.tsx'
import { drawFigure } from './draw.tsx'

const errors: unknown[][] = []
beforeEach(() => {
  errors.length = 0
  vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => void errors.push(words))
})
afterEach(async () => {
  vi.restoreAllMocks()
  await page.viewport(1280, 900)
})

const mount = (Explorer: ComponentType<{ id: string; number: string }>) =>
  drawFigure(<Explorer id="a" number="1.1" />)

const grip = (figure: HTMLElement, name: string): HTMLElement => {
  const found = figure.querySelector<HTMLElement>(`.grip[aria-label="${name}"]`)
  if (!found) throw new Error(`There is no point called ${name}.`)
  return found
}
const words = (figure: HTMLElement, place = 0) =>
  (figure.querySelectorAll('[role=status]')[place]?.textContent ?? '').replaceAll('\u00a0', ' ')
const press = async (target: HTMLElement, keys: string, times = 1) => {
  target.focus()
  for (let i = 0; i < times; i++) await userEvent.keyboard(keys)
}

/** Takes a point beside its middle, and moves the pointer by so much. */
function drag(target: HTMLElement, dx: number, dy: number) {
  const { left, top } = target.getBoundingClientRect()
  // A made-up pointer cannot be captured.
  target.setPointerCapture = () => undefined
  for (const [type, x, y] of [
    ['pointerdown', 0, 0],
    ['pointermove', dx, dy],
    ['pointerup', dx, dy],
  ] as const)
    target.dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        clientX: left + 30 + x,
        clientY: top + 15 + y,
        button: 0,
        pointerId: 1,
        isPrimary: true,
      }),
    )
}

test('unit-ball: a slider to infinity, keys and pointer move the vectors, predictions have a loss and no p', async () => {
  const figure = await mount(UnitBall)
  const here = () => [...figure.querySelectorAll('dd')].map((each) => each.textContent)
  const w = grip(figure, 'Vector w')
  expect(w.getAttribute('aria-valuetext')).toBe('(1.20, 0.80)')
  await press(w, '{ArrowLeft}')
  await vi.waitFor(() => expect(w.getAttribute('aria-valuetext')).toBe('(1.15, 0.80)'))
  await press(w, '{Shift>}{ArrowDown}{/Shift}')
  await vi.waitFor(() => expect(w.getAttribute('aria-valuetext')).toBe('(1.15, 0.30)'))

  const [losses, distance] = [here().slice(-2), here()[5]]
  const slider = figure.querySelector<HTMLInputElement>('input[type=range]')!
  await press(slider, '{End}')
  await expect.poll(() => words(figure)).toContain('only the largest entry counts')
  expect(here()[2]).toBe('the larger of 1.15 and 0.30 = 1.15')
  expect(here()[5]).not.toBe(distance)
  expect(here().slice(-2)).toEqual(losses)
  await press(slider, '{Home}')
  await expect.poll(() => words(figure)).toContain('this is not a norm')

  const before = grip(figure, 'Vector u').getAttribute('aria-valuetext')
  drag(grip(figure, 'Vector u'), 20, 20)
  await vi.waitFor(() => expect(grip(figure, 'Vector u').getAttribute('aria-valuetext')).not.toBe(before))
  await press(grip(figure, 'Prediction 5'), '{Home}')
  await vi.waitFor(() => expect(here().slice(-2)).not.toEqual(losses))
  expect(errors).toEqual([])
})

test('bowl-meets-ball: a corner catches w* for p = 1, and none does for p = 2', async () => {
  const figure = await mount(BowlMeetsBall)
  await expect.poll(() => words(figure)).toContain('No weight is 0')
  const slider = figure.querySelector<HTMLInputElement>('input[type=range]')!
  await press(slider, '{ArrowLeft}', 7)
  await expect.poll(() => words(figure)).toContain('w₂ is 0, exactly')
  const m = grip(figure, 'Minimum m')
  await press(m, '{ArrowUp}', 2)
  await expect.poll(() => words(figure)).toContain('w₂ is 0, exactly')
  await press(m, '{Shift>}{ArrowUp}{/Shift}', 2)
  await expect.poll(() => words(figure)).toContain('No weight is 0')
  await press(m, '{Shift>}{ArrowLeft}{/Shift}', 4)
  await expect.poll(() => words(figure)).toContain('w₁ is 0, exactly')
  await press(m, '{Shift>}{ArrowDown}{/Shift}', 2)
  await expect.poll(() => words(figure)).toContain('The limit is not felt')
  expect(errors).toEqual([])
})

test('one-outlier: the mean follows the point and the median does not; far along x both lines turn', async () => {
  const figure = await mount(OneOutlier)
  await expect.poll(() => words(figure)).toContain('Neither has moved')
  await press(grip(figure, 'Marked value'), '{End}')
  await expect.poll(() => words(figure)).toContain('The mean has moved by 0.70, the median has not moved')
  const point = grip(figure, 'Marked point')
  await press(point, '{Shift>}{ArrowDown}{/Shift}', 5)
  await expect.poll(() => words(figure, 1)).toContain('from slope 0.99')
  await press(point, '{Shift>}{ArrowRight}{/Shift}', 7)
  await expect.poll(() => words(figure, 1)).toContain('that line now passes through it')
  expect(errors).toEqual([])
})

test('prior: the mode hits 0 under Laplace and not under Gauss, and no draw is 0', async () => {
  const figure = await mount(Prior)
  const centre = grip(figure, 'Centre m of the likelihood')
  await press(centre, '{ArrowLeft}', 7)
  await expect.poll(() => words(figure)).toContain('and not 0')
  figure.querySelectorAll<HTMLInputElement>('input[type=radio]')[1]!.click()
  await expect.poll(() => words(figure)).toContain('The mode is 0, exactly')
  const draws = () => figure.querySelector('.explorer-facts div:last-child dd')!.textContent
  expect(draws()).toContain('0 of 1000 are exactly 0')
  const first = draws()
  figure.querySelector<HTMLButtonElement>('.new-draws button')!.click()
  await vi.waitFor(() => expect(draws()).not.toBe(first))
  expect(draws()).toContain('0 of 1000 are exactly 0')
  drag(grip(figure, 'Scale b of the prior'), 120, 0)
  await expect.poll(() => words(figure)).toContain('moved towards 0 by the threshold')
  expect(errors).toEqual([])
})

test('a finger has 44 px to take a point by, and stays on the point and not on the page', async () => {
  await page.viewport(390, 900)
  for (const Explorer of [UnitBall, BowlMeetsBall, OneOutlier, Prior]) {
    const figure = await mount(Explorer)
    for (const each of figure.querySelectorAll<HTMLElement>('.grip')) {
      const { width, height } = each.getBoundingClientRect()
      expect([width, height]).toEqual([44, 44])
      expect(getComputedStyle(each).touchAction).toBe('none')
    }
  }
  expect(errors).toEqual([])
})
