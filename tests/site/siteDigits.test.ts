/** Digits in `public/data/` are named by the pages; pages of a site without any name none. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, onTestFinished, test } from 'vitest'
import { siteDigits } from '../../src/site/build/siteDigits.ts'
import { Document } from '../../src/site/shell/Document.tsx'

async function publicFolder(...files: string[]): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'public-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  if (files.length > 0) await mkdir(path.join(folder, 'data'))
  for (const file of files) await writeFile(path.join(folder, 'data', file), '')
  return folder
}

test('finds the files by their names, packed before plain', async () => {
  expect(await siteDigits(await publicFolder())).toEqual([])
  expect(await siteDigits(await publicFolder('README.md', 'mnist.npz'))).toEqual([])
  expect(
    await siteDigits(
      await publicFolder('train-labels-idx1-ubyte', 'train-images-idx3-ubyte.gz', 'train-images-idx3-ubyte'),
    ),
  ).toEqual(['data/train-images-idx3-ubyte.gz', 'data/train-labels-idx1-ubyte'])
})

test('a page names them from where it stands, and says nothing where there are none', () => {
  const page = (digits?: string[]) =>
    renderToStaticMarkup(
      Document({
        lang: 'en',
        title: 'A',
        description: 'B',
        assets: {
          root: '../../',
          styles: [],
          script: 's.js',
          embed: 'e.js',
          fonts: [],
          ...(digits && { digits }),
        },
        children: null,
      }),
    )
  expect(page(['data/a.gz', 'data/b'])).toContain(
    '<meta name="digits" content="../../data/a.gz ../../data/b"/>',
  )
  expect(page([])).not.toContain('digits')
  expect(page()).not.toContain('digits')
})
