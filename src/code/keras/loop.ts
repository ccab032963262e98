/** How a Keras program learns: optimizer, loss, updates, and what it says of itself. */
import type { Training } from '../experiment.ts'
import { isMoved, lines, losesRows, takesAll, trainedNetworks, type Program } from '../program.ts'
import { pruneCode } from './prune.ts'
import { decayOption, shrinkCode } from './shrink.ts'

export const ratesCode = ({ rates }: Program) =>
  lines(
    '# The learning rate was changed on the way: from the update that follows so many others on, it is this.',
    `learning_rates = [${rates.map(({ from, rate }) => `(${from}, ${rate})`).join(', ')}]`,
    'learning_rate = learning_rates[0][1]',
  )

/** Keras's momentum is 0 unless it is asked for; with it, v = 0.9 v - rate g and w = w + v, as in the figure. */
const optimizers: Record<Training['optimizer'], string> = {
  sgd: 'SGD(learning_rate',
  momentum: 'SGD(learning_rate, momentum=0.9',
  adam: 'Adam(learning_rate, beta_1=0.9, beta_2=0.999, epsilon=1e-7',
}

export const optimizerCode = (experiment: Training): string =>
  `keras.optimizers.${optimizers[experiment.optimizer]}${decayOption(experiment)})`

export const optimizerComment: Record<Training['optimizer'], string | false> = {
  sgd: false,
  momentum: '# Classical momentum, not that of Nesterov.',
  adam: false,
}

/** Without from_logits Keras takes probabilities, and clips them. */
export const lossCode: Record<Training['loss'], string> = {
  sigmoidCrossEntropy: 'loss_of = keras.losses.BinaryCrossentropy(from_logits=True)',
  softmaxCrossEntropy: 'loss_of = keras.losses.SparseCategoricalCrossentropy(from_logits=True)',
  halfMeanSquare: lines('def loss_of(y, answers):', '    return ops.mean(ops.square(answers - y)) / 2'),
}

export function reportAccuracy(experiment: Training): string {
  const seen = losesRows(experiment) ? 'seen' : 'train'
  const right =
    experiment.loss === 'softmaxCrossEntropy'
      ? 'logits.argmax(axis=1) == test_y'
      : '(logits > 0) == (test_y > 0)'
  return lines(
    'def report(step):',
    `    loss = float(loss_of(${seen}_y, model.predict_on_batch(${seen}_x)))`,
    '    logits = model.predict_on_batch(test_x)',
    `    right = np.mean(${right})`,
    '    print(f"step {step}: training loss {loss:.6g}, test accuracy {right:.1%}")',
  )
}

export function reportLoss({ leastLoss }: Training): string {
  if (leastLoss === undefined)
    return lines(
      'def report(step):',
      '    loss = float(loss_of(train_y, model.predict_on_batch(train_x)))',
      '    print(f"step {step}: training loss {loss:.6g}")',
    )
  return lines(
    'def to_lose():',
    '    return float(loss_of(train_y, model.predict_on_batch(train_x))) - least_loss',
    '',
    '',
    'at_start = to_lose()',
    '',
    '',
    'def report(step):',
    '    """What is still to lose, as a share of what was to lose at the start."""',
    '    print(f"step {step}: loss still to lose {to_lose() / at_start:.6g} of the start")',
  )
}

export function loopCode({ rates }: Program, experiment: Training): string {
  const changed = rates.length > 1
  const { dropout } = experiment
  const learned = isMoved(experiment) ? 'moved' : 'train'
  const rows = takesAll(experiment)
    ? 'train_x, train_y'
    : `${learned}_x[order[step]], ${learned}_y[order[step]]`
  const shrink = shrinkCode(experiment)
  const prune = pruneCode(experiment)
  return lines(
    shrink.before,
    prune.before,
    dropout !== undefined && 'dropouts = [layer for layer in model.layers if isinstance(layer, Dropout)]',
    dropout !== undefined && 'masks = [numbers(part) for part in saved["masks"]]',
    'for step in range(steps):',
    '    if step % measure_every == 0:',
    '        report(step)',
    prune.ahead,
    changed && '    optimizer.learning_rate = [rate for first, rate in learning_rates if first <= step][-1]',
    dropout !== undefined && '    for layer, bits in zip(dropouts, masks):',
    dropout !== undefined && '        layer.keep(bits[step])',
    ...trainedNetworks(experiment).map((network) => `    ${network}.train_on_batch(${rows})`),
    shrink.behind,
    prune.behind,
    'report(steps)',
  )
}
