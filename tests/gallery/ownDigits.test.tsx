/** The reader's own digits, with the real worker: drawing with a pen and with keys, reading files, going back. */
import axe from 'axe-core'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { centre, likeBook, likeMnist } from '../../src/nn/datasets/centre.ts'
import { readImages } from '../../src/nn/datasets/idxFiles.ts'
import { LiveFigure, OwnDigits } from '../../src/ui/index.ts'
import setup from '../../src/widgets/kill-a-relu/config.ts'
import { useRun } from '../../src/widgets/useRun.ts'
import { file, gzip, idxBytes, someLabels, somePixels } from '../idxBytes.ts'
import { draw } from './draw.tsx'

const read = (files: readonly File[]) => readImages(files, { train: 2000, test: 500, size: 12 })
const prepare = (ink: Float32Array, side: number, own: boolean) =>
  centre(ink, side, 12, own ? likeMnist : likeBook)

function Figure() {
  const run = useRun('kill-a-relu', setup)
  return (
    <LiveFigure run={run} widget="kill-a-relu" title="A figure" subtitle="With digits" caption="No plots.">
      <OwnDigits read={read} prepare={prepare} />
    </LiveFigure>
  )
}

const errors: unknown[][] = []
beforeEach(() => {
  errors.length = 0
  const spy = vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => void errors.push(words))
  onTestFinished(() => spy.mockRestore())
})

/** Milliseconds: for what is loaded, read or answered elsewhere, on a machine that is busy. */
const patience = 60_000

/** Mounts the figure with its part for digits open. */
async function mount(head = ''): Promise<HTMLElement> {
  history.replaceState(null, '', `?kill-a-relu=${encodeURIComponent('v=1&backend=wasm&seeds=0')}`)
  document.head.insertAdjacentHTML('beforeend', head)
  onTestFinished(() => {
    document.querySelector('meta[name=digits]')?.remove()
    history.replaceState(null, '', location.pathname)
  })
  const place = await draw(<Figure />)
  press(place, 'Your own digits')
  // Its code comes now.
  return vi.waitFor(() => find(place, '.own-parts .pad-canvas').closest<HTMLElement>('figure')!, patience)
}

function find(within: ParentNode, selector: string): HTMLElement {
  const found = within.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`There is no ${selector}.`)
  return found
}

function press(within: ParentNode, name: string): void {
  const found = [...within.querySelectorAll('button')].find((each) =>
    (each.getAttribute('aria-label') ?? each.textContent).includes(name),
  )
  if (!found) throw new Error(`There is no button called ${name}.`)
  found.click()
}

/** A seven, drawn with a pointer. */
function drawSeven(figure: HTMLElement, pointerType: string): void {
  const canvas = find(figure, '.pad-canvas')
  const { left, top, width, height } = canvas.getBoundingClientRect()
  const at = (type: string, x: number, y: number) =>
    canvas.dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        pointerId: 1,
        pointerType,
        button: 0,
        clientX: left + x * width,
        clientY: top + y * height,
      }),
    )
  // A made-up pointer cannot be captured; real ones can.
  canvas.setPointerCapture = () => {}
  at('pointerdown', 0.25, 0.2)
  at('pointermove', 0.75, 0.2)
  at('pointermove', 0.45, 0.85)
  at('pointerup', 0.45, 0.85)
}

const readDigits = (figure: HTMLElement) =>
  [...figure.querySelectorAll<HTMLElement>('.answer')].map(({ dataset }) => dataset['digit'])
const spoken = (figure: HTMLElement) =>
  [...figure.querySelectorAll('[role=status]')].map(({ textContent }) => textContent).join(' ')

const train = (count: number) => idxBytes([count, 28, 28], somePixels(count * 784))

test.each(['mouse', 'touch', 'pen'])(
  'a digit drawn by %s is read by every network, in words too',
  async (kind) => {
    const figure = await mount()
    press(figure, 'Step')
    drawSeven(figure, kind)
    await vi.waitFor(
      () => expect(readDigits(figure).every((digit) => /^\d$/.test(digit ?? ''))).toBe(true),
      patience,
    )
    expect(readDigits(figure)).toHaveLength(3)
    await vi.waitFor(
      () => expect(spoken(figure)).toMatch(/ReLU, low reads an? \d, \d+(\.\d)?%; ReLU, high reads/),
      patience,
    )
    press(figure, 'Clear')
    await vi.waitFor(() => expect(readDigits(figure)).toEqual([undefined, undefined, undefined]))
    expect(errors).toEqual([])
  },
)

test('a second press while its code is on its way calls the pad back', async () => {
  const place = await draw(<Figure />)
  for (let time = 0; time < 2; time++) press(place, 'Your own digits')
  await Promise.all([
    import('../../src/ui/digits/DrawingPad.tsx'),
    import('../../src/ui/digits/DropZone.tsx'),
  ])
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
  expect(place.querySelector('.pad-canvas')).toBeNull()
  press(place, 'Your own digits')
  await vi.waitFor(() => find(place, '.pad-canvas'), patience)
})

test('keys draw on the pad, and do not reach the figure', async () => {
  const figure = await mount()
  press(figure, 'Step')
  await vi.waitFor(() => expect(figure.dataset['state']).toBe('paused'), patience)
  find(figure, '.pad-canvas').focus()
  await userEvent.keyboard(' {ArrowDown}{Shift>}{ArrowDown}{ArrowDown}{/Shift}')
  await vi.waitFor(() => expect(spoken(figure)).toContain('Row 6, column 6, ink'))
  await vi.waitFor(() => expect(readDigits(figure)[0]).toMatch(/\d/), patience)
  await userEvent.keyboard(' ')
  await vi.waitFor(() => expect(spoken(figure)).toContain('Row 6, column 6, paper'))
  expect(figure.dataset['state']).toBe('paused')
  expect(errors).toEqual([])
})

test('files are read on the device, refused with a sentence, and given up again', async () => {
  const figure = await mount()
  const fetched = vi.spyOn(window, 'fetch')
  const drop = (...files: File[]) => {
    const data = new DataTransfer()
    for (const each of files) data.items.add(each)
    find(figure, '.drop').dispatchEvent(
      new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }),
    )
  }
  const labels = file('labels', idxBytes([2500], someLabels(2500)))
  drop(file('pictures.gz', await gzip(train(2500))), labels)
  await vi.waitFor(
    () => expect(spoken(figure)).toContain('2,500 images of 28 × 28 from pictures.gz, kept on this device.'),
    patience,
  )
  press(figure, 'Step')
  await vi.waitFor(() => expect(figure.dataset['state']).toBe('paused'), patience)
  drop(file('cut', train(2500).subarray(0, 5000)), labels)
  await vi.waitFor(
    () => expect(find(figure, '[role=alert]').textContent).toContain('“cut” is cut short'),
    patience,
  )
  // What was there stays.
  expect(spoken(figure)).toContain('from pictures.gz')
  press(figure, 'Use the book’s digits again')
  await vi.waitFor(() => expect(spoken(figure)).toContain('The book’s own digits'))
  expect(figure.querySelector('.own-error')).toBeNull()
  expect(fetched).not.toHaveBeenCalled()
  expect(errors).toEqual([])
})

test('digits that come with the site are the default; one that is missing is said', async () => {
  const addresses = [train(2600), idxBytes([2600], someLabels(2600))].map((bytes) =>
    URL.createObjectURL(new Blob([bytes])),
  )
  const figure = await mount(`<meta name="digits" content="${addresses.join(' ')}">`)
  await vi.waitFor(
    () => expect(spoken(figure)).toMatch(/2,600 images of 28 × 28 from .*, which come with this site/),
    patience,
  )
  press(figure, 'Use the book’s digits again')
  await vi.waitFor(() => expect(spoken(figure)).toContain('The book’s own digits'))
  find(document, 'meta[name=digits]').setAttribute('content', '/not-there/train-images-idx3-ubyte')
  press(figure, 'Use this site’s digits')
  await vi.waitFor(
    () => expect(find(figure, '[role=alert]').textContent).toMatch(/train-images-idx3-ubyte/),
    patience,
  )
})

test('axe finds nothing in the open part, before and after drawing', async () => {
  const figure = await mount()
  for (const act of [() => {}, () => drawSeven(figure, 'mouse')]) {
    act()
    const { violations } = await axe.run(find(figure, '.own'), { resultTypes: ['violations'] })
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
      [],
    )
  }
})
