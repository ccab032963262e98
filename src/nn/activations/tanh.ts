import * as tf from '../tf.ts'
import type { Activation } from './activation.ts'

/** y = (e^x - e^-x) / (e^x + e^-x). The slope 1 - y^2 is at most 1. */
export const tanh = (): Activation => ({ name: 'tanh', pieces: 1, apply: (z) => tf.tanh(z) })
