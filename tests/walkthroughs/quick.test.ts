/**
 * What `npm run new:figure` writes trains, holds its own tests and its claim, and is taken away again as the page says. The
 * steps that take long are left out; `npm run walkthroughs` takes all of them, of every page.
 */
import { expect, it, onTestFinished } from 'vitest'
import { stepsOf, take } from './steps.ts'
import { copyOfTheBook } from './tree.ts'

const slow = /^npm run (?:typecheck|lab|record|build)\b/
/** Only where the figure has been recorded. */
const recording = ' content/recordings/circle-units'

it('docs/add-a-figure.md, its quick steps', { timeout: 240_000 }, () => {
  const steps = stepsOf('docs/add-a-figure.md')
  const tree = copyOfTheBook('quick')
  onTestFinished(() => tree.remove())
  for (const step of steps) {
    if (step.kind === 'addition') take(step, tree)
    else if (!slow.test(step.line)) take({ ...step, line: step.line.replace(recording, '') }, tree)
  }
  expect(tree.changes()).toBe('')
})

it('reads commands, and what is to be added to a file', () => {
  const steps = stepsOf('docs/add-a-figure.md')
  expect(steps[0]).toEqual({ kind: 'command', line: 'npm run new:figure circle-units' })
  expect(steps).toContainEqual({
    kind: 'addition',
    file: 'content/en/pruning.mdx',
    text: expect.stringContaining('<Figure id="circle-units"'),
  })
})
