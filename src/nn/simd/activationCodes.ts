/** The numbers by which the kernels know activations, in the order of assembly/activations.ts. */
export const activationCodes = {
  linear: 0,
  relu: 1,
  leakyRelu: 2,
  elu: 3,
  tanh: 4,
  sigmoid: 5,
  silu: 6,
} as const
