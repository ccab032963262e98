/**
 * One window of stochastic pooling (Zeiler and Fergus 2013), in plain numbers: no tfjs, pages use it too. The layer is
 * layers/stochasticPooling.ts. Activations are 0 or more.
 */

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** The probability of each to be drawn: p_i = a_i / (a_1 + ... + a_n); 0 for all where all are 0. */
export function chances(activations: readonly number[]): number[] {
  const total = sum(activations)
  return activations.map((activation) => (total > 0 ? activation / total : 0))
}

/**
 * Which is drawn: the first whose chances, with those of all before it, sum to more than the draw.
 * @param draw from the uniform distribution on [0, 1). @returns its index; -1 where all are 0.
 */
export function drawn(activations: readonly number[], draw: number): number {
  const target = draw * sum(activations)
  let reached = 0
  return activations.findIndex((activation) => (reached += activation) > target)
}

/** What the window hands on when the network is used: the sum of p_i a_i. */
export const weightedMean = (activations: readonly number[]): number =>
  sum(chances(activations).map((chance, i) => chance * activations[i]!))
