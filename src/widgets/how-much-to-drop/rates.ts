/** The rates of the five networks: the share of the hidden units that is dropped. */
export const rates = { r0: 0, r2: 0.2, r5: 0.5, r7: 0.7, r9: 0.9 } as const
