import type { Activation } from './activation.ts'

/** y = x: no activation. */
export const linear = (): Activation => ({ name: 'linear', pieces: 1, apply: (z) => z })
