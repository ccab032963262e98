/**
 * A copy of the book's files below .cache/, in which a test may do what a page of docs/ says, as a newcomer would. The
 * copy is a repository of its own and finds the installed packages in the folder above, so nothing outside it changes,
 * whatever happens.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'

const git = (cwd: string, ...args: string[]) => execFileSync('git', args, { cwd, encoding: 'utf8' })

/** What runs this test must not reach the tests that it runs. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(VITEST|VITE_|NODE_ENV|TEST$|DEV$|PROD$|MODE$|BASE_URL|SSR)/.test(name),
  ),
)

export interface Tree {
  folder: string
  /** Runs a line of a shell there. @throws with all it printed if it fails */
  run(line: string): string
  /** What git sees changed; nothing in a clean tree. */
  changes(): string
  remove(): void
}

const copies = path.resolve('.cache/walkthroughs')

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
    throw error
  }
}

/** Copies of tests that were killed. */
function removeOrphans(): void {
  const names = existsSync(copies) ? readdirSync(copies) : []
  for (const name of names)
    if (!isAlive(Number(name.split('-').at(-1)))) rmSync(path.join(copies, name), { recursive: true })
}

export function copyOfTheBook(name: string): Tree {
  removeOrphans()
  const folder = path.join(copies, `${name}-${process.pid}`)
  rmSync(folder, { recursive: true, force: true })
  const files = git('.', 'ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0')
  for (const file of files.filter((each) => each !== '' && existsSync(each))) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    copyFileSync(file, path.join(folder, file))
  }
  // Ours, and found by its own folder: what AssemblyScript has compiled.
  const compiled = 'node_modules/.cache/assemblyscript'
  if (existsSync(compiled)) cpSync(compiled, path.join(folder, compiled), { recursive: true })
  git(folder, 'init', '--quiet')
  git(folder, 'add', '--all')
  git(folder, '-c', 'user.name=test', '-c', 'user.email=test@example.org', 'commit', '--quiet', '-m', 'Book')
  return {
    folder,
    run(line) {
      const { status, stdout, stderr } = spawnSync('bash', ['-c', line], {
        cwd: folder,
        env: environment,
        encoding: 'utf8',
      })
      if (status !== 0) throw new Error(`${line}\nended with ${status}:\n${stdout}\n${stderr}`)
      return stdout
    },
    changes: () => git(folder, 'status', '--porcelain'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
