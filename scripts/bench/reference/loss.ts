/** Gradients of the mean cross-entropy of a batch by the logits, in plain loops. */

/** One logit a row, two classes. */
export function sigmoidGradient(logits: Float32Array, y: Uint8Array, out: Float32Array): void {
  for (let i = 0; i < y.length; i++) out[i] = (1 / (1 + Math.exp(-logits[i]!)) - y[i]!) / y.length
}

export function softmaxGradient(
  logits: Float32Array,
  y: Uint8Array,
  classes: number,
  out: Float32Array,
): void {
  for (let row = 0; row < y.length; row++) {
    const start = row * classes
    let most = -Infinity
    for (let c = 0; c < classes; c++) most = Math.max(most, logits[start + c]!)
    let sum = 0
    for (let c = 0; c < classes; c++) {
      const e = Math.exp(logits[start + c]! - most)
      out[start + c] = e
      sum += e
    }
    for (let c = 0; c < classes; c++) out[start + c]! /= sum * y.length
    out[start + y[row]!]! -= 1 / y.length
  }
}

/** Of classes as the outputs say: one output is a sigmoid's, more are a softmax's. */
export const lossGradient = (
  logits: Float32Array,
  y: Uint8Array,
  outputs: number,
  out: Float32Array,
): void => (outputs === 1 ? sigmoidGradient(logits, y, out) : softmaxGradient(logits, y, outputs, out))
