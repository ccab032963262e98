/**
 * Quick claims that compute with tensors: they are asked of every backend, in Chromium. The other quick ones are
 * arithmetic of the page, which has no backend, or compare the text with recordings.
 */

/** Part of `npm test`: seconds, on software WebGL too. */
const always = ['layers', 'stochastic-sampler']

/** Minutes: `npm run claims -- --backends`. */
const whenAsked = [
  'activation-microscope',
  'born-dead',
  'clones',
  'gradient-thermometer',
  'initial-loss',
  'looks-stuck',
  'one-bend',
  'window-sizes',
]

/** They read files, which a browser cannot, and of tensors they use sizes, or what a claim above looks at too. */
export const inNodeAlone: readonly string[] = ['identities', 'recordings', 'saturated-spread']

export const onAllBackends: readonly string[] = [...always, ...whenAsked]

const fileOf = (name: string) => `tests/claims/${name}.quick.test.ts`

export const filesOnBackends = (all: boolean): string[] => (all ? onAllBackends : always).map(fileOf)
