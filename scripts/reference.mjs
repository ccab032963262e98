/**
 * `npm run reference`: computes the fixtures of tests/reference anew with PyTorch, says whether they are those that are
 * stored, and compares what the book computes with them: all figures in both ways. `-- --write` stores the new ones.
 * Without PyTorch the stored ones are compared alone. See docs/reference.md.
 */
import { spawnSync } from 'node:child_process'
import { copyFileSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'

const script = 'tests/reference/torch/make.py'
const stored = 'tests/reference/fixtures'
const made = '.cache/reference'

/**
 * Numbers are printed with seven digits; another processor or version may round the last ones otherwise, and a number
 * that is 0 but for rounding comes out as another.
 */
const sameWithin = { share: 1e-5, least: 1e-8 }

/** A Python that has PyTorch: Debian's is /usr/bin/python3. */
const pythons = [process.env['PYTHON'], '/usr/bin/python3', 'python3'].filter(Boolean)
const python = pythons.find((each) => spawnSync(each, ['-c', 'import torch, numpy']).status === 0)

/**
 * Where two values differ, as paths.
 * @param {unknown} found
 * @param {unknown} expected
 * @param {string} at
 * @returns {string[]}
 */
function differences(found, expected, at) {
  if (typeof found === 'number' && typeof expected === 'number') {
    const off = Math.abs(found - expected)
    const same = off <= Math.max(sameWithin.least, sameWithin.share * Math.abs(expected))
    return same ? [] : [`${at}: expected ${expected}, found ${found}`]
  }
  if (found === null || expected === null || typeof found !== 'object' || typeof expected !== 'object')
    return found === expected
      ? []
      : [`${at}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`]
  const keys = [...new Set([...Object.keys(expected), ...Object.keys(found)])]
  return keys.flatMap((key) => differences(found[key], expected[key], `${at}.${key}`))
}

const read = (folder, file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8'))

/** @returns {boolean} whether all is as it was, or is now. */
function makeAnew(write) {
  rmSync(made, { recursive: true, force: true })
  const { status } = spawnSync(python, ['-B', script, made], { stdio: 'inherit' })
  if (status !== 0) {
    console.error(`${script} ended with ${status}; its message stands above.`)
    return false
  }
  const files = readdirSync(made)
  if (write) {
    for (const file of files) copyFileSync(path.join(made, file), path.join(stored, file))
    console.log(`${files.length} files written to ${stored}.`)
    return true
  }
  const extra = readdirSync(stored).filter((file) => !files.includes(file))
  const found = [
    ...extra.map((file) => `${file}: stored, and not made any more; remove it`),
    ...files.flatMap((file) => differences(read(made, file), read(stored, file), file)),
  ]
  if (found.length === 0) console.log(`The ${files.length} stored files are what PyTorch computes.`)
  else {
    console.error(`${found.length} numbers are not those that are stored:`)
    for (const line of found.slice(0, 20)) console.error(`  ${line}`)
    console.error('Where the script was changed on purpose: npm run reference -- --write')
  }
  return found.length === 0
}

const write = process.argv.includes('--write')
if (!python)
  console.log(
    'No Python with PyTorch here (Debian: apt-get install python3-torch): the stored numbers are used.',
  )
const same = python ? makeAnew(write) : !write
const { status } = spawnSync(
  'npx',
  ['--no-install', 'vitest', 'run', '--project', 'unit', 'tests/reference'],
  { stdio: 'inherit', env: { ...process.env, REFERENCE: 'all' } },
)
process.exit(same && status === 0 ? 0 : 1)
