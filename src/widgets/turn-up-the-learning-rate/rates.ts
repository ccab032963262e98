/** The learning rates that the figure compares: each is a network of its own in every variant. No tfjs. */
export const rates = [0.02, 0.06, 0.2, 0.6, 2] as const
export type Rate = (typeof rates)[number]
