/** How a TensorFlow.js program cuts weights round after round, and goes back to the start with each cut. */
import type { Prune } from '../experiment.ts'
import { lines } from '../program.ts'
import { cutsCode, denseCode, masksCode, type PruneCode } from './masks.ts'

/** @param optimizer code that makes one. */
export function rewindCode(prune: Prune, optimizer: string): PruneCode {
  const beside = prune.rewind?.weights !== undefined
  return {
    before: lines(
      cutsCode(prune, ', and what is left starts again.'),
      beside && finderCode(optimizer),
      `const networks = [${beside ? 'finder, ' : ''}model]`,
      'const starts = networks.map((network) => network.getWeights().map((weight) => tf.clone(weight)))',
      beside ? denseCode.replace('model', 'finder') : denseCode,
      masksCode,
      prune.once === true && 'let atFirstCut = null // what makes weights important, for all cuts',
    ),
    ahead: lines(
      '  const cut = cuts.find((each) => each.step === step)',
      '  if (cut) {',
      '    masks = masksAt(cut.sparsity)',
      '    startAgain()',
      '  }',
    ),
    behind: '  if (masks) applyMasks()',
  }
}

const finderCode = (optimizer: string): string =>
  lines(
    '// The masks are found by a network that is trained beside this one, from other weights.',
    'const finder = await tf.models.modelFromJSON(model.toJSON(null, false))',
    'finder.setWeights(saved.finder.flat().map((part) => tf.tensor(numbers(part), part.shape)))',
    `finder.compile({ optimizer: ${optimizer}, loss: lossOf })`,
  )

/** What the lines above call. */
export const rewindFunctions = (
  optimizer: string,
): string => `/** Weights and biases go back to what they started from, and the optimizer remembers nothing. */
function startAgain() {
  networks.forEach((network, i) => {
    network.setWeights(starts[i])
    network.compile({ optimizer: ${optimizer}, loss: lossOf })
  })
  applyMasks()
}

function applyMasks() {
  for (const network of networks) {
    const kernels = network.layers.filter((layer) => layer.kernel).map((layer) => layer.kernel)
    kernels.forEach((kernel, i) => kernel.write(tf.tidy(() => tf.mul(kernel.read(), masks[i]))))
  }
}`
