/** The command line of the bench. */
import { parseArgs } from 'node:util'

export const usage = `npm run bench -- [options]
  --only kernels|page|verdict|docs  one part; docs measures nothing and writes the numbers of the last run
  --quick                   fewer and shorter rounds: for a look, not for the table
  --workload a-10,b         only these workloads, of a-10, a-256, b, c, d, e; nothing is kept
  --figure a,b              only these figures, for --only verdict; nothing is kept
  --write-docs              put the numbers into docs/performance.md`

/** Throws a sentence about what it does not know. */
export function readOptions(argv) {
  const { values } = parseArgs({
    args: argv,
    options: {
      only: { type: 'string' },
      workload: { type: 'string' },
      figure: { type: 'string' },
      quick: { type: 'boolean', default: false },
      'write-docs': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const { only, workload, quick, help } = values
  if (only !== undefined && !['kernels', 'page', 'verdict', 'docs'].includes(only))
    throw new Error(`--only: expected kernels, page, verdict or docs, found ${only}`)
  const workloads = workload?.split(',')
  const unknown = workloads?.find((name) => !['a-10', 'a-256', 'b', 'c', 'd', 'e'].includes(name))
  if (unknown !== undefined) throw new Error(`--workload: there is no workload ${unknown}`)
  return {
    kernels: only === undefined || only === 'kernels',
    page: (only === undefined || only === 'page') && !workloads,
    verdict: (only === undefined || only === 'verdict') && !workloads,
    docs: values['write-docs'] || only === 'docs',
    workloads,
    figures: values.figure?.split(','),
    quick,
    help,
  }
}
