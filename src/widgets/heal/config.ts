import { range } from '../../lab/config.ts'
import { defineSetup } from '../../lab/setup.ts'

/** The most training images that there can be; without a change all of them are used. */
export const mostImages = 1000
export const testImages = 500
export const size = 12
export const hidden = [100, 100] as const
export const batchSize = 50
/** Weights this large or larger are counted in the end bins. */
export const limit = 0.4

export default defineSetup({
  config: {
    sparsity: range({
      label: 'Sparsity: share that is cut',
      min: 50,
      max: 98,
      step: 1,
      default: 80,
      unit: '%',
    }),
    training: range({
      label: 'Training before the cut',
      min: 50,
      max: 800,
      step: 50,
      default: 400,
      unit: 'updates',
    }),
    fineTuning: range({
      label: 'Fine-tuning after it',
      min: 50,
      max: 400,
      step: 50,
      default: 200,
      unit: 'updates',
    }),
    learningRate: range({
      label: 'Learning rate',
      min: 0.0005,
      max: 0.01,
      default: 0.002,
      scale: 'log',
      live: true,
    }),
    images: range({ label: 'Training images', min: 200, max: mostImages, step: 100, default: mostImages }),
  },
  variants: {
    whole: { label: 'not cut', note: 'trained on' },
    magnitude: { label: 'magnitude', note: '|w|' },
    saliency: { label: 'saliency', note: 'h w²/2' },
    random: { label: 'random', note: 'by lot' },
  },
  metrics: {
    testAccuracy: { label: 'test accuracy', scale: 'linear', domain: [0, 1], format: 'percent' },
    loss: { label: 'training loss', scale: 'log', domain: [0.001, 10] },
  },
  presets: [
    { label: 'As published', values: {} },
    { label: 'Half is cut', values: { sparsity: 50 } },
    { label: '95 % are cut', values: { sparsity: 95 } },
  ],
  clock: ({ training, fineTuning }) => ({
    name: 'step',
    label: `step (${batchSize} images); the cut is at ${training}`,
    start: 0,
    end: training + fineTuning,
  }),
  steps: ({ training, fineTuning }) => training + fineTuning,
  measureEvery: () => 5,
  seeds: 5,
  pace: 70,
})
