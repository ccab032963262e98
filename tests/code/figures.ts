/** Every figure that gives its experiment as a program, and what a test asks it with. */
import { defaults } from '../../src/lab/config.ts'
import type { Experiment } from '../../src/lab/experiment.ts'
import type { CodeRequest, FigureCode } from '../../src/lab/figureCode.ts'

const codes = import.meta.glob<{ default: FigureCode }>('../../src/widgets/*/code.ts', { eager: true })
const trains = import.meta.glob<{ default: Experiment }>('../../src/widgets/*/train.ts', { eager: true })
const nameOf = (file: string) => file.split('/').at(-2) ?? file

/** Folders of all widgets. */
export const widgets: readonly string[] = Object.keys(trains).map(nameOf)

export interface Coded {
  widget: string
  code: FigureCode
  experiment: Experiment
}

export const coded: readonly Coded[] = Object.entries(codes).map(([file, { default: code }]) => ({
  widget: nameOf(file),
  code,
  experiment: trains[file.replace('code.ts', 'train.ts')]!.default,
}))

export function codedBy(widget: string): Coded {
  const found = coded.find((each) => each.widget === widget)
  if (!found) throw new Error(`Expected src/widgets/${widget}/code.ts, found none.`)
  return found
}

/** The published figure with one seed, but for what is given. */
export const requestOf = (
  { experiment: { setup }, widget }: Coded,
  variant: string,
  { config, ...changed }: Partial<CodeRequest> = {},
): CodeRequest => ({
  config: { ...defaults(setup.config), ...config },
  changes: [],
  variant,
  network: 0,
  seeds: [0],
  images: null,
  title: widget,
  link: 'https://example.org/',
  ...changed,
})
