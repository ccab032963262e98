/** An experiment as a TensorFlow.js program: one module, for Node or a browser, with the layers API. */
import type { Normalization, Passing, Start, Training } from './experiment.ts'
import { pointsCode } from './points.ts'
import {
  blocks,
  comment,
  countsInputs,
  factors,
  featuresOf,
  lines,
  losesRows,
  needs,
  needsFile,
  sizesAsCode,
  takesAll,
  type Program,
} from './program.ts'
import { customLayers } from './tensorflowLayers.ts'

/** The release that the tests run the programs with. */
export const release = '4.22.0'

export function tensorflow(program: Program): string {
  const { experiment } = program
  const head = [
    comment('//', [...program.words, runWords(program)]),
    "import * as tf from '@tensorflow/tfjs'",
  ]
  return experiment.kind === 'training'
    ? blocks(...head, ...training(program, experiment), ...loading(program))
    : blocks(...head, ...passing(program, experiment), ...loading(program))
}

const runWords = ({ name }: Program) =>
  `Run it: npm install @tensorflow/tfjs@${release}, keep this as ${name}.mjs, then node ${name}.mjs. ` +
  `In a browser: a script of type module that imports from ` +
  `https://cdn.jsdelivr.net/npm/@tensorflow/tfjs@${release}/+esm instead.`

// ---------- a network that learns

function training(program: Program, experiment: Training): string[] {
  const { data, loss, batchSize, steps, measureEvery, learningRate, leastLoss } = experiment
  const regression = loss === 'halfMeanSquare'
  const all = takesAll(experiment)
  return [
    lines(
      !all && `const batchSize = ${batchSize}`,
      `const steps = ${steps}`,
      `const measureEvery = ${measureEvery}`,
      program.rates.length === 1 && `const learningRate = ${learningRate}`,
      program.rates.length > 1 && ratesCode(program),
      leastLoss !== undefined && `const leastLoss = ${leastLoss} // of the best line through these rows`,
    ),
    dataCode(program, experiment),
    startCode('start', experiment.start),
    experiment.outputStart ? startCode('outputStart', experiment.outputStart) : '',
    customLayers(experiment),
    modelCode(experiment),
    lines(
      `const optimizer = ${optimizerCode[experiment.optimizer]}`,
      `const lossOf = ${lossCode[loss]}`,
      'model.compile({ optimizer, loss: lossOf })',
    ),
    startFromFile(program),
    loopCode(program, experiment),
    regression ? reportLoss(experiment) : reportAccuracy(experiment),
    data.kind === 'planar' ? pointsFunction(experiment) : '',
    data.kind === 'planar' && !all ? shuffledFunction : '',
  ]
}

const ratesCode = ({ rates }: Program) =>
  lines(
    '// The learning rate was changed on the way: from the update that follows so many others on, it is this.',
    `const learningRates = [${rates.map(({ from, rate }) => `{ from: ${from}, rate: ${rate} }`).join(', ')}]`,
    'const learningRate = learningRates[0].rate',
  )

function dataCode({ name }: Program, experiment: Training): string {
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
    !all && '// The rows of all batches: each pass takes every row once, in a new order.',
    !all && 'const order = Array.from(numbers(saved.order))',
  )
}

/** A function that makes the initializer of a layer. */
function startCode(name: string, start: Start): string {
  const of = `(${needs(start).join(', ')})`
  const times = factors(start)
  switch (start.rule) {
    case 'he':
      return lines(
        '// Plain normal numbers: tf.initializers.heNormal cuts them off at two standard deviations.',
        `const ${name} = ${of} => tf.initializers.randomNormal({ stddev: ${times}Math.sqrt(2 / inputs) })`,
      )
    case 'xavier':
      return lines(
        '// Plain normal numbers: tf.initializers.glorotNormal cuts them off at two standard deviations.',
        `const ${name} = ${of} =>`,
        `  tf.initializers.randomNormal({ stddev: ${times}Math.sqrt(2 / (inputs + units)) })`,
      )
    case 'fanInUniform':
      return lines(
        `const ${name} = ${of} => {`,
        `  const limit = ${times}Math.sqrt(1 / inputs)`,
        '  return tf.initializers.randomUniform({ minval: -limit, maxval: limit })',
        '}',
      )
    case 'normal': {
      const mean = start.mean ? `mean: ${start.mean}, ` : ''
      return `const ${name} = ${of} => tf.initializers.randomNormal({ ${mean}stddev: ${times}${start.stddev} })`
    }
    default:
      return start.value === 0
        ? `const ${name} = () => tf.initializers.zeros()`
        : `const ${name} = () => tf.initializers.constant({ value: ${start.value} })`
  }
}

/** `units` is code for the number of units. */
const startCall = (name: string, start: Start, units: string) =>
  `${name}(${needs(start)
    .map((each) => (each === 'units' ? units : each))
    .join(', ')})`

/** Names of activations that a layer can be told. */
const activationLayer = (activation: Training['activation']): string =>
  activation === 'leakyRelu'
    ? 'tf.layers.leakyReLU({ alpha: 0.01 })'
    : `tf.layers.activation({ activation: '${activation}' })`

function normalizationLayer(normalization: Normalization): string | false {
  switch (normalization.name) {
    case 'batch': {
      const { momentum, epsilon } = normalization
      return `new BatchNorm({ momentum: ${momentum}, epsilon: ${epsilon} })`
    }
    case 'layer':
      return `tf.layers.layerNormalization({ epsilon: ${normalization.epsilon} })`
    case 'group': {
      const { groups, epsilon } = normalization
      return `new GroupNorm({ groups: ${groups}, epsilon: ${epsilon} })`
    }
    default:
      return false
  }
}

function modelCode(experiment: Training): string {
  const { hidden, outputs, activation, normalization, shift, start, outputStart } = experiment
  const counts = countsInputs(experiment)
  const between = normalization && normalizationLayer(normalization)
  const bent = activation !== 'linear'
  // As an argument where nothing stands between the products and the activation.
  const own = bent && activation !== 'leakyRelu' && !normalization && !shift
  const initializer = `kernelInitializer: ${startCall('start', start, 'units')}`
  const options = [
    'units',
    initializer,
    between ? 'useBias: false' : '',
    own ? `activation: '${activation}'` : '',
  ]
  const told = `{ ${options.filter((option) => option !== '').join(', ')} }`
  const dense = normalization?.name === 'weight' ? `new WeightNormDense(${told})` : `tf.layers.dense(${told})`
  const last = startCall(outputStart ? 'outputStart' : 'start', outputStart ?? start, String(outputs))
  return lines(
    'const model = tf.sequential()',
    `model.add(tf.layers.inputLayer({ inputShape: [${featuresOf(experiment)}] }))`,
    counts && `let inputs = ${featuresOf(experiment)}`,
    hidden.length > 0 &&
      `for (const units of ${sizesAsCode(hidden, (size, count) => `Array(${count}).fill(${size})`)}) {`,
    hidden.length > 0 && `  model.add(${dense})`,
    hidden.length > 0 && between ? `  model.add(${between})` : false,
    hidden.length > 0 && shift ? `  model.add(new Shift({ most: ${shift} }))` : false,
    hidden.length > 0 && bent && !own && `  model.add(${activationLayer(activation)})`,
    hidden.length > 0 && counts && '  inputs = units',
    hidden.length > 0 && '}',
    `model.add(tf.layers.dense({ units: ${outputs}, kernelInitializer: ${last} }))`,
  )
}

const optimizerCode: Record<Training['optimizer'], string> = {
  sgd: 'tf.train.sgd(learningRate)',
  momentum: 'tf.train.momentum(learningRate, 0.9)',
  adam: 'tf.train.adam(learningRate, 0.9, 0.999, 1e-7)',
}

const lossCode: Record<Training['loss'], string> = {
  sigmoidCrossEntropy: '(y, logits) => tf.losses.sigmoidCrossEntropy(y, logits)',
  softmaxCrossEntropy: '(y, logits) => tf.losses.softmaxCrossEntropy(y, logits)',
  halfMeanSquare: '(y, answers) => tf.div(tf.losses.meanSquaredError(y, answers), 2)',
}

/** A layer with weights has a kernel; layers that normalize start from 1 and 0 by themselves. */
function startFromFile({ experiment }: Program): string {
  const set = '.setWeights(saved.layers[i].map((part) => tf.tensor(numbers(part), part.shape)))'
  const filter = 'model.layers.filter((layer) => layer.kernel)'
  return needsFile(experiment)
    ? lines(
        '// The figure starts from these numbers; without the next three lines the layers draw others by the same rule.',
        `${filter}.forEach((layer, i) => {`,
        `  layer${set}`,
        '})',
      )
    : lines('if (saved)', `  ${filter}.forEach((layer, i) => {`, `    layer${set}`, '  })')
}

function loopCode({ rates }: Program, experiment: Training): string {
  const { optimizer } = experiment
  const rate = '  const { rate } = learningRates.findLast(({ from }) => from <= step)'
  const setRate =
    optimizer === 'adam' ? '  optimizer.learningRate = rate' : '  optimizer.setLearningRate(rate)'
  const changed = rates.length > 1
  const update = takesAll(experiment)
    ? ['  await model.trainOnBatch(train.x, train.y)']
    : [
        "  const rows = tf.tensor1d(order.slice(step * batchSize, (step + 1) * batchSize), 'int32')",
        '  const [x, y] = [tf.gather(train.x, rows), tf.gather(train.y, rows)]',
        '  await model.trainOnBatch(x, y)',
        '  tf.dispose([rows, x, y])',
      ]
  return lines(
    experiment.leastLoss !== undefined && 'let atStart',
    'for (let step = 0; step < steps; step++) {',
    '  if (step % measureEvery === 0) report(step)',
    changed && rate,
    changed && setRate,
    ...update,
    '}',
    'report(steps)',
  )
}

function reportAccuracy(experiment: Training): string {
  const seen = losesRows(experiment) ? 'seen' : 'train'
  const right =
    experiment.loss === 'softmaxCrossEntropy'
      ? 'tf.equal(tf.argMax(logits, 1), tf.argMax(test.y, 1))'
      : "tf.equal(tf.cast(tf.greater(logits, 0), 'float32'), test.y)"
  return lines(
    'function report(step) {',
    '  tf.tidy(() => {',
    `    const [loss] = lossOf(${seen}.y, model.predictOnBatch(${seen}.x)).dataSync()`,
    '    const logits = model.predictOnBatch(test.x)',
    `    const [right] = tf.mean(tf.cast(${right}, 'float32')).dataSync()`,
    '    console.log(`step ${step}: training loss ${loss.toPrecision(6)}, test accuracy ${(100 * right).toFixed(1)}%`)',
    '  })',
    '}',
  )
}

function reportLoss({ leastLoss }: Training): string {
  if (leastLoss === undefined)
    return lines(
      'function report(step) {',
      '  tf.tidy(() => {',
      '    const [loss] = lossOf(train.y, model.predictOnBatch(train.x)).dataSync()',
      '    console.log(`step ${step}: training loss ${loss.toPrecision(6)}`)',
      '  })',
      '}',
    )
  return lines(
    '/** What is still to lose, as a share of what was to lose at the start. */',
    'function report(step) {',
    '  tf.tidy(() => {',
    '    const toLose = lossOf(train.y, model.predictOnBatch(train.x)).dataSync()[0] - leastLoss',
    '    atStart ??= toLose',
    '    console.log(`step ${step}: loss still to lose ${(toLose / atStart).toPrecision(6)} of the start`)',
    '  })',
    '}',
  )
}

/** Without the file: points by the same formulas, of other draws. */
function pointsFunction({ data }: Training): string {
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

const shuffledFunction = lines(
  'function shuffled(rows, length) {',
  '  const order = []',
  '  while (order.length < length) order.push(...tf.util.createShuffledIndices(rows))',
  '  return order',
  '}',
)

// ---------- a signal that passes

function passing({ name }: Program, { rows, width, depth, activation, start }: Passing): string[] {
  return [
    lines(
      `const saved = await load('${name}.json') // null if it is not there`,
      `const x = saved ? tf.tensor2d(numbers(saved.train.x), saved.train.x.shape) : tf.randomNormal([${rows}, ${width}])`,
    ),
    lines(
      needs(start).length > 0 && `const inputs = ${width}`,
      needs(start).includes('units') && `const units = ${width}`,
    ),
    startCode('start', start),
    lines(
      'const model = tf.sequential()',
      `model.add(tf.layers.inputLayer({ inputShape: [${width}] }))`,
      `for (let layer = 0; layer < ${depth}; layer++)`,
      `  model.add(tf.layers.dense({ units: ${width}, kernelInitializer: start(${needs(start).join(', ')}), activation: '${activation}' }))`,
    ),
    lines(
      'if (saved)',
      '  model.layers.filter((layer) => layer.kernel).forEach((layer, i) => {',
      '    layer.setWeights(saved.layers[i].map((part) => tf.tensor(numbers(part), part.shape)))',
      '  })',
    ),
    lines(
      '// Nothing learns: the inputs go through once, and each layer says how far its activations spread.',
      'let signal = x',
      'model.layers.filter((layer) => layer.kernel).forEach((layer, i) => {',
      '  signal = layer.apply(signal)',
      '  // In double precision: squares of what small weights leave are too small for single.',
      '  const values = Array.from(signal.dataSync())',
      '  const mean = values.reduce((sum, value) => sum + value, 0) / values.length',
      '  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)',
      '  console.log(`layer ${i + 1}: spread ${spread.toPrecision(6)}`)',
      '})',
    ),
  ]
}

// ---------- the file

const loading = ({ experiment }: Program): string[] => {
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
