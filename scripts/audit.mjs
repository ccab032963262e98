/**
 * `npm run audit`: asks the registry for known vulnerabilities of what the site is made of. Fails for high and critical
 * ones. A registry that cannot be asked (no network, a mirror without audits) is reported, and is no failure: nothing was
 * found, and nothing was looked at. Node built-ins only.
 */
import { spawnSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'

const failing = ['high', 'critical']

/**
 * What `npm audit --json` has printed, in words.
 * @param {string} output its standard output
 * @returns {{ failed: boolean, answered: boolean, lines: string[] }}
 */
export function readAudit(output) {
  let report
  try {
    report = JSON.parse(output)
  } catch {
    return { failed: false, answered: false, lines: [`npm audit printed no report: ${output.slice(0, 200)}`] }
  }
  const counts = report?.metadata?.vulnerabilities
  if (typeof counts !== 'object' || counts === null || typeof report.vulnerabilities !== 'object') {
    const why = report?.message ?? report?.error?.summary ?? 'it gave no reason'
    return {
      failed: false,
      answered: false,
      lines: [
        `The registry did not answer the audit: ${why}`,
        'Nothing was checked. Run it where it answers.',
      ],
    }
  }
  const found = Object.values(report.vulnerabilities)
  const lines = found.map(({ name, severity, range, via }) => {
    const titles = via.map((cause) => (typeof cause === 'string' ? `through ${cause}` : cause.title))
    return `${severity}: ${name} ${range} (${titles.join('; ')})`
  })
  const failed = found.some(({ severity }) => failing.includes(severity))
  return {
    failed,
    answered: true,
    lines: [...lines, `${found.length} known vulnerabilities in dependencies.`],
  }
}

function main() {
  const impatient = ['--fetch-retries=0', '--fetch-timeout=20000']
  const { stdout, error } = spawnSync('npm', ['audit', '--omit=dev', '--json', ...impatient], {
    encoding: 'utf8',
    timeout: 60_000,
    shell: process.platform === 'win32',
  })
  const { failed, lines } = error
    ? { failed: false, lines: [`npm audit could not be run: ${error.message}`] }
    : readAudit(stdout)
  for (const line of lines) console.log(line)
  process.exit(failed ? 1 : 0)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main()
