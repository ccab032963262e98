/**
 * Hyperparameters as data. A field says what a slider, a link, a validator and a test need to know,
 * so none of them is written twice. No React, no tfjs.
 */

export interface RangeField {
  kind: 'range'
  label: string
  min: number
  max: number
  default: number
  /** `log` for quantities that span decades. */
  scale: 'linear' | 'log'
  /** Values are multiples of `step` above `min` (linear scale only); 1 makes an integer. */
  step?: number
  /** Printed after the value: "hidden layers", "per step". */
  unit?: string
  /** May change while training goes on; such a field leaves the shapes of the network as they are. */
  live?: boolean
}

export interface ChoiceField<T extends string = string> {
  kind: 'choice'
  label: string
  options: readonly T[]
  default: T
  /** Words on screen where they differ from the option's name. */
  names?: Readonly<Partial<Record<T, string>>>
}

export interface ToggleField {
  kind: 'toggle'
  label: string
  default: boolean
}

export type Field = RangeField | ChoiceField | ToggleField
export type Config = Readonly<Record<string, Field>>

export type ValueOf<F extends Field> = F extends RangeField
  ? number
  : F extends ChoiceField<infer T>
    ? T
    : F extends ToggleField
      ? boolean
      : never
export type ValuesOf<C extends Config> = { [K in keyof C]: ValueOf<C[K]> }

export const range = (
  field: Omit<RangeField, 'kind' | 'scale'> & { scale?: 'linear' | 'log' },
): RangeField => ({
  kind: 'range',
  scale: 'linear',
  ...field,
})

export const choice = <const T extends string>(
  field: Omit<ChoiceField<T>, 'kind' | 'default'> & { default: NoInfer<T> },
): ChoiceField<T> => ({ kind: 'choice', ...field })

export const toggle = (field: Omit<ToggleField, 'kind'>): ToggleField => ({ kind: 'toggle', ...field })

/** The values that the figure is published with. */
export const defaults = <C extends Config>(config: C): ValuesOf<C> =>
  Object.fromEntries(Object.entries(config).map(([name, field]) => [name, field.default])) as ValuesOf<C>
