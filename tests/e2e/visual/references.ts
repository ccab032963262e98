/** The pictures that were found right, one file for each page or figure: small, packed together, because their states share most. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import type { Small } from './reduce.ts'

export interface References {
  /** Major version of the Chromium that took them. */
  chromium: number
  pictures: Map<string, Small>
}

const folder = 'tests/e2e/visual/references'
const fileOf = (place: string) => path.join(folder, `${place.replaceAll('/', '-')}.bin`)

/** null where there are none yet. */
export function readReferences(place: string): References | null {
  const file = fileOf(place)
  if (!existsSync(file)) return null
  const bytes = brotliDecompressSync(readFileSync(file))
  const end = bytes.indexOf('\n')
  const head = JSON.parse(bytes.subarray(0, end).toString()) as {
    chromium: number
    pictures: [name: string, width: number, height: number][]
  }
  let at = end + 1
  const pictures = head.pictures.map(([name, width, height]): [string, Small] => {
    const rgb = new Uint8Array(bytes.subarray(at, (at += 3 * width * height)))
    return [name, { width, height, rgb }]
  })
  return { chromium: head.chromium, pictures: new Map(pictures) }
}

export function writeReferences(place: string, { chromium, pictures }: References): void {
  const sorted = [...pictures].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const head = JSON.stringify({
    chromium,
    pictures: sorted.map(([name, { width, height }]) => [name, width, height]),
  })
  const bytes = Buffer.concat([Buffer.from(`${head}\n`), ...sorted.map(([, { rgb }]) => rgb)])
  const { BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = constants
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    fileOf(place),
    brotliCompressSync(bytes, {
      params: { [BROTLI_PARAM_LGWIN]: 24, [BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  )
}
