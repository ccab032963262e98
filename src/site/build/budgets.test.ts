import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { budgets, excesses, summary } from './budgets.ts'
import { weigh } from './weigh.ts'

let out: string
const put = async (name: string, body: string) => {
  await mkdir(path.dirname(path.join(out, name)), { recursive: true })
  await writeFile(path.join(out, name), body)
}

/** Text that gzip makes hardly smaller than `bytes`. */
function dense(bytes: number): string {
  let [text, state] = ['', 1]
  while (text.length < (bytes * 4) / 3) {
    state = (state * 48271) % 2147483647
    text += 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_$'[state % 64]
  }
  return text
}
const comment = (bytes: number) => `/*${dense(bytes)}*/`
const script = (name: string) => `<script type="module" src="./../assets/${name}"></script>`
const hash = 'Ab3_x-9Q'

/** A site of one page, one figure and one experiment, far below each budget. */
beforeEach(async () => {
  out = await mkdtemp(path.join(tmpdir(), 'site-'))
  await put('en/one/index.html', `<html>${script(`bootstrap-${hash}.js`)}</html>`)
  await put(`assets/bootstrap-${hash}.js`, `import{a}from"./islands-${hash}.js";`)
  await put(`assets/islands-${hash}.js`, `x=()=>import("./mount-${hash}.js")`)
  await put(
    `assets/mount-${hash}.js`,
    `import"./react-${hash}.js";m={"../../widgets/one-bend/index.tsx":()=>p(()=>import("./one-bend-${hash}.js"),[])}`,
  )
  await put(
    `assets/one-bend-${hash}.js`,
    `import{b}from"./charts-${hash}.js";import{c}from"./panel-${hash}.js"`,
  )
  await put(`assets/panel-${hash}.js`, 'export const c=1')
  await put(`assets/react-${hash}.js`, comment(300_000))
  await put(`assets/charts-${hash}.js`, comment(300_000))
  await put(
    `assets/worker-${hash}.js`,
    `w={"./one-bend/train.ts":()=>import(\`./train-${hash}.js\`)};import("./backend-wasm-${hash}.js")`,
  )
  for (const name of ['train', 'backend-wasm', 'backend-cpu', 'backend-webgl'])
    await put(`assets/${name}-${hash}.js`, 'export default 1')
})
afterEach(() => rm(out, { recursive: true }))

const excess = async () => excesses(await weigh(out))

it('finds nothing in a light site, and says how much of each budget there is', async () => {
  expect(await excess()).toEqual([])
  const lines = summary(await weigh(out))
  expect(lines).toHaveLength(Object.keys(budgets).length)
  expect(lines[0]).toBe('the HTML of a page: at most 0.1 kB of 60.0 kB gzip (en/one/index.html)')
})

it.each([
  ['a page', 'en/two/index.html', 62_000, 'en/two/index.html: the HTML of a page may weigh 60.0 kB gzip'],
  ['what a page loads at once', `assets/islands-${hash}.js`, 5_200, 'en/one/index.html: the JavaScript'],
  ['a part of a figure', `assets/panel-${hash}.js`, 62_000, 'widgets/one-bend: the page code of a figure'],
  ['an experiment', `assets/train-${hash}.js`, 226_000, 'one-bend on wasm: the JavaScript of the worker'],
  ['a backend', `assets/backend-cpu-${hash}.js`, 226_000, 'one-bend on cpu: the JavaScript of the worker'],
])('names %s that is too heavy, the bytes and the budget', async (_, file, bytes, words) => {
  await put(file, file.endsWith('.js') ? comment(bytes) : dense(bytes))
  const found = await excess()
  expect(found.length).toBeGreaterThan(0)
  expect(found.find((line) => line.startsWith(words))).toMatch(/and weighs [\d.]+ kB \(\d+ bytes\)/)
})

it('React and the charts are no part of a figure, and what a page has anyway counts once', async () => {
  await put(`assets/panel-${hash}.js`, `import"./islands-${hash}.js";${comment(50_000)}`)
  await put(`assets/islands-${hash}.js`, `/*${dense(4_800)}*/x=()=>import("./mount-${hash}.js")`)
  expect(await excess()).toEqual([])
})

it('says so when there is nothing to weigh', async () => {
  await put(`assets/mount-${hash}.js`, `import"./react-${hash}.js"`)
  await expect(weigh(out)).rejects.toThrow('Expected something to weigh for the budget "figure"')
  await rm(path.join(out, `assets/charts-${hash}.js`))
  await expect(weigh(out)).rejects.toThrow(
    'Expected one script assets/charts-<hash>.js in the built site, found 0',
  )
})
