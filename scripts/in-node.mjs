/**
 * Runs a TypeScript module of the book in Node: bundles it as src/cli/vite.config.ts says, because widgets are
 * TypeScript and find each other through Vite, imports the bundle and removes it again. Takes under a second.
 */
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

export const root = path.dirname(import.meta.dirname)

/** The exports of the module at `entry`, a path from the root of the book. */
export async function loadInNode(entry) {
  // Two commands at the same time must not share it.
  const folder = path.join(root, `.cache/node/${process.pid}`)
  const configFile = path.join(root, 'src/cli/vite.config.ts')
  try {
    await build({ root, configFile, build: { ssr: entry, outDir: folder } })
    return await import(pathToFileURL(path.join(folder, 'entry.mjs')).href)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
