/** What makes a recording, as it is written into it. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Recording } from '../lab/recording.ts'

const versionOf = (manifest: string): string =>
  (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version

/** @param root the folder of the book's package.json. */
export function versionsAt(root: string): Recording['versions'] {
  const manifest = path.join(root, 'package.json')
  const tfjs = createRequire(manifest).resolve('@tensorflow/tfjs-core/package.json')
  return { book: versionOf(manifest), tfjs: versionOf(tfjs) }
}
