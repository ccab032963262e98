/** What `npm ci` installs: exactly what is written, from the public registry, and nothing runs while it does. */
import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { readAudit } from '../../scripts/audit.mjs'

interface LockEntry {
  version?: string
  resolved?: string
  integrity?: string
  dev?: boolean
  link?: boolean
  hasInstallScript?: boolean
}
interface Manifest {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
const { dependencies, devDependencies } = read('package.json') as Manifest
const { packages } = read('package-lock.json') as { packages: Record<string, LockEntry> }
const entries = Object.entries(packages).filter(([place]) => place !== '')
/** The names of the entries that `is` true of. */
const those = (is: (entry: LockEntry) => boolean) =>
  entries.filter(([, entry]) => is(entry)).map(([place]) => place)

test('every version is written exactly', () => {
  const versions = Object.entries({ ...dependencies, ...devDependencies })
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
})

// Without `resolved` npm asks the registry that it is set to; either way the content has to be the one that is written.
test('everything comes from the registry, and its content is known', () => {
  expect(entries.length).toBeGreaterThan(100)
  expect(those(({ link }) => link === true)).toEqual([])
  expect(those(({ resolved }) => resolved?.startsWith('https://registry.npmjs.org/') === false)).toEqual([])
  expect(those(({ integrity }) => !integrity?.startsWith('sha512-'))).toEqual([])
})

test('nothing that the site is made of runs code when it is installed', () => {
  expect(those(({ dev, hasInstallScript }) => !dev && hasInstallScript === true)).toEqual([])
})

describe('npm run audit', () => {
  const cause = { title: 'Prototype pollution' }
  const report = (severity: string) =>
    JSON.stringify({
      vulnerabilities: { a: { name: 'a', severity, range: '<2', via: [cause, 'b'] } },
      metadata: { vulnerabilities: { [severity]: 1 } },
    })

  it('fails for what is high or critical', () => {
    expect(readAudit(report('critical')).failed).toBe(true)
    expect(readAudit(report('high'))).toEqual({
      failed: true,
      answered: true,
      lines: ['high: a <2 (Prototype pollution; through b)', '1 known vulnerabilities in dependencies.'],
    })
  })

  it('reports what is less', () => {
    expect(readAudit(report('moderate'))).toMatchObject({ failed: false, answered: true })
    const nothing = JSON.stringify({ vulnerabilities: {}, metadata: { vulnerabilities: {} } })
    expect(readAudit(nothing)).toEqual({
      failed: false,
      answered: true,
      lines: ['0 known vulnerabilities in dependencies.'],
    })
  })

  it.each(['', 'null', '{"message":"405 Method Not Allowed"}', '<html>', '{"error":{"summary":"offline"}}'])(
    'says that the registry did not answer: %s',
    (output) => {
      const { failed, answered, lines } = readAudit(output)
      expect([failed, answered]).toEqual([false, false])
      expect(lines[0]).toMatch(/did not answer|no report/)
    },
  )
})
