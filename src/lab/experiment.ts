/** What an experiment is: a seeded async generator over one variant's weight updates. No React, no tfjs. */
import type { Config } from './config.ts'
import type { Images } from './images.ts'
import type { Inspection } from './inspection.ts'
import type { ConfigOf, Setup, VariantOf, MetricOf } from './setup.ts'

/** For each metric one number per seed, in the order of `TrainContext.seeds`. */
export type Metrics<M extends string = string> = Record<M, ArrayLike<number>>

/**
 * A moment of training. The generator yields one for step 0 before the first update, and then one
 * after as many steps as it was asked to make.
 * `measure` and `view` are asked for only when somebody wants them, before the generator goes on;
 * they must not change the run, so that same seeds, config and backend give the same numbers however often they are called.
 */
export interface Frame<M extends string = string, View = unknown> {
  /** Number of weight updates so far. */
  step: number
  /** The same moment in the unit of the setup's clock. */
  epoch: number
  /** All metrics of the setup, one number per seed. NaN or an infinity ends that seed as *diverged*. */
  measure(): Promise<Metrics<M>>
  /** What the panels draw of the first seed: plain data and typed arrays, safe to transfer. */
  view(): Promise<View>
  /** All that is needed to go on from here, as copies. Absent where nothing is learned: such a run starts anew. */
  save?(): Promise<Checkpoint>
  /** What every layer is doing, for the diagnosis of a network that does not learn. */
  inspect?(): Promise<Inspection>
  /**
   * What the first seed's network says of inputs that the reader made.
   * @param x `[rows, features]`, flat. @returns class probabilities `[rows, classes]`, flat.
   */
  predict?(x: Float32Array, rows: number): Promise<Float32Array>
}

/** A moment of one variant from which training can go on: parameters, then what the optimizer remembers. */
export interface Checkpoint {
  step: number
  tensors: readonly Float32Array[]
}

export interface TrainContext<S> {
  /** Live fields may change between two frames: read them where they are used, at every step. */
  config: Readonly<ConfigOf<S>>
  variant: VariantOf<S>
  /** Integers. Data, order and weights of a seed depend on nothing else, so the variants are controlled twins. */
  seeds: readonly number[]
  /** Where to start instead of step 0: the frame of that moment comes first, and all that follows is as it was. */
  from?: Checkpoint | undefined
  /** The reader's own images, for figures that learn digits. */
  images?: Images | undefined
}

/**
 * The first `next()` gives the start. After it `next(n)` makes up to n updates, at least one, before it yields;
 * without a number it makes one. What is computed does not depend on n.
 */
export type Frames<M extends string = string, View = unknown> = AsyncGenerator<
  Frame<M, View>,
  void,
  number | undefined
>

export interface Experiment<S = Setup<Config>, View = unknown> {
  setup: S
  /** Frees its tensors when it ends, also through `return()`. */
  train(context: TrainContext<S>): Frames<MetricOf<S>, View>
}

/** Declares an experiment; the type of its view is inferred from the frames that `train` yields. */
export const defineExperiment = <S extends Setup, View>(
  experiment: Experiment<S, View>,
): Experiment<S, View> => experiment

export type ViewOf<E> = E extends Experiment<infer _S, infer View> ? View : never
