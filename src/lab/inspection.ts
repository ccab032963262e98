/**
 * What a network says of itself at one moment: sizes, shares and the few numbers that tell a network that learns
 * from one that cannot. Plain data, one number per seed everywhere, about 1 kB for a layer of five seeds. Made in
 * the worker (`nn/inspect.ts`), read by `diagnosis/`. No tfjs.
 *
 * "rms" is the root mean square. All is measured on the same examples, all of them at once.
 */

/** One number for each seed. NaN or an infinity stands where the network's own numbers are. */
export type PerSeed = readonly number[]

export interface LayerInspection {
  units: number
  /** Name of its activation; `linear` for the output layer. */
  activation: string
  /** rms of the weights, biases not included. */
  weights: PerSeed
  /** rms of the gradient of the loss by the weights. */
  weightGradients: PerSeed
  /** rms of the backpropagated error: of the gradient of one example's loss by the layer's pre-activations. */
  deltas: PerSeed
  /** rms of the activations. */
  activations: PerSeed
  /** rms of what differs between examples: of each activation less its unit's mean over the examples. */
  spread: PerSeed
  /** Share of the units whose slope is 0 (below 1e-6) on every example: nothing flows back through them. */
  inactive: PerSeed
  /** Share of all activations (units times examples) where the slope is below 0.05. */
  flat: PerSeed
  /**
   * How far the units' incoming weights differ from their average, relative to the weights: about 1 for random
   * weights, 0 if all units are the same (and if all weights are 0). 1 for a layer of one unit.
   */
  diversity: PerSeed
  /** Learning rate times the rms of the gradient, relative to the rms of the weights: plain SGD's relative update. */
  update: PerSeed
}

export interface Inspection {
  step: number
  /** The rate of the next update. */
  learningRate: number
  /** The optimizer's name: `sgd`, `momentum`, `adam`. */
  optimizer: string
  /** Rows that everything was measured on. */
  examples: number
  classes: number
  /** Mean loss over the examples, in nats. */
  loss: PerSeed
  /** The loss of one who knows only how frequent the classes are: ln(classes) if all are equally frequent. */
  chance: PerSeed
  /** rms of the inputs; NaN if some are missing. */
  inputs: PerSeed
  /** Share of the inputs that are NaN or infinite. */
  missingInputs: PerSeed
  /** Euclidean length of the gradient by all parameters. */
  gradient: PerSeed
  /**
   * The learning rate at which one update in the optimizer's direction d (the gradient; its signs for Adam) stops
   * lowering the loss, by its slope and its curvature along d: 2 g.d / (d.Hd). Infinity where the loss does not
   * curve upwards.
   */
  rateLimit: PerSeed
  /**
   * How much the inputs, or the last hidden layer's activations if they do so more, differ between the classes, in
   * variance, relative to labels drawn at random: about 1 then, with two classes and few units by accident up to 4.
   */
  labelSignal: PerSeed
  /** Hidden layers, then the output layer. */
  layers: readonly LayerInspection[]
}
