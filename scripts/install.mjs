/** Installs the locked dependencies unless they are there already. Node built-ins only. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'

const stamp = 'node_modules/.installed'

/** The lockfile, the Node that native packages were chosen for, and the platform. */
const wanted = () =>
  createHash('sha256')
    .update(readFileSync('package-lock.json'))
    .update(`${process.version} ${process.platform} ${process.arch}`)
    .digest('hex')

const installed = () => {
  try {
    return readFileSync(stamp, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
}

/** Runs `npm ci` when node_modules is missing or was installed from another lockfile, Node or platform. */
export function ensureInstalled() {
  if (installed() === wanted()) return
  console.log('Installing dependencies (npm ci) ...')
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  writeFileSync(stamp, wanted())
}
