/** An author's mistake as a build error with its place, which editors and the browser show; other errors go on as they are. */
import path from 'node:path'
import type { Rollup } from 'vite'
import { AuthorError } from '../../mdx/compile/problems.ts'

/** @param root of the project; paths of mistakes begin there. */
export function failAt(root: string, error: unknown, plugin: Pick<Rollup.PluginContext, 'error'>): never {
  if (!(error instanceof AuthorError)) throw error
  const [first] = error.mistakes
  return plugin.error({
    message: `\n${error.message}\n`,
    ...(first && {
      loc: { file: path.join(root, error.path), line: first.line, column: first.column - 1 },
    }),
  })
}
