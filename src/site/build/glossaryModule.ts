/** Vite plugin: `content/<language>/glossary.yaml` is a module, the list of its entries; a mistake is a build error with its place. */
import path from 'node:path'
import { normalizePath, type Plugin } from 'vite'
import { parseGlossary } from '../../mdx/compile/glossary.ts'
import { failAt } from './failAt.ts'

export function glossaryModule(): Plugin {
  let root = ''
  return {
    name: 'book:glossary',
    enforce: 'pre',
    configResolved(config) {
      root = config.root
    },
    transform(source, id) {
      const file = normalizePath(path.relative(root, id))
      if (!/^content\/[a-z]{2}\/glossary\.yaml$/.test(file)) return null
      try {
        const { entries } = parseGlossary(source, file)
        return { code: `export default ${JSON.stringify(entries)}`, map: null, moduleType: 'js' }
      } catch (error) {
        return failAt(root, error, this)
      }
    },
  }
}
