/** How good the networks of all seeds are on given rows, in one reading. No gradients. */
import { isMlp } from './layers/mlp.ts'
import type { Network } from './layers/network.ts'
import { sigmoidCrossEntropy, softmaxCrossEntropy } from './losses.ts'
import { accuracy, binaryAccuracy } from './metrics.ts'
import { denseStackEvaluate } from './simd/denseStack.ts'
import { read } from './tensors.ts'
import type * as tf from './tf.ts'
import type { LossName } from './trainer.ts'

/**
 * @param x `[seeds, rows, features]`, or `[1, rows, features]` for all.
 * @param y classes `[seeds, rows]` (int32), as `batchTensors` makes them.
 * @param options `training`: batch normalization uses the mean and variance of these rows, instead of the running ones.
 * @returns one number per seed: the mean loss, and the share of rows that are classified rightly.
 */
export function evaluate(
  model: Network,
  loss: LossName,
  { x, y }: { x: tf.Tensor; y: tf.Tensor },
  { training }: { training?: boolean } = {},
): { loss: Float32Array; accuracy: Float32Array } {
  const both = isMlp(model) ? denseStackEvaluate(model, loss, x, y) : null
  if (both) {
    const values = both.dataSync() as Float32Array
    const seeds = values.length / 2
    both.dispose()
    return { loss: values.subarray(0, seeds), accuracy: values.subarray(seeds) }
  }
  const [losses, shares] = read(() => {
    const logits = model.apply(x, { training })
    return loss === 'softmaxCrossEntropy'
      ? [softmaxCrossEntropy(y, logits), accuracy(y, logits)]
      : [sigmoidCrossEntropy(y, logits), binaryAccuracy(y, logits)]
  }) as [Float32Array, Float32Array]
  return { loss: losses, accuracy: shares }
}
