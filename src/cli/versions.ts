/** What makes a recording, as it is written into it. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Recording } from '../lab/recording.ts'

const versionOf = (folder: string): string =>
  (JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string }).version

/** @param root the folder of the book's package.json. */
export const versionsAt = (root: string): Recording['versions'] => ({
  book: versionOf(root),
  tfjs: versionOf(path.join(root, 'node_modules/@tensorflow/tfjs-core')),
})
