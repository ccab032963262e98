/** The network of a TensorFlow.js program, layer by layer, and what it starts from. */
import type { Normalization, Start, Training } from '../experiment.ts'
import { hiddenLayer, type LayerWords } from '../hiddenLayer.ts'
import { lastMaps, product } from '../maps.ts'
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
import { mapsCode } from './maps.ts'

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

const words: LayerWords = {
  normalization: normalizationLayer,
  shift: (most) => `new Shift({ most: ${most} })`,
  dropout: (rate) => `new Dropout({ rate: ${rate} })`,
  activation: (activation) =>
    activation === 'leakyRelu'
      ? 'tf.layers.leakyReLU({ alpha: 0.01 })'
      : `tf.layers.activation({ activation: '${activation}' })`,
}

const penaltyOption = ({ penalty }: Training): string[] =>
  penalty
    ? [`kernelRegularizer: tf.regularizers.${penalty.name}({ ${penalty.name}: ${penalty.strength} })`]
    : []

export function modelCode(experiment: Training): string {
  const { hidden, outputs, normalization, start, outputStart } = experiment
  const counts = countsInputs(experiment)
  const { bias, activation, after } = hiddenLayer(experiment, words)
  const penalized = penaltyOption(experiment)
  const options = [
    'units',
    `kernelInitializer: ${startCall('start', start, 'units')}`,
    ...(bias ? [] : ['useBias: false']),
    ...(activation ? [`activation: '${activation}'`] : []),
    ...penalized,
  ].join(', ')
  const dense =
    normalization?.name === 'weight'
      ? `new WeightNormDense({ ${options} })`
      : `tf.layers.dense({ ${options} })`
  const taken = lastMaps(experiment)
  const last = startCall(
    outputStart ? 'outputStart' : 'start',
    outputStart ?? start,
    String(outputs),
    taken ? product(taken) : undefined,
  )
  const loop = lines(
    `for (const units of ${sizesAsCode(hidden, (size, count) => `Array(${count}).fill(${size})`)}) {`,
    ...[dense, ...after].map((layer) => `  model.add(${layer})`),
    counts && '  inputs = units',
    '}',
  )
  return lines(
    'const model = tf.sequential()',
    `model.add(tf.layers.inputLayer({ inputShape: [${featuresOf(experiment)}] }))`,
    counts && `let inputs = ${featuresOf(experiment)}`,
    mapsCode(experiment, penalized),
    hidden.length > 0 && loop,
    `model.add(tf.layers.dense({ ${[`units: ${outputs}`, `kernelInitializer: ${last}`, ...penalized].join(', ')} }))`,
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
