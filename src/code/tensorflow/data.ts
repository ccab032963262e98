/** Where a TensorFlow.js program has its rows from: the file, or the formulas of the figure's points. */
import type { Training } from '../experiment.ts'
import { pointsCode } from '../points.ts'
import { lines, losesRows, needsFile, takesAll, type Program } from '../program.ts'
import { movedCode } from './moved.ts'

export function dataCode({ name }: Program, experiment: Training): string {
  const { data, outputs, loss, lossRows } = experiment
  const target =
    loss === 'softmaxCrossEntropy'
      ? `tf.cast(tf.oneHot(tf.tensor1d(numbers(y), 'int32'), ${outputs}), 'float32')`
      : 'tf.tensor2d(Float32Array.from(numbers(y)), [y.shape[0], 1])'
  const rows = lines(
    'const rowsOf = ({ x, y }) => ({',
    '  x: tf.tensor2d(numbers(x), x.shape),',
    `  y: ${target},`,
    '})',
  )
  const all = takesAll(experiment)
  const seen =
    losesRows(experiment) &&
    lines(
      `// The loss is measured on the first ${lossRows} training images.`,
      `const seen = { x: tf.slice(train.x, 0, ${lossRows}), y: tf.slice(train.y, 0, ${lossRows}) }`,
    )
  if (data.kind === 'planar')
    return lines(
      `const saved = await load('${name}.json') // null if it is not there`,
      rows,
      `const train = saved ? rowsOf(saved.train) : points(${data.count})`,
      `const test = saved ? rowsOf(saved.test) : points(${data.count})`,
      !all && `// The rows of all batches: each pass takes every row once, in a new order.`,
      !all &&
        `const order = saved ? Array.from(numbers(saved.order)) : shuffled(${data.count}, steps * batchSize)`,
    )
  return lines(
    `const saved = await load('${name}.json')`,
    rows,
    'const train = rowsOf(saved.train)',
    data.kind === 'digits' && 'const test = rowsOf(saved.test)',
    seen,
    movedCode(data),
    !all && '// The rows of all batches: each pass takes every row once, in a new order.',
    !all && 'const order = Array.from(numbers(saved.order))',
  )
}

/** Without the file: points by the same formulas, of other draws. */
export function pointsFunction({ data }: Training): string {
  if (data.kind !== 'planar') return ''
  const { words, javascript } = pointsCode[data.name]
  return lines(
    `/** ${words}, with normal noise; classes take turns. */`,
    'function points(count) {',
    '  const uniform = (low, high) => low + (high - low) * Math.random()',
    '  const normal = () => Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random())',
    '  const [x, y] = [[], []]',
    '  for (let i = 0; i < count; i++) {',
    '    const label = i % 2',
    `    ${javascript}`,
    `    x.push(place.map((coordinate) => coordinate + ${data.noise} * normal()))`,
    '    y.push([label])',
    '  }',
    '  return { x: tf.tensor2d(x), y: tf.tensor2d(y) }',
    '}',
  )
}

export const shuffledFunction = lines(
  'function shuffled(rows, length) {',
  '  const order = []',
  '  while (order.length < length) order.push(...tf.util.createShuffledIndices(rows))',
  '  return order',
  '}',
)

export const loading = ({ experiment }: Program): string[] => {
  const must = needsFile(experiment)
  const missing = must
    ? 'throw new Error(`${name} is not here: save it from the figure, in the folder of this program`)'
    : 'return null'
  return [
    lines(
      '/** In Node from the folder where it is started, in a browser from the folder of the page. */',
      'async function load(name) {',
      "  if (typeof window !== 'undefined') {",
      '    const response = await fetch(name)',
      `    if (!response.ok) ${missing}`,
      '    return response.json()',
      '  }',
      "  const { existsSync, readFileSync } = await import('node:fs')",
      `  if (!existsSync(name)) ${missing}`,
      "  return JSON.parse(readFileSync(name, 'utf8'))",
      '}',
    ),
    lines(
      '/** Numbers in the file are base64 of their bytes. */',
      'function numbers({ type, values }) {',
      '  const bytes = Uint8Array.from(atob(values), (letter) => letter.charCodeAt(0))',
      '  return new { float32: Float32Array, uint8: Uint8Array, uint16: Uint16Array }[type](bytes.buffer)',
      '}',
    ),
  ]
}
