/** The network of a Keras program, layer by layer, and what it starts from. */
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

/**
 * HeNormal and GlorotNormal of Keras are truncated at two standard deviations (and made wider for it), the figure's are
 * not: https://keras.io/api/layers/initializers/. An initializer gives the same numbers again, so each layer has its own.
 */
export function startCode(name: string, start: Start): string {
  const define = `def ${name}(${needs(start).join(', ')}):`
  const times = factors(start)
  const normal = (class_: string, stddev: string) =>
    lines(
      define,
      `    # Not ${class_}, which cuts normal numbers off at two standard deviations.`,
      `    return keras.initializers.RandomNormal(stddev=${times}${stddev})`,
    )
  switch (start.rule) {
    case 'he':
      return normal('HeNormal', '(2 / inputs) ** 0.5')
    case 'xavier':
      return normal('GlorotNormal', '(2 / (inputs + units)) ** 0.5')
    case 'fanInUniform':
      return lines(
        define,
        `    limit = ${times}(1 / inputs) ** 0.5`,
        '    return keras.initializers.RandomUniform(-limit, limit)',
      )
    case 'normal': {
      const mean = start.mean ? `mean=${start.mean}, ` : ''
      return lines(
        define,
        `    return keras.initializers.RandomNormal(${mean}stddev=${times}${start.stddev})`,
      )
    }
    default:
      return lines(
        define,
        start.value === 0
          ? '    return keras.initializers.Zeros()'
          : `    return keras.initializers.Constant(${start.value})`,
      )
  }
}

function normalizationLayer(normalization: Normalization): string | false {
  switch (normalization.name) {
    case 'batch':
      return `BatchNorm(momentum=${normalization.momentum}, epsilon=${normalization.epsilon})`
    case 'layer':
      return `layers.LayerNormalization(epsilon=${normalization.epsilon})`
    case 'group':
      return `layers.GroupNormalization(groups=${normalization.groups}, epsilon=${normalization.epsilon})`
    default:
      return false
  }
}

const words: LayerWords = {
  normalization: normalizationLayer,
  shift: (most) => `Shift(${most})`,
  dropout: (rate) => `Dropout(${rate})`,
  // LeakyReLU's slope is 0.3 by default, and its argument has been called negative_slope since Keras 3.
  activation: (activation) =>
    activation === 'leakyRelu'
      ? 'layers.LeakyReLU(negative_slope=0.01)'
      : `layers.Activation("${activation}")`,
}

const penaltyOption = ({ penalty }: Training): string[] =>
  penalty ? [`kernel_regularizer=keras.regularizers.${penalty.name.toUpperCase()}(${penalty.strength})`] : []

export function modelCode(experiment: Training): string {
  const { hidden, outputs, normalization, start, outputStart } = experiment
  const counts = countsInputs(experiment)
  const { bias, activation, after } = hiddenLayer(experiment, words)
  const penalized = penaltyOption(experiment)
  const options = [
    'units',
    `kernel_initializer=${startCall('start', start, 'units')}`,
    ...(bias ? [] : ['use_bias=False']),
    ...(activation ? [`activation="${activation}"`] : []),
    ...penalized,
  ].join(', ')
  const dense = normalization?.name === 'weight' ? `WeightNormDense(${options})` : `layers.Dense(${options})`
  const taken = lastMaps(experiment)
  const last = startCall(
    outputStart ? 'output_start' : 'start',
    outputStart ?? start,
    String(outputs),
    taken ? product(taken) : undefined,
  )
  const loop = lines(
    `for units in ${sizesAsCode(hidden, (size, count) => `[${size}] * ${count}`)}:`,
    ...[dense, ...after].map((layer) => `    model.add(${layer})`),
    counts && '    inputs = units',
  )
  return lines(
    `model = keras.Sequential([keras.Input((${featuresOf(experiment)},))])`,
    counts && `inputs = ${featuresOf(experiment)}`,
    mapsCode(experiment, penalized),
    hidden.length > 0 && loop,
    `model.add(layers.Dense(${[String(outputs), `kernel_initializer=${last}`, ...penalized].join(', ')}))`,
  )
}

const withWeights = '[layer for layer in model.layers if hasattr(layer, "kernel")]'

export const startFromFile = ({ experiment }: Program): string =>
  needsFile(experiment)
    ? lines(
        '# The figure starts from these numbers; without the next two lines the layers draw others by the same rule.',
        `for layer, parts in zip(${withWeights}, saved["layers"]):`,
        '    layer.set_weights([numbers(part) for part in parts])',
      )
    : lines(
        'if saved:',
        `    for layer, parts in zip(${withWeights}, saved["layers"]):`,
        '        layer.set_weights([numbers(part) for part in parts])',
      )
