import * as tf from '../tf.ts'
import type { Activation } from './activation.ts'

/** y = max(0, x) (Nair and Hinton 2010). The slope at 0 is taken as 0. */
export const relu = (): Activation => ({ name: 'relu', pieces: 1, apply: (z) => tf.relu(z) })
