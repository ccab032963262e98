/** What `npm run claims -- --backends` prints at its end: for each file and backend, how many claims hold, and how long it took. */
import path from 'node:path'
import type { Reporter, TestModule } from 'vitest/node'

const nameOf = ({ moduleId }: TestModule) => path.basename(moduleId).replace('.quick.test.ts', '')
/** "backends: wasm" */
const backendOf = ({ project }: TestModule) => project.name.split(': ').at(-1)!

function cell(testModule: TestModule): string {
  const tests = [...testModule.children.allTests()]
  const hold = tests.filter((test) => test.result().state === 'passed').length
  const seconds = Math.round(testModule.diagnostic().duration / 1000)
  const verdict =
    hold === tests.length && testModule.ok()
      ? `${hold} hold`
      : `${tests.length - hold} of ${tests.length} FAIL`
  return `${verdict}, ${seconds} s`
}

export default class BackendsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const backends = [...new Set(modules.map(backendOf))].toSorted()
    const names = [...new Set(modules.map(nameOf))].toSorted()
    const rows = names.map((name) => [
      name,
      ...backends.map((backend) => {
        const found = modules.find((each) => nameOf(each) === name && backendOf(each) === backend)
        return found ? cell(found) : 'did not run'
      }),
    ])
    const table = [['', ...backends], ...rows]
    const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)))
    console.log(
      [
        '',
        ...table.map((row) =>
          row
            .map((text, i) => text.padEnd(widths[i]!))
            .join('  ')
            .trimEnd(),
        ),
        '',
      ].join('\n'),
    )
  }
}
