/** How often answers are right, by how certain they are: the reliability diagram, as numbers. No tfjs. */
import { bins } from './config.ts'

export interface Reliability {
  /** Number of answers in each bin; bin i holds the confidences from i / bins up to (i + 1) / bins. */
  counts: Float32Array
  /** Their mean confidence, 0 where there are none. */
  confidence: Float32Array
  /** The share of them that is right, 0 where there are none. */
  right: Float32Array
}

/**
 * @param probabilities `[rows, classes]`, flat. @param labels one class for each row.
 * The answer to a row is its most probable class, the first of equals; its confidence is that probability.
 */
export function reliability(probabilities: ArrayLike<number>, labels: ArrayLike<number>): Reliability {
  const classes = probabilities.length / labels.length
  const [counts, confidence, right] = [0, 0, 0].map(() => new Float32Array(bins))
  for (let row = 0; row < labels.length; row++) {
    let answer = 0
    const of = (k: number) => probabilities[row * classes + k]!
    for (let k = 1; k < classes; k++) if (of(k) > of(answer)) answer = k
    const bin = Math.min(bins - 1, Math.floor(of(answer) * bins))
    counts![bin]! += 1
    confidence![bin]! += of(answer)
    if (answer === labels[row]) right![bin]! += 1
  }
  const mean = (sums: Float32Array) => sums.map((sum, bin) => (counts![bin] ? sum / counts![bin] : 0))
  return { counts: counts!, confidence: mean(confidence!), right: mean(right!) }
}
