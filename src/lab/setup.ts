/**
 * A figure's setup: everything about an experiment that is data, declared once in the widget's `config.ts`.
 * Controls, links, validation, axes, the data table and tests are all derived from it. No React, no tfjs.
 */
import type { Config, ValuesOf } from './config.ts'

/** One arm of a comparison. Its colour, dash and marker follow from its place in the list (`--c1`, `--c2`, ...). */
export interface Variant {
  /** One or two words, as they stand at the end of a line: "He", "Xavier". */
  label: string
  /** What makes it differ, a few characters: "σ² = 2/n". */
  note?: string
}

/** One number per seed and measurement. The name of a metric is the name on its axis. */
export interface Metric {
  /** In words, lower case, with the unit if there is one: "loss", "test accuracy". */
  label: string
  scale: 'linear' | 'log'
  /** The axis, fixed before Run, from bottom to top. */
  domain: readonly [number, number]
  /** How to print a value; `number` (the default) keeps two significant digits. */
  format?: 'number' | 'percent'
  /** Tick positions; chosen from the domain when absent. */
  ticks?: readonly number[]
}

/** The horizontal axis that all panels of a figure share. */
export interface Clock {
  /** The word in front of the number on the epoch line: "epoch". */
  name: string
  /** The axis label: "epoch (one pass over 200 points)". */
  label: string
  /** The ends of the axis, left to right, in the unit of `Frame.epoch`. `start > end` reverses the axis. */
  start: number
  end: number
}

/** One curve, with pictures of a few moments below it and words beside it. */
export interface Film<Values = never, M extends string = string> {
  /** Whose curve it is. */
  metric: M
  /** Steps whose pictures stand below the curve, ascending. A recording keeps these and no others. */
  moments(config: Values): readonly number[]
  /**
   * What is said beside the curve, each from a place on the clock on.
   * @param epochs of the measurements so far. @param values the median of the seeds at each.
   */
  words(epochs: ArrayLike<number>, values: ArrayLike<number>): readonly { at: number; words: string }[]
}

export interface Setup<C extends Config = Config, V extends string = string, M extends string = string> {
  config: C
  /** In the order in which they are drawn; their colours follow this order. */
  variants: Readonly<Record<V, Variant>>
  metrics: Readonly<Record<M, Metric>>
  /** Named settings; the first is "As published": the defaults. Values not named keep their default. */
  presets?: readonly { label: string; values: Partial<ValuesOf<C>> }[]
  clock(config: ValuesOf<C>): Clock
  /** Number of steps (weight updates) of a whole run. */
  steps(config: ValuesOf<C>): number
  /** Metrics are measured at step 0, at every multiple of this many steps, and at the last step. */
  measureEvery(config: ValuesOf<C>): number
  /** This many steps at the start are all measured, where much happens at once. None if absent. */
  measureFirst?: number
  /** How many seeds a run trains unless the reader says otherwise. */
  seeds?: number
  /** For a figure that is one curve with pictures below it. */
  film?: Film<ValuesOf<C>, NoInfer<M>>
  /**
   * Steps whose pictures the published recording keeps, ascending, where they change at moments of their own: between two
   * of them it shows the one before. By default six from start to end.
   */
  pictures?(config: ValuesOf<C>): readonly number[]
  /** Steps a second at speed 1×, slow enough to watch. Without it a run goes as fast as the device can. */
  pace?: number
}

/** Declares a setup; the types of its variants, metrics and config values are inferred from what is written. */
export const defineSetup = <const C extends Config, const V extends string, const M extends string>(
  setup: Setup<C, V, M>,
): Setup<C, V, M> => setup

export type ConfigOf<S> = S extends Setup<infer C, string, string> ? ValuesOf<C> : never
export type VariantOf<S> = S extends Setup<Config, infer V, string> ? V : never
export type MetricOf<S> = S extends Setup<Config, string, infer M> ? M : never
