import { range } from '../../lab/config.ts'
import { defineSetup } from '../../lab/setup.ts'

const activation = (label: string, value: number) =>
  range({ label, min: 0, max: 5, step: 0.5, default: value })

export default defineSetup({
  config: {
    first: activation('First activation', 1),
    second: activation('Second activation', 0),
    third: activation('Third activation', 2),
    fourth: activation('Fourth activation', 5),
    draws: range({ label: 'Length', min: 500, max: 5000, step: 500, default: 2000, unit: 'draws' }),
  },
  variants: {
    drawn: { label: 'Drawn', note: 'in training' },
    inUse: { label: 'Weighted', note: 'in use' },
    average: { label: 'Average' },
    max: { label: 'Max' },
  },
  metrics: {
    mean: {
      label: 'mean of what the window hands on',
      scale: 'linear',
      domain: [0, 6],
      ticks: [0, 1, 2, 3, 4, 5, 6],
    },
  },
  presets: [
    { label: 'As published', values: {} },
    { label: 'One large one', values: { first: 0.5, second: 0.5, third: 0.5, fourth: 5 } },
    { label: 'All alike', values: { first: 2, second: 2, third: 2, fourth: 2 } },
    { label: 'Only zeros', values: { first: 0, second: 0, third: 0, fourth: 0 } },
  ],
  // The first draw has been made at step 0: before it there is nothing to take a mean of.
  clock: ({ draws }) => ({
    name: 'draw',
    label: 'draws (one for each image in training)',
    start: 1,
    end: draws,
  }),
  steps: ({ draws }) => draws - 1,
  measureEvery: () => 10,
  measureFirst: 40,
  seeds: 5,
  pace: 200,
})
