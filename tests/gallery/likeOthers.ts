/**
 * Figures whose experiments call no kernel, with tensors of no other type and rank, than those of the figures that are
 * not in this list. The gallery trains them on wasm alone: on cpu and WebGL they would ask for what the others ask for.
 * A new figure is in no list, so it is trained on every backend. tests/lab/likeOthers.test.ts holds the list to its word.
 */
export const likeOthers: readonly string[] = [
  'activation-microscope',
  'batch-norm-rescue',
  'conditioning-race',
  'decay-under-adam',
  'degree-twelve',
  'drag-the-digit',
  'forgot-to-scale',
  'gradient-thermometer',
  'hammer',
  'how-much-to-drop',
  'initial-loss',
  'looks-stuck',
  'memorise-noise',
  'plateau',
  'second-descent',
  'shift-the-digits',
  'stop-early',
  'thirty-layers',
  'turn-up-the-learning-rate',
]
