/** What stands in the programs and in their file; that they learn as the figures do is tested in twins.test.ts. */
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { describe, expect, test, vi } from 'vitest'
import type { SavedFile } from '../../src/code/file.ts'
import { release } from '../../src/code/tensorflow.ts'
import { random } from '../../src/nn/random.ts'
import { planar } from '../../src/nn/datasets/planar.ts'
import { engine } from '../../src/nn/engine.ts'
import { coded, codedBy, requestOf } from './figures.ts'
import { numbersAfter, runSource, shortened } from './runSource.ts'

const all = coded.flatMap((figure) =>
  Object.keys(figure.experiment.setup.variants).map((variant) => ({ ...figure, variant })),
)
const named = (request: ReturnType<typeof requestOf>, figure: (typeof all)[number]) => ({
  tensorflow: figure.code.source('tensorflow', request),
  keras: figure.code.source('keras', request),
})

test('programs ask for the release that they are tested with', async () => {
  const { dependencies } = JSON.parse(await readFile('package.json', 'utf8')) as {
    dependencies: Record<string, string>
  }
  expect(release).toBe(dependencies['@tensorflow/tfjs-core'])
})

describe('Keras', () => {
  /** Numbers and names that decide what is trained, in one spelling for both languages. */
  const settings = (text: string) => {
    const code = text
      .replace(/^\s*(\/\/|#).*$/gm, '')
      .replace(/Math\.sqrt\(([^()]*(?:\([^()]*\))?[^()]*)\)/g, '($1) ** 0.5')
      .replace(/negative_slope/g, 'alpha')
      .replaceAll('((', '(')
      .replaceAll('))', ')')
    const found = (pattern: RegExp) => [...code.matchAll(pattern)].map((match) => match.slice(1).join(' '))
    return {
      constants: found(
        /^(?:const )?(?:batchSize|batch_size|steps|measureEvery|measure_every|learningRate|learning_rate|leastLoss|least_loss) = ([\d.e-]+)/gm,
      ),
      sizes: found(
        /for (?:\(const )?units (?:of|in) (?:Array\((\d+)\)\.fill\((\d+)\)|\[(\d+)\] \* (\d+)|\[([\d, ]+)\])/g,
      ).map((each) => each.trim().split(' ').toSorted()),
      stddev: found(/stddev(?:: |=)([^\n}]+?)(?:\)$| \})/gm).map((each) => each.replace(/[()]/g, '').trim()),
      options: found(/\b(epsilon|momentum|groups|alpha|most)(?:: |=)([\d.e-]+)/g).toSorted(),
      activations: found(/[aA]ctivation(?:: |=|\()['"](\w+)['"]/g),
      adam: found(/\b(adam|Adam)\b/g).length > 0,
    }
  }
  test.each(all)('$widget, $variant: the same numbers as in TensorFlow.js', (figure) => {
    const { tensorflow, keras } = named(requestOf(figure, figure.variant), figure)
    const [ours, theirs] = [settings(tensorflow.text), settings(keras.text)]
    expect(theirs.constants).toEqual(ours.constants)
    expect(theirs.sizes).toEqual(ours.sizes)
    expect(theirs.stddev).toEqual(ours.stddev)
    expect(theirs.activations).toEqual(ours.activations)
    expect(theirs.adam).toBe(ours.adam)
    expect(keras.name).toBe(tensorflow.name.replace('.mjs', '.py'))
    // Losses of logits, and no truncated initializer.
    expect(keras.text).not.toMatch(/initializers\.(He|Glorot)/)
    expect(keras.text).toMatch(/from_logits=True|ops\.square|layer\(signal\)/)
  })

  /** What Python says of programs that it cannot read; nothing where there is no Python to ask. */
  async function complaints(programs: Record<string, string>): Promise<string[]> {
    const ask = `
import json, sys
for name, text in json.load(sys.stdin).items():
    try: compile(text, name, "exec")
    except SyntaxError as error: print(name, error)`
    const asked = promisify(execFile)('python3', ['-c', ask])
    asked.child.stdin?.end(JSON.stringify(programs))
    try {
      const { stdout } = await asked
      return stdout.split('\n').filter((line) => line !== '')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
      throw error
    }
  }
  test('Python can read them', async () => {
    const programs = all.map((figure) => named(requestOf(figure, figure.variant), figure).keras)
    expect(programs.length).toBeGreaterThan(40)
    expect(await complaints(Object.fromEntries(programs.map(({ name, text }) => [name, text])))).toEqual([])
  })
})

describe('the file', () => {
  const types = { float32: Float32Array, uint8: Uint8Array, uint16: Uint16Array }
  const numbers = ({ type, values }: SavedFile['train']['x']) =>
    new types[type](Uint8Array.from(atob(values), (letter) => letter.charCodeAt(0)).buffer)

  test.each(all.filter(({ widget }) => widget !== 'activation-microscope' && widget !== 'conditioning-race'))(
    '$widget, $variant: holds the weights that the figure starts from, and at most 3 MB',
    async (figure) => {
      const { code, experiment, variant, widget } = figure
      await engine.use('wasm')
      const request = requestOf(figure, variant, { seeds: [3] })
      const { text } = code.file(request)
      expect(text.length).toBeLessThan(3e6)
      const frames = experiment.train({
        config: request.config as never,
        // A checkpoint lacks filters that do not learn; those of the twin that learns start alike.
        variant: widget === 'filters-and-maps' ? 'learned' : variant,
        seeds: [3],
      })
      const first = (await frames.next()).value
      const checkpoint = await first?.save?.()
      await frames.return()
      // The lengths that weight norm starts from are sums, which each rounds in its own way.
      const rounding = variant === 'weight' ? 1e-6 : 0
      const same = (a: number, b: number) => Math.abs(a - b) <= rounding * Math.abs(b)
      /** Parameters lie one after another; what normalizes starts from 1 and 0, and is not in the file. */
      let at = 0
      for (const weights of (JSON.parse(text) as SavedFile).layers.flat().map(numbers)) {
        const rest = checkpoint!.tensors.slice(at)
        const place = rest.findIndex(
          (tensor) =>
            tensor.length === weights.length && tensor.every((value, i) => same(value, weights[i]!)),
        )
        expect(place).toBeGreaterThanOrEqual(0)
        at += place + 1
      }
    },
  )

  test('starting weights that are fitted to the first batch are those of the figure', async () => {
    const figure = codedBy('batch-norm-rescue')
    const request = requestOf(figure, 'weight', { config: { start: 'data' } })
    const saved = JSON.parse(figure.code.file(request).text) as SavedFile
    const frames = figure.experiment.train({ config: request.config as never, variant: 'weight', seeds: [0] })
    const checkpoint = await (await frames.next()).value?.save?.()
    await frames.return()
    const [, bias, gain] = saved.layers[0]!.map(numbers)
    expect(Math.max(...bias!.map((value, i) => Math.abs(value - checkpoint!.tensors[1]![i]!)))).toBeLessThan(
      1e-5,
    )
    expect(Math.max(...gain!.map((value, i) => Math.abs(value - checkpoint!.tensors[2]![i]!)))).toBeLessThan(
      1e-5,
    )
  })
})

describe('without the file', () => {
  test('points are drawn by the formulas of the figure', async () => {
    const figure = codedBy('one-bend')
    const own = random(7)
    vi.spyOn(Math, 'random').mockImplementation(() => own.uniform())
    for (const [name, draw] of Object.entries(planar)) {
      const { text } = figure.code.source('tensorflow', requestOf(figure, 'relu', { config: { data: name } }))
      const made = text.slice(text.indexOf('function points('), text.indexOf('\nfunction shuffled'))
      // oxlint-disable-next-line typescript/no-implied-eval -- it is a program that is tested
      const points = new Function('tf', `${made}; return points(20000)`) as (tf: {
        tensor2d: (rows: number[][]) => number[][]
      }) => { x: number[][]; y: number[][] }
      const { x, y } = points({ tensor2d: (rows) => rows })
      const expected = draw(random(1), { count: 20_000, noise: 0.1 })
      for (const label of [0, 1]) {
        const found = momentsOf(x.filter((_, i) => y[i]![0] === label))
        const rows = Array.from({ length: expected.count }, (_, i) => [
          expected.x[2 * i]!,
          expected.x[2 * i + 1]!,
        ])
        const right = momentsOf(rows.filter((_, i) => expected.y[i] === label))
        found.forEach((value, i) => expect(Math.abs(value - right[i]!)).toBeLessThan(0.04))
      }
    }
    vi.restoreAllMocks()
  })

  test('a program on points learns; one on digits says what is missing', async () => {
    const points = codedBy('one-bend')
    const source = shortened(points.code.source('tensorflow', requestOf(points, 'relu')).text, 5)
    const losses = numbersAfter('training loss', await runSource(source))
    expect(losses).toHaveLength(6)
    expect(losses.every(Number.isFinite)).toBe(true)
    const digits = codedBy('plateau')
    const other = digits.code.source('tensorflow', requestOf(digits, 'small')).text
    await expect(runSource(other)).rejects.toThrow(/is not here: save it from the figure/)
  })
})

/** Means, spreads and the product of both coordinates. */
function momentsOf(rows: readonly (readonly number[])[]): number[] {
  const mean = (of: (row: readonly number[]) => number) =>
    rows.reduce((sum, row) => sum + of(row), 0) / rows.length
  const [a, b] = [mean(([x]) => x!), mean(([, y]) => y!)]
  return [
    a,
    b,
    Math.sqrt(mean(([x]) => (x! - a) ** 2)),
    Math.sqrt(mean(([, y]) => (y! - b) ** 2)),
    mean(([x, y]) => x! * y!),
  ]
}

describe('what was changed on the way', () => {
  test('a learning rate is changed at the same step, with the same losses', async () => {
    const figure = codedBy('initial-loss')
    const changes = [{ step: 5, values: { learningRate: 0.5 } }]
    const request = requestOf(figure, 'small', { changes, config: { weightScale: 10 } })
    const text = shortened(figure.code.source('tensorflow', request).text, 12)
    const found = numbersAfter('training loss', await runSource(text, figure.code.file(request)))
    await engine.use('wasm')
    const config = { ...request.config }
    const frames = figure.experiment.train({ config: config as never, variant: 'small', seeds: [0] })
    const expected: number[] = []
    for await (const frame of frames) {
      expected.push((await frame.measure())['loss']![0]!)
      if (frame.step === 5) Object.assign(config, { learningRate: 0.5 })
      if (frame.step === 12) break
    }
    found.forEach((loss, step) => expect(Math.abs(loss - expected[step]!)).toBeLessThan(1e-4))
    expect(figure.code.source('keras', request).text).toContain('learning_rates = [(0, 0.1), (5, 0.5)]')
  })

  test('what a program does not do is said in it', () => {
    const figure = codedBy('covariate-shift')
    const changes = [{ step: 40, values: { shift: 0.8 } }]
    const said = (variant: string) =>
      figure.code.source('tensorflow', requestOf(figure, variant, { changes })).text.replace(/\n\/\/ /g, ' ')
    expect(said('noneShifted')).toContain('was changed to 0.8 at step 40; here it stays 0.5.')
    expect(said('noneShifted')).toContain('The shift is drawn by the library')
    expect(said('none')).not.toMatch(/was changed|class Shift/)
  })

  test('the shift is put in while it trains, and only then', async () => {
    const figure = codedBy('covariate-shift')
    const request = requestOf(figure, 'noneShifted')
    const text = shortened(figure.code.source('tensorflow', request).text, 3)
    const file = figure.code.file(request)
    const [shifted, still] = [
      numbersAfter('training loss', await runSource(text, file)),
      numbersAfter('training loss', await runSource(text.replace('most: 0.5', 'most: 0'), file)),
    ]
    expect(shifted[0]).toBe(still[0])
    expect(shifted[3]).not.toBe(still[3])
  })
})
