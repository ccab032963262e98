/** Finds the Chromium that the browser tests drive; installs Debian's when it may. Node built-ins only. */
import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import path from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const isExecutable = (file) => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const onPath = () =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
    .find(isExecutable)

const fromDebian = () => {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }
  console.log('Installing Debian’s chromium package ...')
  try {
    execFileSync('apt-get', ['update'], options)
    execFileSync(
      'apt-get',
      ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
      options,
    )
  } catch (error) {
    console.error(`apt-get could not install chromium: ${error.message}`)
  }
  return onPath()
}

const fromPlaywright = async () => {
  const { chromium } = await import('playwright')
  const file = chromium.executablePath()
  return existsSync(file) ? file : undefined
}

/**
 * Path of a Chromium: `CHROMIUM_PATH`, then the PATH, then Debian's package (when root), then Playwright's own.
 * @returns {Promise<string>}
 * @throws {Error} with one sentence that says what to install
 */
export async function findChromium() {
  const asked = process.env.CHROMIUM_PATH
  if (asked) {
    if (isExecutable(asked)) return asked
    throw new Error(`CHROMIUM_PATH is ${asked}, which is not a program; point it at a Chromium or unset it.`)
  }
  const found = onPath() ?? fromDebian() ?? (await fromPlaywright())
  if (found) return found
  throw new Error(
    'No Chromium was found; install one (Debian: apt-get install chromium; elsewhere: npx playwright install chromium) or set CHROMIUM_PATH.',
  )
}

/**
 * Flags under which WebGL runs in software, in a worker too, on a machine without a GPU. Pages are composed without it:
 * else each picture of a page goes through software WebGL as well, and takes two thirds of all the time there is.
 */
export const chromiumFlags = [
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-gpu-compositing',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]
