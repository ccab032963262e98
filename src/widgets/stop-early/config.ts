import { choice, range } from '../../lab/config.ts'
import { defineSetup } from '../../lab/setup.ts'

export const trainingImages = 500
export const mostValidation = 300
export const testImages = 500
export const width = 64
export const batchSize = 50
export const size = 12
const stepsPerEpoch = trainingImages / batchSize

/** The share of the training labels that are drawn by lot. */
export const shares = { true: 0, half: 0.5 } as const
/** Upper end of the panels' axis of losses. */
export const highest = 4

export default defineSetup({
  config: {
    patience: range({ label: 'Patience', min: 1, max: 20, step: 1, default: 5, unit: 'epochs' }),
    validation: range({
      label: 'Validation images',
      min: 10,
      max: mostValidation,
      step: 10,
      default: 200,
    }),
    validationLabels: choice({
      label: 'Labels of the validation images',
      options: ['asTaught', 'true'],
      default: 'asTaught',
      names: { asTaught: 'as many by lot as in training', true: 'true' },
    }),
    learningRate: range({
      label: 'Learning rate',
      min: 0.0003,
      max: 0.03,
      default: 0.003,
      scale: 'log',
      live: true,
    }),
    epochs: range({ label: 'Length', min: 10, max: 100, step: 5, default: 40, unit: 'epochs' }),
  },
  variants: {
    true: { label: 'true labels' },
    half: { label: 'half by lot', note: '50% of the labels' },
  },
  metrics: {
    testLoss: { label: 'test loss', scale: 'linear', domain: [0, highest] },
    testError: { label: 'test error', scale: 'linear', domain: [0, 1], format: 'percent' },
    validationLoss: { label: 'validation loss', scale: 'linear', domain: [0, highest] },
    loss: { label: 'training loss', scale: 'linear', domain: [0, highest] },
  },
  presets: [
    { label: 'As published', values: {} },
    { label: 'True labels to validate with', values: { validationLabels: 'true' } },
    { label: '20 validation images', values: { validation: 20 } },
    { label: 'Patience of 1', values: { patience: 1 } },
  ],
  clock: ({ epochs }) => ({
    name: 'epoch',
    label: `epoch (one pass over ${trainingImages} images)`,
    start: 0,
    end: epochs,
  }),
  steps: ({ epochs }) => epochs * stepsPerEpoch,
  measureEvery: () => stepsPerEpoch,
  seeds: 5,
  pace: 60,
})
