/**
 * The steps that a page of docs/ tells its reader to take: each line of a block "sh" is a command, and a block whose
 * first line names a file ("mdx content/en/pruning.mdx") is added at the end of that file.
 */
import { appendFileSync } from 'node:fs'
import path from 'node:path'
import { visit } from 'unist-util-visit'
import { readDocument } from '../prose/text/documents.ts'
import type { Tree } from './tree.ts'

interface Command {
  kind: 'command'
  line: string
}
interface Addition {
  kind: 'addition'
  file: string
  text: string
}
export type Step = Command | Addition

export function stepsOf(page: string): Step[] {
  const steps: Step[] = []
  visit(readDocument(page).tree, 'code', ({ lang, meta, value }) => {
    if (lang === 'sh') for (const line of value.split('\n')) steps.push({ kind: 'command', line })
    else if (meta) steps.push({ kind: 'addition', file: meta, text: value })
  })
  return steps
}

export function take(step: Step, tree: Tree): void {
  if (step.kind === 'command') tree.run(step.line)
  else appendFileSync(path.join(tree.folder, step.file), `\n${step.text}\n`)
}
