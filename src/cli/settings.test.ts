import { describe, expect, it } from 'vitest'
import { choice, range, toggle } from '../lab/config.ts'
import { defineSetup } from '../lab/setup.ts'
import { parseCommand, type RunCommand } from './command.ts'
import { readSettings } from './settings.ts'

const setup = defineSetup({
  config: {
    depth: range({ label: 'Depth', min: 1, max: 10, step: 1, default: 6 }),
    noise: range({ label: 'Noise', min: 0, max: 0.5, step: 0.05, default: 0.1 }),
    rate: range({ label: 'Rate', min: 0.001, max: 1, default: 0.1, scale: 'log' }),
    data: choice({ label: 'Data', options: ['spirals', 'moons'], default: 'spirals' }),
    bias: toggle({ label: 'Bias', default: true }),
  },
  variants: { tanh: { label: 'tanh' }, relu: { label: 'ReLU' } },
  metrics: { loss: { label: 'loss', scale: 'log', domain: [0.001, 10] } },
  clock: () => ({ name: 'epoch', label: 'epoch', start: 0, end: 10 }),
  steps: ({ depth }) => 100 * depth,
  measureEvery: () => 10,
  seeds: 3,
})

const read = (words: string) =>
  readSettings(parseCommand(['net', ...words.split(' ').filter(Boolean)]) as RunCommand, setup)

describe('settings of a command', () => {
  it('are as published unless they are given', () => {
    expect(read('')).toEqual({
      config: { depth: 6, noise: 0.1, rate: 0.1, data: 'spirals', bias: true },
      variants: ['tanh', 'relu'],
      seeds: [0, 1, 2],
      steps: 600,
      backend: 'wasm',
    })
  })

  it('are taken as they are, the variants in the order of the setup', () => {
    const words = '--set depth=2 noise=0.15 rate=1e-3 data=moons bias=false'
    expect(read(`${words} --variants relu,tanh --seeds 7,0 --steps 150 --backend cpu`)).toEqual({
      config: { depth: 2, noise: 0.15, rate: 0.001, data: 'moons', bias: false },
      variants: ['tanh', 'relu'],
      seeds: [7, 0],
      steps: 150,
      backend: 'cpu',
    })
  })

  it.each([
    ['--set dpth=2', 'net has no setting called "dpth"; it has depth, noise, rate, data and bias.'],
    ['--set toString=2', 'no setting called "toString"'],
    ['--set depth=0', 'depth cannot be "0": it is a whole number from 1 to 10.'],
    ['--set depth=2.5', 'depth cannot be "2.5"'],
    ['--set depth=deep', 'depth cannot be "deep"'],
    ['--set depth=NaN', 'depth cannot be "NaN"'],
    ['--set rate=Infinity', 'rate cannot be "Infinity": it is a number from 0.001 to 1.'],
    ['--set noise=0.07', 'noise cannot be "0.07": it is a number from 0 to 0.5 in steps of 0.05.'],
    ['--set data=Moons', 'data cannot be "Moons": it is one of spirals and moons.'],
    ['--set bias=1', 'bias cannot be "1": it is true or false.'],
    ['--variants tanh,sigmoid', 'net has no variant called "sigmoid"; it has tanh and relu.'],
    ['--variants ,', 'no variant called ""'],
    ['--seeds 0,x', 'Seed "x" cannot be used'],
    ['--seeds=-1', 'Seed "-1" cannot be used'],
    ['--seeds 1.5', 'Seed "1.5" cannot be used'],
    ['--seeds 4294967296', 'Seed "4294967296" cannot be used'],
    ['--seeds 1,1', 'Seed 1 is named twice'],
    ['--steps -1', '--steps cannot be "-1": it is a whole number from 0 to 600.'],
    ['--steps 601', 'ends after 600 steps, so --steps cannot be 601'],
    ['--backend webgl', '--backend cannot be "webgl": it is cpu or wasm, for there is no WebGL'],
    ['--backend gpu', '--backend cannot be "gpu": it is cpu or wasm.'],
  ])('%s is a mistake', (words, sentence) => {
    expect(() => read(words)).toThrow(sentence)
  })
})
