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

for (const theme of ['light', 'dark'])
  for (const width of [1280, 390])
    test.each(names)(`axe finds nothing in %s, ${theme}, ${width} px wide`, async (name) => {
      document.documentElement.dataset['theme'] = theme
      await page.viewport(width, 900)
      const figure = await mount(name)
      for (const radio of radios(figure)) {
        radio.click()
        const { violations } = await axe.run(figure)
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join()}`),
        ).toEqual([])
      }
      expect(figure.scrollWidth).toBeLessThanOrEqual(figure.clientWidth)
      await page.screenshot({ element: figure, path: `../../.cache/gallery/${name}-${theme}-${width}.png` })
      expect(errors).toEqual([])
    })

for (const width of [1280, 390])
  test.each(['whitening', 'normalization-axes', 'dropout-masks', 'which-changes', 'pooling-routes'])(
    `no choice changes the height of %s, ${width} px wide`,
    async (name) => {
      await page.viewport(width, 900)
      const figure = await mount(name)
      await document.fonts.ready
      const before = figure.getBoundingClientRect().height
      for (const radio of radios(figure)) {
        radio.click()
        await vi.waitFor(() => expect(radio.checked).toBe(true))
        expect(figure.getBoundingClientRect().height).toBe(before)
      }
    },
  )

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
