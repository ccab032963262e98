/** What a hidden layer of a program is made of, which is the same in every language. */
import type { Activation, Normalization, Training } from './experiment.ts'

/** A language's code for layers. */
export interface LayerWords {
  /** False where weights are normalized: that is a dense layer of its own kind. */
  normalization: (normalization: Normalization) => string | false
  /** @param most what is drawn lies between plus and minus this. */
  shift: (most: number) => string
  activation: (activation: Activation) => string
  /** @param rate the share that is left out. */
  dropout: (rate: number) => string
}

export function hiddenLayer({ activation, normalization, shift, dropout }: Training, words: LayerWords) {
  const between = normalization !== undefined && words.normalization(normalization)
  const bent = activation !== 'linear'
  // Where nothing stands between the products and the activation; leaky ReLU has a slope to say.
  const own = bent && activation !== 'leakyRelu' && !normalization && !shift
  const after = [
    between,
    shift ? words.shift(shift) : false,
    bent && !own && words.activation(activation),
    dropout ? words.dropout(dropout.rate) : false,
  ]
  return {
    bias: between === false,
    /** As an argument of the dense layer; undefined where there is none, or where it is a layer after it. */
    activation: own ? activation : undefined,
    /** Layers that follow the dense one. */
    after: after.filter((layer) => layer !== false),
  }
}
