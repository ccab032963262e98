/** Vite plugin: a build that costs its readers more than they were promised fails, with a sentence for each excess. */
import path from 'node:path'
import type { Plugin } from 'vite'
import { weigh, type Weight } from './weigh.ts'

/** Bytes, gzip: what docs/performance.md promises. */
export const budgets: Readonly<Record<Weight['kind'], { most: number; what: string }>> = {
  html: { most: 60 * 1024, what: 'the HTML of a page' },
  before: { most: 5 * 1024, what: 'the JavaScript of a page before anything is done' },
  figure: { most: 60 * 1024, what: 'the page code of a figure beside React and the charts' },
  worker: { most: 220 * 1024, what: 'the JavaScript of the worker with one experiment and wasm or WebGL' },
  // Where there is neither wasm nor WebGL. The bundle of tfjs's cpu backend asks for that of WebGL, and uses nothing of it.
  cpu: { most: 230 * 1024, what: 'the JavaScript of the worker with one experiment and plain arithmetic' },
}

/** Pages that are heavier, and may not grow: what each weighs now, and a hundredth for its prose. */
export const heavier: Readonly<Record<string, number>> = {
  'en/activations/index.html': 65 * 1024,
  'en/normalization/index.html': 84 * 1024,
  'en/regularization/index.html': 98 * 1024,
}

const kB = (bytes: number) => `${(bytes / 1024).toFixed(1)} kB`

/** A sentence for each weight above its budget. */
export function excesses(weights: readonly Weight[]): string[] {
  return weights.flatMap(({ kind, name, bytes, parts }) => {
    const { most, what } = budgets[kind]
    const allowed = (kind === 'html' ? heavier[name] : undefined) ?? most
    if (bytes <= allowed) return []
    const made = parts.length > 0 ? ` The heaviest parts: ${parts.join(', ')}.` : ''
    return `${name}: ${what} may weigh ${kB(allowed)} gzip, and weighs ${kB(bytes)} (${bytes} bytes).${made}`
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
