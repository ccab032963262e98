/** What both writers are given, and the words that their programs share. */
import { shifts } from '../nn/datasets/shifted.ts'
import type { Experiment, Start, Training } from './experiment.ts'

/** From the update that follows `from` others on, the learning rate is `rate`. */
export interface RateFrom {
  from: number
  rate: number
}

export interface Program {
  experiment: Experiment
  /** Ascending; the first is from 0. One where the rate was never changed. */
  rates: readonly RateFrom[]
  /** Where it comes from and in what it differs from the figure, a paragraph each. */
  words: readonly string[]
  /** Of the program, without an ending: "one-bend-relu". The file with the numbers is called so, too. */
  name: string
}

/** The width of a line. */
const columns = 100

/** Paragraphs as comment lines, an empty one between two. A word longer than a line, as an address, has its own. */
export const comment = (mark: string, paragraphs: readonly string[]): string =>
  paragraphs.map((paragraph) => wrapped(mark, paragraph)).join(`\n${mark}\n`)

function wrapped(mark: string, text: string): string {
  const lines: string[] = []
  let line = mark
  for (const word of text.split(/\s+/)) {
    if (line !== mark && line.length + 1 + word.length > columns) {
      lines.push(line)
      line = mark
    }
    line += ` ${word}`
  }
  return [...lines, line].join('\n')
}

/** Sizes of layers as code: all the same ones are written once, by `repeat`. */
export function sizesAsCode(
  sizes: readonly number[],
  repeat: (size: number, count: number) => string,
): string {
  const [first] = sizes
  const alike = first !== undefined && sizes.length > 3 && sizes.every((size) => size === first)
  return alike ? repeat(first, sizes.length) : `[${sizes.join(', ')}]`
}

/** Times all factors that are not 1: "2.7 * " in front of a standard deviation; empty where there are none. */
export const factors = ({ times = [] }: Start): string =>
  times
    .filter((factor) => factor !== 1)
    .map((factor) => `${factor} * `)
    .join('')

/** What a rule asks of its layer: the arguments of the function that writes it. */
export const needs = ({ rule }: Start): ('inputs' | 'units')[] =>
  rule === 'xavier' ? ['inputs', 'units'] : rule === 'he' || rule === 'fanInUniform' ? ['inputs'] : []

/** The call of the function that makes an initializer; `units` and `inputs` are code for how many there are. */
export const startCall = (name: string, start: Start, units: string, inputs = 'inputs'): string =>
  `${name}(${needs(start)
    .map((each) => (each === 'units' ? units : inputs))
    .join(', ')})`

/** Whether the program's layers keep count of how many inputs the next one has. */
export const countsInputs = ({ maps, start, outputStart = start }: Training): boolean =>
  maps === undefined && [start, outputStart].some((rule) => needs(rule).includes('inputs'))

/** Points can be drawn anew by their formulas; for images, rows and the masks of dropout the file is needed. */
export const needsFile = (experiment: Experiment): boolean =>
  experiment.kind === 'training' && (experiment.data.kind !== 'planar' || experiment.dropout !== undefined)

const rowsOf = ({ data }: Training): number => (data.kind === 'digits' ? data.train : data.count)

/** Whether each update takes all rows. */
export const takesAll = (training: Training): boolean => training.batchSize >= rowsOf(training)

/** Whether an update takes images that are moved. */
export const isMoved = ({ data }: Training): boolean => data.kind === 'digits' && Boolean(data.shifts)

/** What the networks are called that an update trains: the one that finds the masks, where there is one, and the model. */
export const trainedNetworks = ({ prune }: Training): readonly string[] =>
  prune?.rewind?.weights === undefined ? ['model'] : ['finder', 'model']

/** Whether the loss that is said is of fewer rows than there are. */
export const losesRows = (training: Training): boolean =>
  training.lossRows !== undefined && training.lossRows < rowsOf(training)

export const featuresOf = ({ data }: Training): number =>
  data.kind === 'digits' ? data.size ** 2 : data.kind === 'planar' ? 2 : data.features

/** Blocks of code with an empty line between two; empty blocks are left out. */
export const blocks = (...parts: readonly string[]): string =>
  `${parts.filter((part) => part !== '').join('\n\n')}\n`

/** The ways to move an image (see nn's `shifts`) as the items of a list: [right, down]. */
export const waysAsCode = (reach: number): string[] => {
  const ways = shifts(reach).map(([right, down]) => `[${right}, ${down}],`)
  const perLine = 2 * reach + 1
  return Array.from({ length: perLine }, (_, i) => ways.slice(i * perLine, (i + 1) * perLine).join(' '))
}

/** Lines of code; `false` is left out. */
export const lines = (...parts: readonly (string | false)[]): string =>
  parts.filter((part) => part !== false).join('\n')
