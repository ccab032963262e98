/** Runs the TensorFlow.js programs that figures give, as they stand, but for the line that imports the library. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
// oxlint-disable-next-line no-restricted-imports -- what the programs are written for; nothing of ours uses it
import * as layers from '@tensorflow/tfjs-layers'
import { vi } from 'vitest'
import type { TextFile } from '../../src/lab/figureCode.ts'
import { engine } from '../../src/nn/engine.ts'
import * as core from '../../src/nn/tf.ts'

/** What `@tensorflow/tfjs` is made of, as the programs below find it. */
const library = 'libraryOfPrograms'
Object.assign(globalThis, { [library]: { ...core, ...layers } })

const importLine = "import * as tf from '@tensorflow/tfjs'"

/**
 * @param file what the program reads, or nothing where it is not there.
 * @returns the lines that it logs.
 */
export async function runSource(source: string, file?: TextFile): Promise<string[]> {
  if (!source.includes(importLine)) throw new Error(`Expected the program to have the line ${importLine}.`)
  const folder = await mkdtemp(join(tmpdir(), 'code-'))
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  try {
    const place = join(folder, 'numbers.json')
    if (file) await writeFile(place, file.text)
    const program = join(folder, 'program.mjs')
    await writeFile(
      program,
      source
        .replace(importLine, `const tf = globalThis.${library}`)
        .replace(/load\('[^']+\.json'\)/, () => `load(${JSON.stringify(place)})`),
    )
    await engine.use('wasm')
    await import(/* @vite-ignore */ pathToFileURL(program).href)
    return log.mock.calls.map(([line]) => String(line))
  } finally {
    log.mockRestore()
    await rm(folder, { recursive: true })
  }
}

/** The same program, only so many steps long, that speaks after every one of them. */
export const shortened = (source: string, steps: number): string =>
  source
    .replace(/^(const )?steps = \d+$/m, (line) => line.replace(/\d+$/, String(steps)))
    .replace(/^(const measureEvery|measure_every) = \d+$/m, (line) => line.replace(/\d+$/, '1'))

/** The number after `words` of each line. */
export const numbersAfter = (words: string, lines: readonly string[]): number[] =>
  lines.map((line) => {
    const found = new RegExp(`${words} (\\S+?)(?:,| of|$)`).exec(line)
    if (!found) throw new Error(`Expected “${words}” and a number, found “${line}”.`)
    return Number(found[1])
  })
