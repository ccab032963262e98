import { choice, range } from '../../lab/config.ts'
import { defineSetup } from '../../lab/setup.ts'

export const trainingImages = 200
export const testImages = 500
export const width = 128
export const hiddenLayers = 2
export const batchSize = 50
export const learningRate = 0.002
/** A step of the run is so many updates while it trains, and one pass afterwards. */
export const updatesPerStep = 20
/** The share of the units that each variant leaves out. */
export const rates = { rate20: 0.2, rate50: 0.5, rate90: 0.9 } as const
/** Test images that are columns of the panels. */
export const columnsShown = 50
/** On the clock training is as long as so many passes, however long it is. */
const trainingOnClock = 10

/** Number of steps that train. */
export const trainingSteps = (updates: number): number => updates / updatesPerStep

/** Where a step is on the clock: passes from 0 on, training before it. */
export const clockAt = (step: number, updates: number): number => {
  const trained = trainingSteps(updates)
  return step < trained ? trainingOnClock * (step / trained - 1) : step - trained
}

export default defineSetup({
  config: {
    updates: range({ label: 'Training', min: 100, max: 800, step: 100, default: 400, unit: 'updates' }),
    passes: range({ label: 'Passes', min: 10, max: 60, step: 10, default: 30 }),
    randomLabels: choice({
      label: 'Random labels',
      options: ['0', '0.3'],
      default: '0',
      names: { '0': 'none', '0.3': '30%' },
    }),
  },
  variants: {
    rate20: { label: 'rate 0.2', note: 'keeps 0.8' },
    rate50: { label: 'rate 0.5', note: 'keeps 0.5' },
    rate90: { label: 'rate 0.9', note: 'keeps 0.1' },
  },
  metrics: {
    passesError: {
      label: 'test error of the average of the passes',
      scale: 'linear',
      domain: [0, 1],
      format: 'percent',
    },
    wholeError: {
      label: 'test error with all units at once',
      scale: 'linear',
      domain: [0, 1],
      format: 'percent',
    },
    passesLoss: { label: 'test loss of the average', scale: 'log', domain: [0.3, 30] },
    wholeLoss: { label: 'test loss with all units at once', scale: 'log', domain: [0.3, 30] },
    spreadFinds: {
      label: 'mistakes found by the spread of the passes',
      scale: 'linear',
      domain: [0, 1],
      format: 'percent',
    },
    doubtFinds: {
      label: 'mistakes found by the doubt of all units at once',
      scale: 'linear',
      domain: [0, 1],
      format: 'percent',
    },
    loss: { label: 'training loss', scale: 'linear', domain: [0, 3] },
  },
  presets: [
    { label: 'As published', values: {} },
    { label: 'Twice the training', values: { updates: 800 } },
    { label: 'Sixty passes', values: { passes: 60 } },
    { label: 'Random labels', values: { randomLabels: '0.3' } },
  ],
  clock: ({ updates, passes }) => ({
    name: 'pass',
    label: `pass (before 0: ${updates} updates of training)`,
    start: clockAt(0, updates),
    end: passes,
  }),
  steps: ({ updates, passes }) => trainingSteps(updates) + passes,
  measureEvery: () => 1,
  seeds: 5,
  pace: 8,
})
