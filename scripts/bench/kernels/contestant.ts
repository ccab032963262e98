/** What competes on a workload: one implementation of the same networks, trained on the same rows. */

export interface Contestant {
  /** Makes `count` training steps; one step is one weight update of every network of the workload. */
  train: (count: number) => void
  /** Outputs before the softmax or sigmoid: network by network, row by row. */
  logits: () => Float32Array
}

/** Runs `once` again and again. */
export const repeat = (once: () => void) => (count: number) => {
  for (let i = 0; i < count; i++) once()
}
