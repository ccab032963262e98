/** Makes what a figure shows as source code from a function that describes its experiment. */
import { settingsAt } from '../lab/changes.ts'
import type { CodeRequest, FigureCode, Language } from '../lab/figureCode.ts'
import type { ConfigOf, Setup, VariantOf } from '../lab/setup.ts'
import type { Experiment, Outline } from './experiment.ts'
import { savedFile } from './file.ts'
import { keras } from './keras.ts'
import { needsFile, type Program } from './program.ts'
import { tensorflow } from './tensorflow.ts'
import { ratesOf, wordsOf } from './words.ts'

export interface Described<S> {
  config: Readonly<ConfigOf<S>>
  variant: VariantOf<S>
  seed: number
}

export interface CodeOptions<S extends Setup> {
  /** The widget's folder name. */
  widget: string
  setup: S
  /** What is trained: a list, each with a `name`, where a variant trains several networks side by side. */
  describe: (context: Described<S>) => Outline | readonly Outline[]
}

const writers: Record<Language, { write: (program: Program) => string; ending: string }> = {
  tensorflow: { write: tensorflow, ending: 'mjs' },
  keras: { write: keras, ending: 'py' },
}

const nameOf = (experiment: Experiment): string[] =>
  experiment.kind === 'training' && experiment.name !== undefined ? [experiment.name] : []

/** `describe` may be asked with any valid settings; what depends on the seed alone must come from generators of it. */
export function defineCode<S extends Setup>({ widget, setup, describe }: CodeOptions<S>): FigureCode {
  const all = ({ config: values, variant, seeds: [seed = 0] }: CodeRequest): readonly Experiment[] => {
    const config = values as ConfigOf<S>
    const outlines = [describe({ config, variant: variant as VariantOf<S>, seed })].flat()
    const times = { steps: setup.steps(config), measureEvery: setup.measureEvery(config) }
    return outlines.map((outline) => (outline.kind === 'training' ? { ...times, ...outline } : outline))
  }
  const one = (request: CodeRequest): Experiment => {
    const found = all(request)
    return found[request.network] ?? found[0]!
  }
  /** The same network under other settings. */
  const under = (request: CodeRequest, config: CodeRequest['config']) => one({ ...request, config })
  const called = ({ variant }: CodeRequest) => `${widget}-${variant}`

  return {
    networks: (request) => all(request).flatMap(nameOf),
    needsFile: (request) => needsFile(one(request)),
    source(language, request) {
      const { write, ending } = writers[language]
      const { config, changes } = request
      const experiment = one(request)
      const program: Program = {
        experiment,
        rates: ratesOf(experiment, changes, (step) => under(request, settingsAt(config, changes, step))),
        words: wordsOf(language, experiment, request, setup, called(request), (field) =>
          under(request, { ...config, ...field }),
        ),
        name: called(request),
      }
      return { name: `${called(request)}.${ending}`, text: write(program) }
    },
    file(request) {
      const { seeds, images, variant, link } = request
      const saved = savedFile(one(request), seeds[0] ?? 0, images, { figure: widget, variant, link })
      return { name: `${called(request)}.json`, text: `${JSON.stringify(saved)}\n` }
    },
  }
}
