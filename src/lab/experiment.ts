/** What an experiment is: a seeded async generator over one variant's weight updates. No React, no tfjs. */
import type { Config } from './config.ts'
import type { ConfigOf, Setup, VariantOf, MetricOf } from './setup.ts'

/** For each metric one number per seed, in the order of `TrainContext.seeds`. */
export type Metrics<M extends string = string> = Record<M, ArrayLike<number>>

/**
 * A moment of training. The generator yields one after every step, and one for step 0 before the first update.
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
}

export interface TrainContext<S> {
  config: ConfigOf<S>
  variant: VariantOf<S>
  /** Integers. Data, order and weights of a seed depend on nothing else, so the variants are controlled twins. */
  seeds: readonly number[]
}

export interface Experiment<S = Setup<Config>, View = unknown> {
  setup: S
  /** Frees its tensors when it ends, also through `return()`. */
  train(context: TrainContext<S>): AsyncGenerator<Frame<MetricOf<S>, View>, void, void>
}

/** Declares an experiment; the type of its view is inferred from the frames that `train` yields. */
export const defineExperiment = <S extends Setup, View>(
  experiment: Experiment<S, View>,
): Experiment<S, View> => experiment

export type ViewOf<E> = E extends Experiment<infer _S, infer View> ? View : never
