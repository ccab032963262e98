/** The programs cut the weights that the figures cut: what is left of the network has the same loss. */
import { expect, test } from 'vitest'
import {
  exampleSparsity,
  pointsPerCut,
  updatesPerStep,
} from '../../src/widgets/cut-until-it-breaks/config.ts'
import experiment from '../../src/widgets/cut-until-it-breaks/train.ts'
import { final, runExperiment } from '../runExperiment.ts'
import { codedBy, requestOf } from './figures.ts'
import { numbersAfter, runSource } from './runSource.ts'

const scopes = ['global', 'layer'] as const
const cases = (['magnitude', 'saliency', 'random', 'smallestKept'] as const).flatMap((variant) =>
  scopes.map((scope) => ({ variant, scope })),
)

test.each(cases)('by $variant, with a threshold for $scope', async ({ variant, scope }) => {
  const figure = codedBy('cut-until-it-breaks')
  const config = { updates: updatesPerStep, images: 200, scope }
  const request = requestOf(figure, variant, { config })
  const cut = 1 + (100 * exampleSparsity) / pointsPerCut
  const measured = await runExperiment(experiment, {
    config,
    variants: [variant],
    seeds: [0],
    steps: cut,
    measureEvery: cut,
  })
  const program = figure.code.source('tensorflow', request).text
  const found = numbersAfter('training loss', await runSource(program, figure.code.file(request)))
  const [expected] = final(measured[variant].metrics.loss)
  expect(found.at(-1)).toBeCloseTo(expected!, 3)
})
