/** Every explorer of the book, found by its folder, in a real browser: it mounts, answers to its choices, and is clean. */
import axe from 'axe-core'
import { StrictMode, type ComponentType } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../../src/site/styles.ts'

interface FigureProps {
  id: string
  number: string
}
const explorers = import.meta.glob<{ default: ComponentType<FigureProps> }>('../../src/explorers/*/index.tsx')
const names = Object.keys(explorers).map((file) => file.split('/').at(-2) ?? file)

const errors: unknown[][] = []
beforeEach(() => {
  errors.length = 0
  vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => void errors.push(words))
})
afterEach(async () => {
  vi.restoreAllMocks()
  delete document.documentElement.dataset['theme']
  await page.viewport(1280, 900)
})

async function mount(name: string): Promise<HTMLElement> {
  const load = explorers[`../../src/explorers/${name}/index.tsx`]
  if (!load) throw new Error(`No explorer called ${name}.`)
  const { default: Explorer } = await load()
  const place = document.body.appendChild(document.createElement('main'))
  const root = createRoot(place)
  onTestFinished(() => {
    root.unmount()
    place.remove()
  })
  root.render(
    <StrictMode>
      <Explorer id={`fig:${name}`} number="1.1" />
    </StrictMode>,
  )
  return vi.waitFor(() => {
    const figure = place.querySelector<HTMLElement>('figure[data-explorer]')
    if (!figure) throw new Error('The explorer has not been drawn yet.')
    return figure
  })
}

const radios = (figure: HTMLElement) => [...figure.querySelectorAll<HTMLInputElement>('input[type=radio]')]
const words = (figure: HTMLElement) => figure.querySelector('[role=status]')?.textContent ?? ''
const slider = (figure: HTMLElement, label: string): HTMLInputElement => {
  const found = [...figure.querySelectorAll<HTMLLabelElement>('label.slider')].find((each) =>
    each.textContent.startsWith(label),
  )
  if (!(found?.control instanceof HTMLInputElement)) throw new Error(`There is no slider called ${label}.`)
  return found.control
}
const pictures = (figure: HTMLElement) =>
  [...figure.querySelectorAll('svg[role=img]')].map((picture) => picture.getAttribute('aria-label'))
const press = async (target: HTMLElement, keys: string) => {
  target.focus()
  await userEvent.keyboard(keys)
}

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
  pointer('pointerdown', cube, 100)
  pointer('pointermove', block, 160)
  pointer('pointerup', block, 160)
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

test('pooling-routes: a number is picked and changed; poolings, shifts and draws change outputs and gradients', async () => {
  const figure = await mount('pooling-routes')
  const cells = () => [...figure.querySelectorAll<HTMLButtonElement>('button.tile')]
  const maps = () =>
    [...figure.querySelectorAll('.number-map[role=img]')].map((each) => each.getAttribute('aria-label') ?? '')
  const button = (name: string) =>
    [...figure.querySelectorAll('button')].find((each) => each.textContent === name)!
  cells()[4]!.click()
  await press(cells()[4]!, '3')
  await vi.waitFor(() => expect(cells()[4]!.getAttribute('aria-label')).toBe('row 1, column 5: 3'))
  await press(cells()[4]!, '{ArrowDown}')
  await vi.waitFor(() => expect(document.activeElement).toBe(cells()[10]))
  expect(words(figure)).toContain('The picked number gets all of 8.')
  expect(figure.querySelectorAll('button.tile[tabindex="0"]')).toHaveLength(1)
  await press(slider(figure, 'Picked number'), '{Home}')
  await vi.waitFor(() => expect(words(figure)).toContain('The picked number gets nothing.'))
  button('The first map').click()

  const max = maps()[1]
  radios(figure)[1]!.click()
  await vi.waitFor(() => expect(words(figure)).toContain('The mean of 4 numbers'))
  expect(maps()[1]).not.toBe(max)
  expect(button('Draw again').disabled).toBe(true)
  radios(figure)[2]!.click()
  await vi.waitFor(() => expect(button('Draw again').disabled).toBe(false))
  const first = maps()[0]
  await vi.waitFor(() => {
    button('Draw again').click()
    expect(maps()[0]).not.toBe(first)
  })
  radios(figure)[0]!.click()
  const shift = () => figure.querySelector('.shift-words')!.textContent
  await vi.waitFor(() => expect(words(figure)).toContain('The greatest of'))
  expect(shift()).toBe('The map stands where it was.')
  button('1 pixel').click()
  await vi.waitFor(() => expect(shift()).toContain('outputs'))
  expect(errors).toEqual([])
})

const pointer = (type: string, target: Element, x: number, y: number) =>
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
const button = (figure: HTMLElement, name: string) =>
  [...figure.querySelectorAll('button')].find((each) => each.textContent === name)!

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
