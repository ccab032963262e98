/** Runs that a chapter quotes besides the published one: `recordings.ts` in the widget's folder lists them. Data only. */
import type { ConfigOf, Setup, VariantOf } from './setup.ts'

/** What is not named is as published. */
export interface RecordingSettings<S = Setup> {
  config?: Partial<ConfigOf<S>>
  variants?: readonly VariantOf<S>[]
  seeds?: readonly number[]
  /** Measured at every multiple of this many steps, where the text says when something happened. */
  measureEvery?: number
}

/** By the name in `<Measured from="widget/name" />`: small letters, digits and hyphens. */
export type NamedSettings<S = Setup> = Readonly<Record<string, RecordingSettings<S>>>

/** Declares the quoted runs of a widget; names of settings and variants are checked against its setup. */
export const defineRecordings = <S extends Setup>(_setup: S, named: NamedSettings<S>): NamedSettings<S> =>
  named

/** The run with the settings that the figure is published with. */
export const published = 'published'
