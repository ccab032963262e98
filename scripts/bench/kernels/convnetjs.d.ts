/** The part of npm's `convnetjs` that the bench uses. */
declare module 'convnetjs' {
  export class Vol {
    constructor(width: number, height: number, depth: number, value?: number)
    w: Float64Array
  }
  export interface Layer {
    layer_type: string
    filters?: Vol[]
    biases?: Vol
    out_act: Vol
  }
  export class Net {
    layers: Layer[]
    makeLayers(definitions: readonly Record<string, unknown>[]): void
    forward(x: Vol): Vol
  }
  export class Trainer {
    constructor(net: Net, options: Record<string, unknown>)
    train(x: Vol, y: number | readonly number[]): unknown
  }
}
