/** How a TensorFlow.js program cuts weights and trains on under masks. */
import type { Prune, Training } from '../experiment.ts'
import { lines } from '../program.ts'
import { filtersCode, filtersFunction } from './filters.ts'
import { cutsCode, denseCode, maskingCode, masksCode, type PruneCode } from './masks.ts'
import { rewindCode, rewindFunctions } from './rewind.ts'
import { unitsCode, unitsFunction } from './units.ts'

/** @param optimizer code that makes one. */
export function pruneCode({ prune, cutUnits, cutMaps }: Training, optimizer: string): PruneCode {
  if (cutMaps) return filtersCode(cutMaps)
  if (cutUnits) return unitsCode(cutUnits)
  if (!prune) return { before: false, ahead: false, behind: false }
  if (prune.rewind) return rewindCode(prune, optimizer)
  return {
    before: lines(cutsCode(prune, '; biases stay.'), denseCode, masksCode),
    ahead: false,
    behind: lines(
      '  const cut = cuts.find((each) => each.step === step + 1)',
      '  if (cut) masks = masksAt(cut.sparsity)',
      maskingCode,
    ),
  }
}

/** What the lines above call. */
export function pruneFunctions({ prune, cutUnits, cutMaps }: Training, optimizer: string): string {
  if (cutMaps) return filtersFunction(cutMaps)
  if (cutUnits) return unitsFunction
  if (!prune) return ''
  const { by, scope, once = false, rewind } = prune
  return [importance[by], scopes[scope](once), rewind ? rewindFunctions(optimizer) : '']
    .filter((part) => part !== '')
    .join('\n\n')
}

const importance: Record<Prune['by'], string> = {
  magnitude: `/** What makes a weight important: its size. The least important are cut first. */
function importance() {
  return dense.map(({ kernel }) => kernel.read().dataSync().map((weight) => Math.abs(weight)))
}`,
  smallestKept: `/** What makes a weight important: that it is small. The largest are cut first. */
function importance() {
  return dense.map(({ kernel }) => kernel.read().dataSync().map((weight) => -Math.abs(weight)))
}`,
  random: `/** What makes a weight important: a number that was drawn for it. The smallest are cut first. */
function importance() {
  return saved.scores.map((part) => numbers(part))
}`,
  saliency: `/**
 * What makes a weight important: its saliency h w^2 / 2 (LeCun, Denker and Solla 1990), with h the second derivative of the
 * training loss by this weight alone. With the probabilities p and the derivatives J of the logits by what enters a
 * layer, h is the mean over images of a^2 (sum of p J^2 - (sum of p J)^2), a being the weight's input.
 */
function importance() {
  return tf.tidy(() => {
    const kernels = dense.map(({ kernel }) => kernel.read())
    const inputs = [train.x]
    const sums = dense.map(({ bias }, l) => {
      const z = tf.add(tf.matMul(inputs[l], kernels[l]), bias.read())
      inputs.push(tf.relu(z))
      return z
    })
    const p = tf.softmax(sums.at(-1))
    const classes = p.shape[1]
    const first = sums.map((z) => tf.zerosLike(z))
    const second = sums.map((z) => tf.zerosLike(z))
    for (let c = 0; c < classes; c++) {
      const chance = tf.slice(p, [0, c], [-1, 1])
      let J = tf.mul(tf.onesLike(p), tf.oneHot(tf.scalar(c, 'int32'), classes))
      for (let l = dense.length - 1; l >= 0; l--) {
        const weighted = tf.mul(J, chance)
        first[l] = tf.add(first[l], weighted)
        second[l] = tf.add(second[l], tf.mul(weighted, J))
        if (l > 0) J = tf.mul(tf.matMul(J, kernels[l], false, true), tf.step(sums[l - 1]))
      }
    }
    return kernels.map((kernel, l) => {
      const spread = tf.sub(second[l], tf.square(first[l]))
      const h = tf.div(tf.matMul(tf.square(inputs[l]), spread, true), train.x.shape[0])
      return tf.div(tf.mul(h, tf.square(kernel)), 2).dataSync()
    })
  })
}`,
}

const scoresCode = (once: boolean) => `  // What is cut already is the least important of all.
  const scores = ${once ? '(atFirstCut ??= importance())' : 'importance()'}.map((layer, i) => {
    const before = masks?.[i].dataSync()
    return Array.from(layer, (score, j) => (before?.[j] === 0 ? -Infinity : score))
  })
  const threshold = (of) => of.toSorted((a, b) => a - b)[Math.round(sparsity * of.length)]`

const maskCode = '    tf.tensor2d(layer.map((score) => (score >= least ? 1 : 0)), dense[i].kernel.shape)'

const scopes: Record<Prune['scope'], (once: boolean) => string> = {
  global: (once) => `function masksAt(sparsity) {
${scoresCode(once)}
  const least = threshold(scores.flat()) // one for the whole network
  return scores.map((layer, i) =>
${maskCode},
  )
}`,
  layer: (once) => `function masksAt(sparsity) {
${scoresCode(once)}
  return scores.map((layer, i) => {
    const least = threshold(layer) // one for each layer
    return (
  ${maskCode}
    )
  })
}`,
}
