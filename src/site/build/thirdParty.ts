/** Vite plugins: the site ships packages that it may ship and no others, with a notice of them all. */
import type { Plugin } from 'vite'
import { faults, noticeOf, shippedPackages } from './licences.ts'

/** In the built site. Not among the pages that are saved for reading offline. */
export const noticeFile = 'third-party-licences.md'

/** The package that a module is of; undefined for ours. */
const packageOf = (module: string) => [...module.matchAll(/node_modules\/((?:@[^/]+\/)?[^/?]+)/g)].at(-1)?.[1]

/** A package that is bundled, into pages or into the worker, is a dependency of the book and not of its tools. */
export function onlyDependencies(): Plugin {
  let root = ''
  return {
    name: 'book:only-dependencies',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    configResolved(config) {
      root = config.root
    },
    generateBundle(_, bundle) {
      const shipped = new Set(shippedPackages(root).map(({ name }) => name))
      const bundled = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
      for (const name of new Set(bundled.map(packageOf)))
        if (name !== undefined && !shipped.has(name))
          this.error(`${name} is bundled, and is no dependency. Move it to "dependencies" in package.json.`)
    },
  }
}

export function thirdPartyNotice(): Plugin {
  let root = ''
  return {
    name: 'book:third-party-notice',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    configResolved(config) {
      root = config.root
    },
    generateBundle() {
      const packages = shippedPackages(root)
      const wrong = faults(packages)
      if (wrong.length > 0) this.error(wrong.join('\n'))
      this.emitFile({ type: 'asset', fileName: noticeFile, source: noticeOf(packages, root) })
    },
  }
}
