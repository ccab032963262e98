/** What every text of the book is compiled with, whatever else is done to it. Runs in Node, at build time. */
import { compile } from '@mdx-js/mdx'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import type { Pluggable } from 'unified'
import type { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import { typesetMath } from './formulas.ts'

/** Makes the file's MDX JavaScript, in place, through these plugins; an author's mistakes are among its messages. */
export const compileText = async (file: VFile, plugins: readonly Pluggable[]): Promise<void> => {
  try {
    await compile(file, {
      remarkPlugins: [remarkFrontmatter, remarkGfm, remarkMath, ...plugins],
      rehypePlugins: typesetMath,
    })
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error
    if (!file.messages.includes(error)) file.messages.push(error)
  }
}
