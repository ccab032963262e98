/** Vite plugin: an .mdx file in content/, a chapter or a lecture, is a module; an author's mistake is a build error with its place. */
import path from 'node:path'
import { normalizePath, type Plugin } from 'vite'
import { readBook } from '../../mdx/compile/book.ts'
import { compileChapter } from '../../mdx/compile/chapter.ts'
import { compileLecture } from '../../mdx/compile/lecture.ts'
import { recordingFiles } from '../../mdx/compile/readMeasurements.ts'
import { failAt } from './failAt.ts'

export function chapterModules(): Plugin {
  let root = ''
  return {
    name: 'book:chapters',
    enforce: 'pre',
    configResolved(config) {
      root = config.root
    },
    async transform(source, id) {
      const file = normalizePath(path.relative(root, id))
      const [, lang, lecture] = /^content\/([a-z]{2})\/(lectures\/)?[^/]+\.mdx$/.exec(file) ?? []
      if (!lang) return null
      const compile = lecture ? compileLecture : compileChapter
      this.addWatchFile(path.join(root, 'content/references.bib'))
      this.addWatchFile(path.join(root, `content/${lang}/glossary.yaml`))
      for (const recording of await recordingFiles(root)) this.addWatchFile(path.join(root, recording))
      try {
        const { code } = await compile(source, file, await readBook(root, lang))
        return { code, map: null }
      } catch (error) {
        return failAt(root, error, this)
      }
    },
  }
}
