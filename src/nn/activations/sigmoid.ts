import * as tf from '../tf.ts'
import type { Activation } from './activation.ts'

/** y = 1 / (1 + e^-x). The slope y (1 - y) is at most 1/4. */
export const sigmoid = (): Activation => ({ name: 'sigmoid', pieces: 1, apply: (z) => tf.sigmoid(z) })
