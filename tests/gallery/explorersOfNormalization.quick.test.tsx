/** Explorers of Normalization, Dropout and Regularization: what a click, a key and a drag do. */
import { expect, test, vi } from 'vitest'
import { errors, mount, pictures, press, radios, slider, words } from './explorers.tsx'

test('whitening: arrow keys choose, sliders and the next seed change the cloud, a line is said to be one', async () => {
  const figure = await mount('whitening')
  await press(radios(figure)[1]!, '{ArrowRight}')
  await vi.waitFor(() => expect(words(figure)).toContain('It is not whitening'))
  await press(radios(figure)[2]!, '{ArrowRight}')
  await vi.waitFor(() => expect(words(figure)).toContain('The covariance is the identity'))
  const numbers = () => [...figure.querySelectorAll('.cloud-numbers')].map((each) => each.textContent)
  expect(numbers()[1]).toContain('1.000.00')
  const raw = numbers()[0]
  figure.querySelector<HTMLButtonElement>('.new-cloud button')!.click()
  await vi.waitFor(() => expect(numbers()[0]).not.toBe(raw))
  expect(numbers()[1]).toContain('1.000.00')
  await press(slider(figure, 'Correlation'), '{End}')
  await vi.waitFor(() => expect(words(figure)).toContain('it is not white'))
  expect(errors).toEqual([])
})

test('normalization-axes: a click or a slider picks, arrow keys turn, a drag does not pick', async () => {
  const figure = await mount('normalization-axes')
  const block = figure.querySelector<HTMLElement>('.block-box')!
  expect(pictures(figure)[0]).toContain('example 2, channel 4, position 1')
  await press(slider(figure, 'Picked channel'), '{ArrowLeft}')
  await vi.waitFor(() => expect(pictures(figure)[0]).toContain('example 2, channel 3, position 1'))
  const drawn = () => figure.querySelector('.pick-outline')!.innerHTML
  const straight = drawn()
  await press(block, '{ArrowRight}')
  await vi.waitFor(() => expect(drawn()).not.toBe(straight))

  const cube = figure.querySelector<SVGElement>('[data-cube="0"] path')!
  const pointer = (type: string, target: Element, x: number) =>
    target.dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        clientX: x,
        clientY: 100,
        button: 0,
        pointerId: 1,
        isPrimary: true,
      }),
    )
  // A made-up pointer cannot be captured.
  block.setPointerCapture = () => undefined
  const before = drawn()
  pointer('pointerdown', cube, 100)
  pointer('pointermove', block, 160)
  pointer('pointerup', block, 160)
  // Until the turn is drawn, a pick would not be seen either.
  await vi.waitFor(() => expect(drawn()).not.toBe(before))
  expect(pictures(figure)[0]).toContain('example 2, channel 3, position 1')
  pointer('pointerdown', figure.querySelector('[data-cube="0"] path')!, 100)
  pointer('pointerup', block, 101)
  await vi.waitFor(() => expect(pictures(figure)[0]).toContain('example 1, channel 1, position 1'))
  radios(figure).at(-1)!.click()
  await vi.waitFor(() => expect(words(figure)).toContain('No activation is normalized'))
  expect(figure.querySelector('.cube.shared')).toBeNull()
  expect(errors).toEqual([])
})

test('dropout-masks: a toss changes all three networks, tossing goes on until it is stopped, a new rate begins anew', async () => {
  const figure = await mount('dropout-masks')
  const button = (name: string) =>
    [...figure.querySelectorAll('button')].find((each) => each.textContent === name)!
  const off = () => [...figure.querySelectorAll('.thinned')].map((svg) => svg.querySelectorAll('.off').length)
  expect(words(figure)).toContain('all ten units are on')
  expect(off()).toEqual([0, 0, 0])
  button('Toss').click()
  await vi.waitFor(() => expect(words(figure)).toContain('1 toss. A was answered with'))
  for (const units of off()) expect(units).toBeGreaterThan(0)
  button('Go on tossing').click()
  await vi.waitFor(() => expect(words(figure)).toMatch(/^[3-9] tosses\./), { timeout: 5000 })
  expect(button('Toss').disabled).toBe(true)
  button('Stop').click()
  await vi.waitFor(() => expect(button('Toss').disabled).toBe(false))
  await press(slider(figure, 'Rate'), '{ArrowRight}')
  await vi.waitFor(() => expect(words(figure)).toContain('No toss yet'))
  expect(errors).toEqual([])
})

test('which-changes: what a case becomes is hidden until it is guessed; sliders, digits and new drawings change the picture', async () => {
  const figure = await mount('which-changes')
  const button = (name: string) =>
    [...figure.querySelectorAll('button')].find((each) => each.textContent === name)!
  const pixels = (which: number) => figure.querySelectorAll('.picture')[which]!.innerHTML
  expect(pictures(figure)[1]).toContain('when you have answered')
  expect(words(figure)).not.toContain('9')
  button('Another digit').click()
  await vi.waitFor(() => expect(words(figure)).toContain('it is a 9 now'))
  expect(pictures(figure)[1]).toBe('The image of a 6, turned right by 180 degrees')

  await press(slider(figure, 'Turn'), '{ArrowLeft}')
  await vi.waitFor(() => expect(pictures(figure)[1]).toContain('turned right by 165 degrees'))
  expect(radios(figure).some(({ checked }) => checked)).toBe(false)
  expect(words(figure)).toContain('Choose an answer')
  await press(slider(figure, 'Turn'), '{Home}')
  await press(slider(figure, 'Shift right'), '{ArrowRight}')
  await vi.waitFor(() =>
    expect(pictures(figure)[1]).toBe('The image of a 6, turned left by 180 degrees, moved 1 right'),
  )
  button('8').click()
  button('Left to right').click()
  await vi.waitFor(() => expect(pictures(figure)[1]).toContain('The image of an 8, mirrored left to right'))
  button('Still an 8').click()
  await vi.waitFor(() => expect(words(figure)).toContain('it is still an 8'))
  const before = pixels(0)
  button('Draw new ones').click()
  await vi.waitFor(() => expect(pixels(0)).not.toBe(before))
  expect(errors).toEqual([])
})
