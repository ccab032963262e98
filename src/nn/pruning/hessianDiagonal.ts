/** The second derivatives of a network's loss by each of its weights alone: the diagonal of the Hessian. */
import type { Mlp } from '../layers/mlp.ts'
import * as tf from '../tf.ts'

/** Activations made of straight pieces. */
const straight: readonly string[] = ['linear', 'relu', 'leakyRelu']

/**
 * Of the mean softmax cross-entropy over all rows. With p the probabilities and J the derivatives of the logits by what
 * enters a layer, row by row: h = mean of a_i^2 (sum_c p_c J_c^2 - (sum_c p_c J_c)^2) for the weight from input i.
 *
 * This is the Gauss-Newton diagonal. Where all activations are made of straight pieces, logits are piecewise linear in
 * any one weight, so it is the exact one, but for rows that sit at a kink. LeCun, Denker and Solla (1990) compute an
 * approximation of it in one pass backward, which leaves out how the units of a layer act together; here it takes a pass
 * for each class.
 * @param x `[seeds, rows, features]`.
 * @returns for each layer `[seeds, inputs, units]`, 0 or more; the caller disposes it.
 */
export function hessianDiagonal(model: Mlp, x: tf.Tensor): tf.Tensor[] {
  const curved = model.layers.find(
    ({ activation, normalization }) => !straight.includes(activation.name) || normalization,
  )
  if (curved)
    throw new Error(
      `hessianDiagonal: expected layers of ${straight.join(', ')} without normalization, got ${curved.activation.name}${curved.normalization ? ` after ${curved.normalization} normalization` : ''}`,
    )
  return tf.tidy(() => {
    const trace = model.trace(x)
    const p = tf.softmax(trace.at(-1)!.z)
    const classes = p.shape.at(-1)!
    const slopes = model.layers.map(({ activation }, l) =>
      tf.grad((z) => tf.sum(activation.apply(z, [])))(trace[l]!.z),
    )
    /** For each layer the sums over classes of p_c J_c and of p_c J_c^2, `[seeds, rows, units]`. */
    let sums = trace.map(({ z }) => ({ first: tf.zerosLike(z), second: tf.zerosLike(z) }))
    for (let c = 0; c < classes; c++) {
      // What a class needs on the way is given back at once: of all classes together it is 240 MB in the figures.
      const more = tf.tidy(() => {
        const chance = tf.slice(p, [0, 0, c], [-1, -1, 1])
        let J = tf.mul(tf.onesLike(p), tf.oneHot(tf.scalar(c, 'int32'), classes))
        const next = sums.slice()
        for (let l = model.layers.length - 1; l >= 0; l--) {
          const { first, second } = sums[l]!
          const weighted = tf.mul(J, chance)
          next[l] = { first: tf.add(first, weighted), second: tf.add(second, tf.mul(weighted, J)) }
          if (l > 0) J = tf.mul(tf.matMul(J, model.layers[l]!.kernel, false, true), slopes[l - 1]!)
        }
        return next
      })
      tf.dispose(sums)
      sums = more
    }
    return sums.map(({ first, second }, l) => {
      const input = l === 0 ? x : trace[l - 1]!.a
      const spread = tf.sub(second, tf.square(first))
      return tf.relu(tf.div(tf.matMul(tf.square(input), spread, true), x.shape[1]!))
    })
  })
}
