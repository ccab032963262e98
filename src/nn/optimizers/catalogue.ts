/** The optimizers by the names of settings, each made from a learning rate. */
import { adam } from './adam.ts'
import { momentum } from './momentum.ts'
import { sgd } from './sgd.ts'

export const optimizers = { sgd, momentum, adam }
