import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readEdition } from './serviceWorker.ts'

let out: string
const put = async (name: string, body: string | Uint8Array) => {
  await mkdir(path.dirname(path.join(out, name)), { recursive: true })
  await writeFile(path.join(out, name), body)
}

beforeEach(async () => {
  out = await mkdtemp(path.join(tmpdir(), 'site-'))
  await put('index.html', 'home')
  await put('en/activations/index.html', 'a'.repeat(10_000))
  await put('404.html', 'nothing')
})
afterEach(() => rm(out, { recursive: true }))

it('names pages by their address, what is shown without a network first', async () => {
  await put('sw.js', 'not of the edition')
  await put('.vite/manifest.json', '{}')
  await put('data/README.md', 'for authors')
  const { edition, kept } = await readEdition(out)
  expect(edition.files.map(({ name }) => name)).toEqual(['404.html', 'en/activations/', ''])
  expect(kept).toBe(10_011)
  // As it is sent, and a hash of what it is.
  expect(edition.files[1]?.bytes).toBeLessThan(100)
  expect(edition.files[2]?.hash).toMatch(/^[0-9a-f]{32}$/)
})

it('is another edition when one letter is another', async () => {
  const before = (await readEdition(out)).edition.id
  expect((await readEdition(out)).edition.id).toBe(before)
  await put('index.html', 'hom3')
  expect((await readEdition(out)).edition.id).not.toBe(before)
})

it('saves the digits of an instructor, unless they are huge', async () => {
  const names = async () => (await readEdition(out)).edition.files.map(({ name }) => name)
  await put('data/train-images-idx3-ubyte.gz', new Uint8Array(1_000_000))
  expect(await names()).toContain('data/train-images-idx3-ubyte.gz')
  await put('data/train-images-idx3-ubyte.gz', new Uint8Array(17_000_000))
  expect(await names()).toEqual(['404.html', 'en/activations/', ''])
})
