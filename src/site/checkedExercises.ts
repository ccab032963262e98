/** Exercises that a figure checks must name what that figure has: its metrics, variants, settings and their values. */
import type { Config, Field } from '../lab/config.ts'
import type { Setup } from '../lab/setup.ts'
import { suggest } from '../mdx/compile/problems.ts'
import type { CheckedExercise } from '../mdx/compile/numbers.ts'

type AnySetup = Pick<Setup<Config>, 'config' | 'variants' | 'metrics'>

const isAllowed = (field: Field, value: unknown): boolean => {
  if (field.kind === 'toggle') return typeof value === 'boolean'
  if (field.kind === 'choice') return field.options.includes(String(value))
  return typeof value === 'number' && value >= field.min && value <= field.max
}

const allowed = (field: Field): string => {
  if (field.kind === 'toggle') return '{true} or {false}'
  return field.kind === 'choice' ? `one of ${field.options.join(', ')}` : `from ${field.min} to ${field.max}`
}

const unknown = (kind: string, name: string, known: object) =>
  Object.hasOwn(known, name)
    ? []
    : [`The figure has no ${kind} "${name}". ${suggest(name, Object.keys(known))}`]

/** What is wrong with the condition of one exercise, in sentences. */
export const faultsOf = ({ metric, variant, config }: CheckedExercise, setup: AnySetup): string[] => {
  return [
    ...unknown('metric', metric, setup.metrics),
    ...(variant === undefined ? [] : unknown('variant', variant, setup.variants)),
    ...Object.entries(config).flatMap(([name, value]) => {
      const field = Object.hasOwn(setup.config, name) ? setup.config[name] : undefined
      if (!field) return unknown('setting', name, setup.config)
      return isAllowed(field, value)
        ? []
        : [`The setting ${name} cannot be ${String(value)}; it is ${allowed(field)}.`]
    }),
  ]
}

/** @throws one line per mistake, `path:line: reason`, if an exercise asks for what its figure does not have. */
export const checkExercises = (
  path: string,
  exercises: readonly CheckedExercise[],
  setups: Readonly<Record<string, AnySetup>>,
): void => {
  const mistakes = exercises.flatMap((exercise) => {
    const setup = setups[exercise.figure]
    const faults = setup ? faultsOf(exercise, setup) : [`src/widgets/${exercise.figure} has no config.ts.`]
    return faults.map((fault) => `${path}:${exercise.line}: ${fault}`)
  })
  if (mistakes.length > 0) throw new Error(`\n${mistakes.join('\n')}\n`)
}
