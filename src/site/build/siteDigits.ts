/** Digits that an instructor has put into `public/data/` (see its README): pages name them, and figures train on them. */
import { readdir } from 'node:fs/promises'
import path from 'node:path'

const names = [
  'train-images-idx3-ubyte',
  'train-labels-idx1-ubyte',
  't10k-images-idx3-ubyte',
  't10k-labels-idx1-ubyte',
]

/**
 * The files that are there, relative to the root of the site; of a file that is there plain and packed, the packed one.
 * Empty where there are none, and where the folder is not there.
 */
export async function siteDigits(publicDir: string): Promise<string[]> {
  const found = await readdir(path.join(publicDir, 'data')).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [] as string[]
    throw error
  })
  return names
    .map((name) => [`${name}.gz`, name].find((file) => found.includes(file)))
    .filter((file) => file !== undefined)
    .map((file) => `data/${file}`)
}
