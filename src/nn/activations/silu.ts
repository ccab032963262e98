import { customGradient } from '../kernels/customGradient.ts'
import * as tf from '../tf.ts'
import type { Activation } from './activation.ts'

const apply = customGradient<[tf.Tensor]>(
  (x) => tf.mul(x, tf.sigmoid(x)),
  (dy, [x], y) => {
    const s = tf.sigmoid(x)
    return [tf.mul(dy, tf.add(s, tf.mul(y, tf.sub(1, s))))]
  },
)

/** y = x sigmoid(x) (Elfwing et al. 2018), also called swish. */
export const silu = (): Activation => ({ name: 'silu', pieces: 1, apply: (z) => apply(z) })
