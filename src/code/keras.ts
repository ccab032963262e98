/**
 * An experiment as a Keras 3 program, for any of its backends. Where Keras's defaults are not the figure's, the program
 * says the numbers: https://keras.io/api/ (initializers, optimizers, layers), release 3.
 */
import type { Training } from './experiment.ts'
import { dataCode, loading, pointsFunction } from './keras/data.ts'
import { hasStochasticPooling, kerasLayers } from './keras/layers.ts'
import {
  lossCode,
  loopCode,
  optimizerCode,
  optimizerComment,
  ratesCode,
  reportAccuracy,
  reportLoss,
} from './keras/loop.ts'
import { modelCode, startCode, startFromFile } from './keras/model.ts'
import { passing } from './keras/passing.ts'
import { pruneFunctions } from './keras/prune.ts'
import { decayExclusion } from './keras/shrink.ts'
import { hasMaxFeatureMap } from './maps.ts'
import { comment, lines, takesAll, type Program } from './program.ts'

export function keras(program: Program): string {
  const { experiment } = program
  const parts = experiment.kind === 'training' ? training(program, experiment) : passing(program, experiment)
  return python([comment('#', [...program.words, runWords(program)]), imports(program), ...parts])
}

const runWords = ({ name }: Program) =>
  `Run it: pip install keras numpy and one of jax, torch and tensorflow (say which: KERAS_BACKEND=jax), keep this as ${name}.py, then python ${name}.py.`

const imports = ({ experiment }: Program) =>
  lines(
    'import base64',
    'import json',
    'from pathlib import Path',
    '',
    'import keras',
    'import numpy as np',
    `from keras import layers${experiment.kind === 'training' && needsOps(experiment) ? ', ops' : ''}`,
  )

const needsOps = (experiment: Training) => {
  const { normalization, loss } = experiment
  const normalized = normalization?.name === 'batch' || normalization?.name === 'weight'
  return (
    loss === 'halfMeanSquare' ||
    normalized ||
    hasStochasticPooling(experiment) ||
    hasMaxFeatureMap(experiment)
  )
}

const defines = (part: string) => /^(def|class|@)/m.test(part)

/** Two empty lines around what is defined, one between other blocks, as PEP 8 has it. */
function python(parts: readonly string[]): string {
  const shown = parts.filter((part) => part !== '')
  return `${shown
    .map((part, i) => {
      const before = shown[i - 1]
      if (before === undefined) return part
      return `${defines(part) || defines(before) ? '\n\n' : '\n'}${part}`
    })
    .join('\n')}\n`
}

function training(program: Program, experiment: Training): string[] {
  const { data, loss, batchSize, steps, measureEvery, learningRate, leastLoss, start, outputStart } =
    experiment
  const all = takesAll(experiment)
  return [
    lines(
      !all && `batch_size = ${batchSize}`,
      `steps = ${steps}`,
      `measure_every = ${measureEvery}`,
      program.rates.length === 1 && `learning_rate = ${learningRate}`,
      program.rates.length > 1 && ratesCode(program),
      leastLoss !== undefined && `least_loss = ${leastLoss}  # of the best line through these rows`,
      data.kind === 'planar' && 'rng = np.random.default_rng()',
    ),
    loading(program),
    data.kind === 'planar' ? pointsFunction(experiment) : '',
    dataCode(program, experiment),
    startCode('start', start),
    outputStart ? startCode('output_start', outputStart) : '',
    kerasLayers(experiment),
    modelCode(experiment),
    lossCode[loss],
    lines(
      optimizerComment[experiment.optimizer],
      `optimizer = ${optimizerCode(experiment)}`,
      decayExclusion(experiment),
      'model.compile(optimizer=optimizer, loss=loss_of)',
    ),
    startFromFile(program),
    experiment.loss === 'halfMeanSquare' ? reportLoss(experiment) : reportAccuracy(experiment),
    pruneFunctions(experiment, optimizerCode(experiment)),
    loopCode(program, experiment),
  ]
}
