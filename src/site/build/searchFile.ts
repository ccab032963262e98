/** Writes the index of search into a built site. */
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

/** Its address in development. */
export const developmentFile = 'assets/search.json'

/**
 * @param content the text of the file
 * @param out the folder of the site
 * @returns its path from there, named after what is in it, and its size in bytes, gzip
 */
export async function writeSearchFile(
  content: string,
  out: string,
): Promise<{ file: string; bytes: number }> {
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 8)
  const file = `assets/search-${hash}.json`
  await mkdir(path.join(out, 'assets'), { recursive: true })
  await writeFile(path.join(out, file), content)
  return { file, bytes: gzipSync(content).length }
}
