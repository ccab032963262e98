/** Measurements as rows of text: for the terminal and for docs/performance.md. */
import { contestants, reachOf, workloads } from './kernels/reach.mjs'

/** Three digits, thousands set apart. */
export const number = (value) =>
  value === null || value === undefined || Number.isNaN(value)
    ? '–'
    : Number(value.toPrecision(3)).toLocaleString('en', { maximumFractionDigits: 3 })

const verdict = (reached, words) => (reached ? `${words}, reached` : `${words}, missed`)

export const speedRows = (kernels) => [
  ['workload', ...Object.values(contestants)],
  ...Object.entries(kernels).map(([name, results]) => [
    workloads[name],
    ...Object.keys(contestants).map((each) => number(results[each]?.stepsPerCpuSecond)),
  ]),
]

/** The book's speed divided by that of each other. */
export const ratioRows = (kernels) => {
  const others = Object.keys(contestants).filter((name) => name !== 'ours')
  return [
    ['the book divided by', ...others.map((name) => contestants[name])],
    ...Object.entries(kernels).map(([workload, results]) => [
      workloads[workload],
      ...others.map((other) => {
        if (!results[other] || !results.ours) return '–'
        const ratio = results.ours.stepsPerCpuSecond / results[other].stepsPerCpuSecond
        const wanted = reachOf(other, workload)
        return wanted === undefined
          ? number(ratio)
          : verdict(ratio >= wanted, `${number(ratio)} (reach ${wanted})`)
      }),
    ]),
  ]
}

/** `least` or `most` is what the book wants to reach; `beside` another tool in the same Chromium. */
export const figureRows = (rows) => [
  ['in a figure', 'measured', 'reach', 'TensorFlow Playground'],
  ...rows.map(({ name, value, unit, least, most, beside }) => {
    const measured = `${number(value)} ${unit}`.trim()
    if (least === undefined && most === undefined) return [name, measured, '', beside ?? '']
    const words = least === undefined ? `at most ${number(most)}` : `at least ${number(least)}`
    return [
      name,
      measured,
      verdict(least === undefined ? value <= most : value >= least, words),
      beside ?? '',
    ]
  }),
]

/** Seconds that a reader should wait at most. */
const patience = 15

const seconds = (value) => (value === null ? '–' : `${number(value)} s`)

const late = (done) =>
  done === null ? 'not seen' : done <= patience ? seconds(done) : `${seconds(done)}, late`

/** @param verdicts as `measureVerdicts` gives them. */
export const verdictRows = (verdicts) => {
  const columns = verdicts[0]?.runs ?? []
  return [
    [
      'figure',
      'backend',
      ...columns.flatMap(({ times }) =>
        ['first words', 'end'].map((what) => (times === 1 ? what : `${what}, ${times}× slower`)),
      ),
    ],
    ...verdicts.map(({ widget, backend, runs }) => [
      widget,
      backend,
      ...runs.flatMap(({ words, done }) => [seconds(words), late(done)]),
    ]),
  ]
}

/** Columns that line up. */
export const plainTable = (rows) => {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column ? cell.padStart(widths[column]) : cell.padEnd(widths[column])))
        .join('  '),
    )
    .join('\n')
}

const line = (cells) => `| ${cells.join(' | ')} |`

export const markdownTable = ([head, ...rows]) =>
  [line(head), line(head.map((_, column) => (column ? '---:' : '---'))), ...rows.map(line)].join('\n')
