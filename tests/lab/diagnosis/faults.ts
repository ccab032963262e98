/** Seeded faults with what is wrong in each, and runs with nothing wrong. Short: a fault shows within 100 steps. */
import type { Cause } from '../../../src/lab/diagnosis/diagnosis.ts'
import { bend, kill, race, type Setting } from './setting.ts'

export interface Fault {
  name: string
  setting: Setting
  /**
   * What a right diagnosis names. A rate that is too high shows in one of three ways, by seed: the loss goes up,
   * units die, or units saturate. All three are right, and all ask for a lower rate.
   */
  right: readonly Cause[]
}

const overshoot: readonly Cause[] = ['learningRateTooHigh', 'deadUnits', 'saturatedUnits']

const fault = (name: string, right: Cause | readonly Cause[], setting: Setting): Fault => ({
  name,
  right: typeof right === 'string' ? [right] : right,
  setting: { ...setting, steps: Math.min(setting.steps, 100) },
})

export const faults: readonly Fault[] = [
  fault('SGD at rate 2, ReLU', overshoot, { ...kill, learningRate: 2 }),
  fault('SGD at rate 4, ReLU', overshoot, { ...kill, learningRate: 4 }),
  fault('SGD at rate 2, Leaky ReLU', 'learningRateTooHigh', {
    ...kill,
    learningRate: 2,
    activation: 'leakyRelu',
  }),
  fault('SGD at rate 20 on circles, ReLU', overshoot, {
    ...bend,
    data: 'circles',
    optimizer: 'sgd',
    learningRate: 20,
  }),
  fault('momentum at rate 0.3, ReLU, six layers', overshoot, { ...race, learningRate: 0.3 }),
  fault('momentum at rate 1, ELU, six layers', 'learningRateTooHigh', {
    ...race,
    learningRate: 1,
    activation: 'elu',
  }),
  fault('momentum at rate 1, tanh, six layers', overshoot, { ...race, learningRate: 1, activation: 'tanh' }),
  fault('Adam at rate 1, tanh on spirals', overshoot, { ...bend, learningRate: 1, activation: 'tanh' }),
  fault('Adam at rate 1, ReLU on spirals', overshoot, { ...bend, learningRate: 1 }),
  fault('Adam at rate 0.3, Leaky ReLU, six layers', 'learningRateTooHigh', {
    ...race,
    optimizer: 'adam',
    learningRate: 0.3,
    activation: 'leakyRelu',
  }),

  fault('starting weights times 8, ReLU', 'weightsTooLarge', { ...race, weightScale: 8 }),
  fault('starting weights times 4, ELU', 'weightsTooLarge', { ...race, weightScale: 4, activation: 'elu' }),
  fault('starting weights times 20, Leaky ReLU, two layers', 'weightsTooLarge', {
    ...kill,
    weightScale: 20,
    activation: 'leakyRelu',
  }),
  fault('starting weights times 8, tanh', 'saturatedUnits', {
    ...race,
    weightScale: 8,
    activation: 'tanh',
  }),
  fault('starting weights times 30, sigmoid', 'saturatedUnits', {
    ...race,
    weightScale: 30,
    activation: 'sigmoid',
  }),
  fault('biases of 10, tanh', 'saturatedUnits', { ...race, bias: 10, activation: 'tanh' }),

  fault('biases of -5, ReLU', 'deadUnits', { ...race, bias: -5 }),
  fault('layer 3 buried, ReLU', 'deadUnits', { ...race, buried: 3 }),
  fault('layer 1 buried, ReLU, two layers', 'deadUnits', { ...kill, buried: 1 }),
  fault('born dead: 20 layers of two ReLUs', 'deadUnits', { ...bend, depth: 20, width: 2 }),

  fault('sigmoid, six layers', 'vanishingGradients', { ...race, activation: 'sigmoid' }),
  fault('sigmoid, ten layers', 'vanishingGradients', { ...race, activation: 'sigmoid', depth: 10 }),
  fault('starting weights times 0.25, ReLU', 'vanishingGradients', { ...race, weightScale: 0.25 }),
  fault('starting weights times 0.25, tanh, ten layers', 'vanishingGradients', {
    ...race,
    weightScale: 0.25,
    activation: 'tanh',
    depth: 10,
  }),

  fault('all weights 0, ReLU', 'symmetricUnits', { ...race, initializer: 'zeros' }),
  fault('all weights 0, tanh', 'symmetricUnits', { ...race, initializer: 'zeros', activation: 'tanh' }),
  fault('all weights equal, tanh', 'symmetricUnits', {
    ...race,
    initializer: 'constant',
    activation: 'tanh',
  }),
  fault('all weights equal, ReLU on spirals', 'symmetricUnits', { ...bend, initializer: 'constant' }),

  fault('momentum at rate 0.00001, ReLU', 'learningRateTooLow', { ...race, learningRate: 1e-5 }),
  fault('SGD at rate 0.00001, ReLU', 'learningRateTooLow', { ...kill, learningRate: 1e-5 }),
  fault('Adam at rate 0.000001, tanh on spirals', 'learningRateTooLow', {
    ...bend,
    learningRate: 1e-6,
    activation: 'tanh',
  }),

  fault('one pixel in a thousand is NaN', 'inputs', { ...race, spoil: 'missing' }),
  fault('inputs times 1000, ReLU', 'inputs', { ...race, spoil: { times: 1000 } }),
  fault('inputs times 0.001, ReLU', 'inputs', { ...race, spoil: { times: 0.001 } }),
  fault('inputs plus 100, ELU', 'inputs', { ...race, spoil: { plus: 100 }, activation: 'elu' }),

  fault('shuffled labels, ReLU, six layers', 'unrelatedLabels', { ...race, spoil: 'shuffled' }),
  fault('shuffled labels, tanh, two layers', 'unrelatedLabels', {
    ...kill,
    spoil: 'shuffled',
    learningRate: 0.1,
    activation: 'tanh',
  }),
]

interface Healthy {
  name: string
  setting: Setting
}

const healthyRun = (name: string, setting: Setting): Healthy => ({ name, setting })

/** The book's published runs that learn, at their own lengths or as much of them as shows it, and a few more. */
export const healthy: readonly Healthy[] = [
  healthyRun('one-bend, linear: it learns what a line can', { ...bend, activation: 'linear' }),
  healthyRun('one-bend, tanh', { ...bend, activation: 'tanh' }),
  healthyRun('one-bend, ReLU', bend),
  healthyRun('one-bend, one layer of ReLU', { ...bend, depth: 1 }),
  healthyRun('one-bend, linear on blobs', { ...bend, data: 'blobs', activation: 'linear', steps: 160 }),
  healthyRun('one-bend, linear on circles: no line does it', {
    ...bend,
    data: 'circles',
    activation: 'linear',
    steps: 160,
  }),
  healthyRun('one-bend, tanh on circles', { ...bend, data: 'circles', activation: 'tanh', steps: 160 }),
  healthyRun('activation-race, tanh', { ...race, activation: 'tanh' }),
  healthyRun('activation-race, ReLU', race),
  healthyRun('activation-race, Leaky ReLU', { ...race, activation: 'leakyRelu' }),
  healthyRun('activation-race, ELU', { ...race, activation: 'elu' }),
  healthyRun('activation-race, sigmoid, two layers', {
    ...race,
    activation: 'sigmoid',
    depth: 2,
    steps: 400,
  }),
  healthyRun('kill-a-relu, ReLU at the low rate', kill),
  healthyRun('kill-a-relu, ReLU at rate 1: some units die', { ...kill, learningRate: 1 }),
  healthyRun('kill-a-relu, Leaky ReLU at rate 0.5', { ...kill, activation: 'leakyRelu' }),
  healthyRun('kill-a-relu, ReLU at the least low rate', { ...kill, learningRate: 0.01 }),
]
