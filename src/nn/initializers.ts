/**
 * Starting weights, drawn in TypeScript so that every backend gets identical numbers.
 * Normal ones are not truncated, as in the papers (Keras cuts them at two standard deviations).
 */
import type { Random } from './random.ts'

export interface Initializer {
  readonly name: string
  /** Standard deviation of the draws, for weights with these numbers of inputs and outputs. */
  std(fanIn: number, fanOut: number): number
  /** `count` numbers, in the order of drawing. */
  draw(random: Random, count: number, fanIn: number, fanOut: number): Float32Array
}

const fill = (name: string, value: number): Initializer => ({
  name,
  std: () => 0,
  draw: (_random, count) => new Float32Array(count).fill(value),
})

/** Normal draws are a standard normal number times `std`: with one seed, all of these are multiples of each other. */
const gaussian = (name: string, std: (fanIn: number, fanOut: number) => number): Initializer => ({
  name,
  std,
  draw: (random, count, fanIn, fanOut) => {
    const scale = std(fanIn, fanOut)
    return Float32Array.from({ length: count }, () => scale * random.normal())
  },
})

export const zeros = (): Initializer => fill('zeros', 0)
export const constant = (value: number): Initializer => fill('constant', value)

const glorotStd = (fanIn: number, fanOut: number) => Math.sqrt(2 / (fanIn + fanOut))

/** N(0, stddev^2). */
export const normal = (stddev = 0.05): Initializer => gaussian('normal', () => stddev)

/** N(0, 2 / (fanIn + fanOut)) (Glorot and Bengio 2010, "Xavier"). */
export const glorotNormal = (): Initializer => gaussian('glorotNormal', glorotStd)

/** N(0, 2 / fanIn) (He et al. 2015). */
export const heNormal = (): Initializer => gaussian('heNormal', (fanIn) => Math.sqrt(2 / fanIn))

/** N(0, 1 / fanIn) (LeCun et al. 1998). */
export const lecunNormal = (): Initializer => gaussian('lecunNormal', (fanIn) => Math.sqrt(1 / fanIn))

/** Uniform on plus or minus sqrt(3) * std, which gives the draws this standard deviation. */
const uniform = (name: string, std: (fanIn: number, fanOut: number) => number): Initializer => ({
  name,
  std,
  draw: (random, count, fanIn, fanOut) => {
    const limit = Math.sqrt(3) * std(fanIn, fanOut)
    return Float32Array.from({ length: count }, () => random.uniform(-limit, limit))
  },
})

/** Uniform on plus or minus sqrt(6 / (fanIn + fanOut)), of the same variance as `glorotNormal`. */
export const glorotUniform = (): Initializer => uniform('glorotUniform', glorotStd)

/**
 * Uniform on plus or minus 1 / sqrt(fanIn), so of variance 1 / (3 fanIn): the usual choice before Glorot and Bengio
 * (2010, eq. 1), who call it standard.
 */
export const fanInUniform = (): Initializer => uniform('fanInUniform', (fanIn) => Math.sqrt(1 / (3 * fanIn)))
