/** Writes the measurements into docs/performance.md, between its marks; the words around them stay. */
import { readFileSync, writeFileSync } from 'node:fs'
import { figureRows, markdownTable, ratioRows, speedRows, verdictRows } from './rows.mjs'

const file = 'docs/performance.md'

/** Of a machine that other work kept busy, timings say little; ratios of CPU time suffer less. */
export const machineWords = ({ cores, load, chromium, node, quick }) =>
  [
    `Measured on a machine with ${cores} cores and no GPU in use, in Chromium ${chromium}, with Node ${node}. The load at the start was ${load.toFixed(1)}.`,
    quick ? 'A quick run: expect more noise.' : '',
    load > cores ? 'Other work kept the machine busy: timings are too long.' : '',
  ]
    .filter(Boolean)
    .join(' ')

const parts = {
  'kernels machine': ({ kernels }) => machineWords(kernels.machine),
  'kernels speed': ({ kernels }) => markdownTable(speedRows(kernels.results)),
  'kernels ratios': ({ kernels }) => markdownTable(ratioRows(kernels.results)),
  'page machine': ({ page }) => machineWords(page.machine),
  'page figure': ({ page }) => markdownTable(figureRows(page.figure)),
  'page thread': ({ page }) => markdownTable(figureRows(page.thread).map((row) => row.slice(0, 3))),
  'verdict machine': ({ verdict }) => machineWords(verdict.machine),
  'verdict figures': ({ verdict }) => markdownTable(verdictRows(verdict.results)),
  'page backends': ({ page }) => markdownTable(figureRows(page.backends).map((row) => row.slice(0, 2))),
}

/** What was never measured stays as it is. Throws a sentence when the file lacks a mark. */
export function writeDocs(measured) {
  let text = readFileSync(file, 'utf8')
  for (const [name, words] of Object.entries(parts)) {
    const [open, close] = [`<!-- bench: ${name} -->`, '<!-- /bench -->']
    const start = text.indexOf(open)
    const end = text.indexOf(close, start)
    if (start < 0 || end < 0)
      throw new Error(`${file} has no place for "${name}": expected ${open} ... ${close}`)
    if (!measured[name.split(' ')[0]]) continue
    text = `${text.slice(0, start)}${open}\n\n${words(measured)}\n\n${text.slice(end)}`
  }
  writeFileSync(file, text)
  return file
}
