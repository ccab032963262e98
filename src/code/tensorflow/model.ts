/** The network of a TensorFlow.js program, layer by layer, and what it starts from. */
import type { Normalization, Start, Training } from '../experiment.ts'
import {
  countsInputs,
  factors,
  featuresOf,
  lines,
  needs,
  needsFile,
  sizesAsCode,
  startCall,
  type Program,
} from '../program.ts'

/** A function that makes the initializer of a layer. */
export function startCode(name: string, start: Start): string {
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

export function modelCode(experiment: Training): string {
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

/** A layer with weights has a kernel; layers that normalize start from 1 and 0 by themselves. */
export function startFromFile({ experiment }: Program): string {
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
