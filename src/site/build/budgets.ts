/** Vite plugin: a build that costs its readers more than they were promised fails, with a sentence for each excess. */
import path from 'node:path'
import type { Plugin } from 'vite'
import { weigh, type Weight } from './weigh.ts'

/** Bytes, gzip: what docs/performance.md promises. */
export const budgets: Readonly<Record<Weight['kind'], { most: number; what: string }>> = {
  html: { most: 60 * 1024, what: 'the HTML of a page' },
  before: { most: 5 * 1024, what: 'the JavaScript of a page before anything is done' },
  figure: { most: 60 * 1024, what: 'the page code of a figure beside React and the charts' },
  worker: { most: 220 * 1024, what: 'the JavaScript of the worker with one experiment and one backend' },
}

const kB = (bytes: number) => `${(bytes / 1024).toFixed(1)} kB`

/** A sentence for each weight above its budget. */
export function excesses(weights: readonly Weight[]): string[] {
  return weights.flatMap(({ kind, name, bytes, parts }) => {
    const { most, what } = budgets[kind]
    if (bytes <= most) return []
    const made = parts.length > 0 ? ` The heaviest parts: ${parts.join(', ')}.` : ''
    return `${name}: ${what} may weigh ${kB(most)} gzip, and weighs ${kB(bytes)} (${bytes} bytes).${made}`
  })
}

/** One line for each budget: the heaviest, and how much of it there is. */
export function summary(weights: readonly Weight[]): string[] {
  return Object.entries(budgets).flatMap(([kind, { most, what }]) => {
    const [heaviest] = weights.filter((each) => each.kind === kind).toSorted((a, b) => b.bytes - a.bytes)
    return heaviest ? `${what}: at most ${kB(heaviest.bytes)} of ${kB(most)} gzip (${heaviest.name})` : []
  })
}

export function checkBudgets(): Plugin {
  return {
    name: 'book:budgets',
    buildApp: {
      order: 'post',
      async handler({ config, environments }) {
        const weights = await weigh(path.resolve(config.root, environments['client']!.config.build.outDir))
        for (const line of summary(weights)) config.logger.info(line)
        const found = excesses(weights)
        if (found.length > 0)
          throw new Error(
            `The built site costs more than its budgets allow (docs/performance.md):\n${found.map((line) => `- ${line}`).join('\n')}`,
          )
      },
    },
  }
}
