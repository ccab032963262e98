/** An experiment as a TensorFlow.js program: one module, for Node or a browser, with the layers API. */
import type { Training } from './experiment.ts'
import { blocks, comment, lines, takesAll, type Program } from './program.ts'
import { dataCode, loading, pointsFunction, shuffledFunction } from './tensorflow/data.ts'
import { customLayers } from './tensorflow/layers.ts'
import {
  lossCode,
  loopCode,
  optimizerCode,
  ratesCode,
  reportAccuracy,
  reportLoss,
} from './tensorflow/loop.ts'
import { modelCode, startCode, startFromFile } from './tensorflow/model.ts'
import { passing } from './tensorflow/passing.ts'
import { pruneFunctions } from './tensorflow/prune.ts'

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
    pruneFunctions(experiment, optimizerCode[experiment.optimizer]),
    regression ? reportLoss(experiment) : reportAccuracy(experiment),
    data.kind === 'planar' ? pointsFunction(experiment) : '',
    data.kind === 'planar' && !all ? shuffledFunction : '',
  ]
}
