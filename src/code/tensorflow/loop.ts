/** How a TensorFlow.js program learns: optimizer, loss, updates, and what it says of itself. */
import type { Training } from '../experiment.ts'
import { isMoved, lines, losesRows, takesAll, trainedNetworks, type Program } from '../program.ts'
import { pruneCode } from './prune.ts'
import { shrinkCode } from './shrink.ts'

export const ratesCode = ({ rates }: Program) =>
  lines(
    '// The learning rate was changed on the way: from the update that follows so many others on, it is this.',
    `const learningRates = [${rates.map(({ from, rate }) => `{ from: ${from}, rate: ${rate} }`).join(', ')}]`,
    'const learningRate = learningRates[0].rate',
  )

export const optimizerCode: Record<Training['optimizer'], string> = {
  sgd: 'tf.train.sgd(learningRate)',
  momentum: 'tf.train.momentum(learningRate, 0.9)',
  adam: 'tf.train.adam(learningRate, 0.9, 0.999, 1e-7)',
}

export const lossCode: Record<Training['loss'], string> = {
  sigmoidCrossEntropy: '(y, logits) => tf.losses.sigmoidCrossEntropy(y, logits)',
  softmaxCrossEntropy: '(y, logits) => tf.losses.softmaxCrossEntropy(y, logits)',
  halfMeanSquare: '(y, answers) => tf.div(tf.losses.meanSquaredError(y, answers), 2)',
}

export function loopCode({ rates }: Program, experiment: Training): string {
  const { optimizer, dropout } = experiment
  const rate = '  const { rate } = learningRates.findLast(({ from }) => from <= step)'
  const setRate =
    optimizer === 'adam' ? '  optimizer.learningRate = rate' : '  optimizer.setLearningRate(rate)'
  const changed = rates.length > 1
  const learned = isMoved(experiment) ? 'moved' : 'train'
  const trained = trainedNetworks(experiment)
  const update = takesAll(experiment)
    ? trained.map((network) => `  await ${network}.trainOnBatch(train.x, train.y)`)
    : [
        "  const rows = tf.tensor1d(order.slice(step * batchSize, (step + 1) * batchSize), 'int32')",
        `  const [x, y] = [tf.gather(${learned}.x, rows), tf.gather(${learned}.y, rows)]`,
        ...trained.map((network) => `  await ${network}.trainOnBatch(x, y)`),
        '  tf.dispose([rows, x, y])',
      ]
  const shrink = shrinkCode(experiment, changed ? 'rate' : 'learningRate')
  const prune = pruneCode(experiment, optimizerCode[optimizer])
  return lines(
    experiment.leastLoss !== undefined && 'let atStart',
    shrink.before,
    prune.before,
    dropout !== undefined && masksCode,
    'for (let step = 0; step < steps; step++) {',
    '  if (step % measureEvery === 0) report(step)',
    prune.ahead,
    changed && rate,
    changed && setRate,
    dropout !== undefined && keepCode,
    shrink.ahead,
    ...update,
    shrink.behind,
    prune.behind,
    '}',
    'report(steps)',
  )
}

const masksCode = lines(
  'const dropouts = model.layers',
  '  .filter((layer) => layer instanceof Dropout)',
  '  .map((layer, i) => ({ layer, bits: numbers(saved.masks[i]), bytes: saved.masks[i].shape[1] }))',
)

const keepCode =
  '  for (const { layer, bits, bytes } of dropouts) layer.keep(bits.subarray(step * bytes, (step + 1) * bytes))'

export function reportAccuracy(experiment: Training): string {
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

export function reportLoss({ leastLoss }: Training): string {
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
