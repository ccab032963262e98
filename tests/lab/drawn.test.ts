/** The drawing pad's way from pen to answer: a network that learned the book's digits reads what is drawn on the pad. */
import { expect, test } from 'vitest'
import { defaults } from '../../src/lab/config.ts'
import { centre, likeBook } from '../../src/nn/datasets/centre.ts'
import { glyphs } from '../../src/nn/datasets/glyphs.ts'
import { engine } from '../../src/nn/engine.ts'
import { random } from '../../src/nn/random.ts'
import { createInk, side } from '../../src/ui/digits/ink.ts'
import experiment from '../../src/widgets/kill-a-relu/train.ts'

/** Pixels per side of what the network sees. */
const size = 12

/** A digit as a hand would draw it: somewhere on the pad, a little turned, of any size that fits. */
function drawing(label: number, seed: number): Float32Array {
  const r = random(seed).split(`digit ${label}`)
  const ways = glyphs[label]!
  const [turn, height] = [r.normal(0, 0.1), r.uniform(0.4, 0.75)]
  const [width, x, y] = [height * r.uniform(0.8, 1), r.uniform(0.4, 0.6), r.uniform(0.45, 0.55)]
  const ink = createInk()
  for (const stroke of ways[r.integer(ways.length)]!) {
    const points = stroke.map(([u, v]) => {
      const [across, down] = [(u - 0.5) * width, (v - 0.5) * height]
      return [
        x + Math.cos(turn) * across - Math.sin(turn) * down,
        y + Math.sin(turn) * across + Math.cos(turn) * down,
      ] as const
    })
    for (const [i, [toX, toY]] of points.entries()) ink.stroke(...(points[i - 1] ?? points[0]!), toX, toY)
  }
  return centre(ink.values, side, size, likeBook)!
}

test('a trained network reads what is drawn on the pad', async () => {
  await engine.use('wasm')
  const rows = 100
  const x = new Float32Array(rows * size * size)
  for (let i = 0; i < rows; i++) x.set(drawing(i % 10, Math.floor(i / 10)), i * size * size)
  const frames = experiment.train({
    config: defaults(experiment.setup.config),
    variant: 'reluLow',
    seeds: [0],
  })
  await frames.next()
  const { value } = await frames.next(300)
  const answers = await value!.predict!(x, rows)
  await frames.return()
  let right = 0
  for (let i = 0; i < rows; i++) {
    const row = answers.subarray(i * 10, i * 10 + 10)
    expect(row.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 4)
    if (row.indexOf(Math.max(...row)) === i % 10) right++
  }
  expect(right).toBeGreaterThanOrEqual(90)
})
