/** What a figure saves: its data as they were measured, and its picture as it is shown. */
import { readFile } from 'node:fs/promises'
import type { Locator } from 'playwright'
import { expect, test } from 'vitest'
import { decodeRecording } from '../../src/lab/recording.ts'
import { formatValue } from '../../src/ui/format.ts'
import { figureOf, press, waitForState } from './figure.ts'
import { useSite } from './site.ts'

const site = useSite()
const chapter = 'en/activations/'
/** A run of a second. */
const short = `${chapter}?one-bend=v%3D1%26epochs%3D10%26seeds%3D0,1,2`

async function openMenu(figure: Locator): Promise<void> {
  await figure.getByRole('button', { name: 'More', exact: true }).click()
  await figure.locator('.menu').waitFor()
}

async function saved(figure: Locator, words: string): Promise<{ name: string; bytes: Buffer }> {
  await openMenu(figure)
  const download = figure.page().waitForEvent('download')
  await figure.getByRole('button', { name: words }).click()
  const file = await download
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}

async function playRecording(figure: Locator, widget: string): Promise<void> {
  await openMenu(figure)
  await figure.getByRole('button', { name: /^Play the recording/ }).click()
  await figure.page().locator(`figure[data-figure="${widget}"][data-recording][data-state="done"]`).waitFor()
}

test('the data of a recording are every number that was recorded', async () => {
  const { page, trouble } = await site.open(chapter)
  const figure = await figureOf(page, 'one-bend')
  await playRecording(figure, 'one-bend')
  const { name, bytes } = await saved(figure, 'Save the data (CSV)')
  expect(name).toBe('figure-1.1-one-bend.csv')
  const recording = decodeRecording(await readFile('content/recordings/one-bend/published.json', 'utf8'))
  const [head = '', ...lines] = bytes.toString('utf8').trimEnd().split('\r\n')
  const metrics = Object.keys(recording.metrics)
  expect(head.split(',')).toEqual([
    'variant',
    'seed',
    'step',
    'epoch',
    ...metrics,
    ...Object.keys(recording.config),
  ])
  const expected = Object.entries(recording.variants).flatMap(([variant, { steps, epochs, metrics: rows }]) =>
    recording.seeds.flatMap((seed, nth) =>
      steps.map((step, i) => [
        variant,
        seed,
        step,
        epochs[i]!,
        ...metrics.map((metric) => rows[metric]![i]![nth]!),
        ...Object.values(recording.config),
      ]),
    ),
  )
  expect(lines).toEqual(expected.map((row) => row.map(String).join(',')))
  expect(trouble).toEqual([])
})

test('the data of a live run are what its table shows', async () => {
  const { page, trouble } = await site.open(`${chapter}?one-bend=v%3D1%26epochs%3D10%26seeds%3D3`)
  const figure = await figureOf(page, 'one-bend')
  await openMenu(figure)
  await figure.getByRole('button', { name: 'Save the data (CSV)' }).click()
  await figure.getByText('There is nothing to save yet. Run the figure first.').waitFor()
  await press(figure, 'Run')
  await waitForState(figure, 'done')
  const { bytes } = await saved(figure, 'Save the data (CSV)')
  const rows = bytes
    .toString('utf8')
    .split('\r\n')
    .map((line) => line.split(','))
  const loss = rows[0]!.indexOf('loss')
  await openMenu(figure)
  await figure.getByRole('button', { name: 'Show data table' }).click()
  await figure.getByRole('table').waitFor()
  const ends = ['linear', 'tanh', 'relu'].map((variant) => rows.findLast(([first]) => first === variant)!)
  const cells = await figure
    .locator('tbody tr')
    .evaluateAll((list) => list.map((row) => row.querySelector('td')?.textContent))
  expect(cells).toEqual(ends.map((row) => formatValue(Number(row[loss]))))
  expect(ends.map((row) => row[1])).toEqual(['3', '3', '3'])
  expect(trouble).toEqual([])
})

test.each(['light', 'dark'] as const)('the picture stands for itself, %s', async (colorScheme) => {
  const { page, trouble } = await site.open(short, { colorScheme })
  const figure = await figureOf(page, 'one-bend')
  await press(figure, 'Run')
  await waitForState(figure, 'done')
  const { name, bytes } = await saved(figure, 'Save the plot (SVG)')
  expect(name).toBe('figure-1.1-one-bend.svg')
  const svg = bytes.toString('utf8')

  const alone = await page.context().newPage()
  const asked: string[] = []
  alone.on('request', (request) => asked.push(request.url()))
  await alone.setContent(svg)
  expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([])
  expect(svg).not.toMatch(/var\(|color-mix|class=|url\((?!#|data:)/)
  const words = await alone.locator('svg').first().textContent()
  for (const part of [
    'Figure 1.1',
    'two spirals',
    'training loss',
    'ReLU',
    'Length 10 epochs; seeds 0 to 2.',
  ])
    expect(words).toContain(part)
  expect(words).toContain(`${site.url}${chapter}?one-bend=`)
  // Lines are lines, and pictures are in the file.
  expect(await alone.locator('svg path[stroke-width]').count()).toBeGreaterThanOrEqual(6)
  expect(await alone.locator('svg image').count()).toBe(9)
  const parsed = await alone.evaluate(
    (text) => new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror') === null,
    svg,
  )
  expect(parsed).toBe(true)
  const ground = await alone.locator('svg > rect').first().getAttribute('fill')
  expect(Number.parseInt(ground!.slice(1, 3), 16) > 128).toBe(colorScheme === 'light')
  expect(trouble).toEqual([])
})

test('the PNG is twice the size of the SVG, with all its words', async () => {
  const { page, trouble } = await site.open(short)
  const figure = await figureOf(page, 'one-bend')
  await press(figure, 'Run')
  await waitForState(figure, 'done')
  const [svg, png] = [await saved(figure, 'Save the plot (SVG)'), await saved(figure, 'Save the plot (PNG)')]
  const height = Number(/height="(\d+)"/.exec(svg.bytes.toString('utf8'))![1])
  expect(png.bytes.readUInt32BE(20)).toBe(2 * height)
  // The last line says where the picture is from: it is there when the fonts are.
  const dark = await page.evaluate(async (data) => {
    const image = new Image()
    image.src = `data:image/png;base64,${data}`
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.width
    canvas.height = 80
    const context = canvas.getContext('2d')!
    context.drawImage(image, 0, 80 - image.height)
    const pixels = context.getImageData(0, 0, canvas.width, 80).data
    return pixels.filter((value, i) => i % 4 === 0 && value < 160).length
  }, png.bytes.toString('base64'))
  expect(dark).toBeGreaterThan(1000)
  expect(trouble).toEqual([])
})
