/** Explorers of Pooling: what a click, a key and a drag do. */
import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { button, errors, mount, pointer, press, radios, slider, words } from './explorers.tsx'

test('pooling-routes: a number is picked and changed; poolings, shifts and draws change outputs and gradients', async () => {
  const figure = await mount('pooling-routes')
  const cells = () => [...figure.querySelectorAll<HTMLButtonElement>('button.tile')]
  const maps = () =>
    [...figure.querySelectorAll('.number-map[role=img]')].map((each) => each.getAttribute('aria-label') ?? '')
  cells()[4]!.click()
  await press(cells()[4]!, '3')
  await vi.waitFor(() => expect(cells()[4]!.getAttribute('aria-label')).toBe('row 1, column 5: 3'))
  await press(cells()[4]!, '{ArrowDown}')
  await vi.waitFor(() => expect(document.activeElement).toBe(cells()[10]))
  expect(words(figure)).toContain('The picked number gets all of 8.')
  expect(figure.querySelectorAll('button.tile[tabindex="0"]')).toHaveLength(1)
  await press(slider(figure, 'Picked number'), '{Home}')
  await vi.waitFor(() => expect(words(figure)).toContain('The picked number gets nothing.'))
  button(figure, 'The first map').click()
  await vi.waitFor(() => expect(cells()[10]!.getAttribute('aria-label')).not.toContain(': 0'))

  const max = maps()[1]
  radios(figure)[1]!.click()
  await vi.waitFor(() => expect(words(figure)).toContain('The mean of 4 numbers'))
  expect(maps()[1]).not.toBe(max)
  expect(button(figure, 'Draw again').disabled).toBe(true)
  radios(figure)[2]!.click()
  await vi.waitFor(() => expect(button(figure, 'Draw again').disabled).toBe(false))
  const first = maps()[0]
  await vi.waitFor(() => {
    button(figure, 'Draw again').click()
    expect(maps()[0]).not.toBe(first)
  })
  radios(figure)[0]!.click()
  const shift = () => figure.querySelector('.shift-words')!.textContent
  await vi.waitFor(() => expect(words(figure)).toContain('The greatest of'))
  expect(shift()).toBe('The map stands where it was.')
  button(figure, '1 pixel').click()
  await vi.waitFor(() => expect(shift()).toContain('outputs'))
  expect(errors).toEqual([])
})

test('drag-a-kernel: the window goes with the pointer and the keys, fills the map, and weights are typed', async () => {
  const figure = await mount('drag-a-kernel')
  const lens = figure.querySelector<HTMLElement>('.window')!
  const place = () => lens.getAttribute('aria-valuetext')
  const unseen = () => figure.querySelectorAll('.unseen').length
  expect(place()).toContain('row 4, column 5 of the map')
  expect(unseen()).toBe(65)
  await press(lens, '{ArrowRight}{ArrowDown}')
  await vi.waitFor(() => expect(place()).toContain('row 5, column 6'))
  expect(unseen()).toBe(63)

  // A made-up pointer cannot be captured.
  lens.setPointerCapture = () => undefined
  const { left, top, width } = lens.getBoundingClientRect()
  const pixel = width / 3
  pointer('pointerdown', lens, left + 5, top + 5)
  pointer('pointermove', lens, left + 5 + 2 * pixel, top + 5 - pixel)
  pointer('pointerup', lens, left + 5 + 2 * pixel, top + 5 - pixel)
  await vi.waitFor(() => expect(place()).toContain('row 4, column 8'))
  const map = figure.querySelector('.map-box')!
  const corner = map.getBoundingClientRect()
  map.dispatchEvent(
    new MouseEvent('click', { bubbles: true, clientX: corner.left + 2, clientY: corner.bottom - 2 }),
  )
  await vi.waitFor(() => expect(place()).toContain('row 10, column 1'))

  button(figure, 'Fill the rest').click()
  await vi.waitFor(() => expect(unseen()).toBe(0))
  button(figure, '2').click()
  await vi.waitFor(() =>
    expect(figure.querySelectorAll('.map-box .positive, .map-box .negative')).toHaveLength(25),
  )
  const weight = figure.querySelectorAll<HTMLInputElement>('.filter-fields input')[4]!
  await userEvent.fill(weight, '-2')
  await vi.waitFor(() =>
    expect(figure.querySelector('.explorer-facts')!.textContent).toContain('add up to −2'),
  )
  expect(radios(figure).some(({ checked }) => checked)).toBe(false)
  figure.querySelectorAll<HTMLInputElement>('input[type=checkbox]')[0]!.click()
  await vi.waitFor(() => expect(figure.querySelector('.map-box .negative')).toBeNull())
  expect(errors).toEqual([])
})

test('padding: names and sliders change the windows, a press picks a pixel', async () => {
  const figure = await mount('padding')
  const windows = () => figure.querySelectorAll('.row-box .window').length
  expect(windows()).toBe(4)
  for (const [way, count] of [
    ['Same', 6],
    ['Full', 8],
    ['By hand', 8],
  ] as const) {
    radios(figure)
      .find((radio) => radio.parentElement!.textContent === way)!
      .click()
    await vi.waitFor(() => expect(windows()).toBe(count))
  }
  await press(slider(figure, 'Zeros p'), '{Home}')
  await vi.waitFor(() => expect(windows()).toBe(4))
  await press(slider(figure, 'Stride s'), '{ArrowRight}')
  await vi.waitFor(() => expect(windows()).toBe(2))
  expect(figure.querySelector('.explorer-facts')!.textContent).toContain('1 pixel in none')
  await press(slider(figure, 'Picked pixel'), '{End}')
  await vi.waitFor(() => expect(words(figure)).toContain('Pixel 6 is in none of them'))
  const row = figure.querySelector<HTMLElement>('.row-box')!
  row.setPointerCapture = () => undefined
  const cell = figure.querySelectorAll('.pixel-cell rect')[2]!.getBoundingClientRect()
  pointer('pointerdown', row, cell.left + cell.width / 2, cell.top + 5)
  await vi.waitFor(() => expect(words(figure)).toContain('Pixel 3 is in windows 1 and 2'))
  await press(slider(figure, 'Input n'), '{Home}')
  await vi.waitFor(() => expect(words(figure)).toContain('0 windows. Pixel 2'))
  expect(errors).toEqual([])
})

test('bottleneck: the narrow part is moved by slider and by hand, and stays no wider than the rest', async () => {
  const figure = await mount('bottleneck')
  expect(words(figure)).toContain('8.5 times')
  await press(slider(figure, 'Channels between C′'), '{End}')
  await vi.waitFor(() => expect(words(figure)).toContain('The bottleneck has 1.2 times as many'))
  await press(figure.querySelector<HTMLElement>('.grip')!, '{Home}')
  await vi.waitFor(() =>
    expect(slider(figure, 'Channels between C′').getAttribute('aria-valuetext')).toBe('4'),
  )
  await press(slider(figure, 'Channels between C′'), '{End}')
  await press(slider(figure, 'Channels C'), '{Home}')
  await vi.waitFor(() =>
    expect(figure.querySelector('.explorer-facts')!.textContent).toContain('9 × 16² = 2,304'),
  )
  expect(slider(figure, 'Channels between C′').getAttribute('aria-valuetext')).toBe('16')
  const sums = () => figure.querySelector('.pixel-sums')!.textContent
  expect(sums()).toContain('= 7')
  await press(figure.querySelector<HTMLElement>('.pixel-maps')!, '{ArrowLeft}')
  await vi.waitFor(() => expect(sums()).toContain('= −1'))
  figure.querySelector('[data-pixel="0"]')!.dispatchEvent(new MouseEvent('click', { bubbles: true }))
  await vi.waitFor(() => expect(sums()).toContain('1 × 2 − 1 × 0 + 2 × 1 = 4'))
  expect(errors).toEqual([])
})
