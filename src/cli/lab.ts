/** `npm run lab`: any widget's experiment in Node. Only the result goes to the output. */
import { engine } from '../nn/engine.ts'
import { help, parseCommand, UsageError, type RunCommand } from './command.ts'
import { describeSetup } from './describe.ts'
import { measureRun } from './measure.ts'
import { progressBar, type Terminal } from './progress.ts'
import { toJson, toTable } from './report.ts'
import { readSettings } from './settings.ts'
import { versionsAt } from './versions.ts'
import { loadExperiment, loadSetup, widgetNames } from './widgets.ts'

export interface Streams {
  out: Terminal
  error: Terminal
}

async function runWidget(command: RunCommand, error: Terminal): Promise<string> {
  const { widget } = command
  const setup = await loadSetup(widget)
  const settings = readSettings(command, setup)
  const experiment = await loadExperiment(widget)
  const bar = progressBar(error, widget, settings.steps)
  try {
    const recording = await measureRun({
      ...settings,
      widget,
      experiment,
      engine,
      versions: versionsAt(process.cwd()),
      progress: (step) => bar.show(step),
    })
    return command.json ? toJson(recording) : toTable(recording, setup)
  } finally {
    bar.clear()
  }
}

async function answer(argv: readonly string[], error: Terminal): Promise<string> {
  const command = parseCommand(argv)
  if (command.do === 'help') return help
  if (command.do === 'list') return command.json ? JSON.stringify(widgetNames) : widgetNames.join('\n')
  if (command.do === 'run') return runWidget(command, error)
  return JSON.stringify(describeSetup(command.widget, await loadSetup(command.widget)), null, 2)
}

/** @returns the exit code: 0, 2 for words that cannot be understood, 1 for a run that failed. */
export async function main(argv: readonly string[], { out, error }: Streams): Promise<number> {
  try {
    out.write(`${await answer(argv, error)}\n`)
    return 0
  } catch (problem) {
    error.write(`${problem instanceof Error ? problem.message : String(problem)}\n`)
    return problem instanceof UsageError ? 2 : 1
  }
}
