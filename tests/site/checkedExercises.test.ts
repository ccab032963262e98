import { describe, expect, it } from 'vitest'
import { choice, range, toggle } from '../../src/lab/config.ts'
import { checkExercises, faultsOf } from '../../src/site/checkedExercises.ts'

const setup = {
  config: {
    depth: range({ label: 'Depth', min: 1, max: 10, default: 4, step: 1 }),
    data: choice({ label: 'Data', options: ['spirals', 'moons'], default: 'spirals' }),
    bias: toggle({ label: 'Bias', default: true }),
  },
  variants: { sigmoid: { label: 'Sigmoid' } },
  metrics: { testAccuracy: { label: 'test accuracy', scale: 'linear' as const, domain: [0, 1] as const } },
}
const good = { line: 7, figure: 'race', metric: 'testAccuracy', variant: 'sigmoid', config: { depth: 6 } }

describe('a checked exercise', () => {
  it('may ask for what its figure has', () => {
    expect(faultsOf({ ...good, config: { depth: 6, data: 'moons', bias: false } }, setup)).toEqual([])
  })

  it('may not ask for anything else', () => {
    expect(faultsOf({ ...good, metric: 'testAcuracy' }, setup)).toEqual([
      'The figure has no metric "testAcuracy". Did you mean "testAccuracy"?',
    ])
    expect(faultsOf({ ...good, variant: 'tanh' }, setup)).toEqual([
      'The figure has no variant "tanh". There are: sigmoid.',
    ])
    expect(faultsOf({ ...good, config: { deph: 6 } }, setup)).toEqual([
      'The figure has no setting "deph". Did you mean "depth"?',
    ])
    expect(faultsOf({ ...good, metric: 'constructor', config: { toString: 1 } }, setup)).toEqual([
      'The figure has no metric "constructor". There are: testAccuracy.',
      'The figure has no setting "toString". There are: bias, data, depth.',
    ])
    expect(faultsOf({ ...good, config: { depth: 60, data: 'blobs', bias: 1 } }, setup)).toEqual([
      'The setting depth cannot be 60; it is from 1 to 10.',
      'The setting data cannot be blobs; it is one of spirals, moons.',
      'The setting bias cannot be 1; it is {true} or {false}.',
    ])
  })

  it('fails the build with file and line', () => {
    expect(() => checkExercises('content/en/a.mdx', [{ ...good, metric: 'loss' }], { race: setup })).toThrow(
      'content/en/a.mdx:7: The figure has no metric "loss". There are: testAccuracy.',
    )
    expect(() => checkExercises('content/en/a.mdx', [good], {})).toThrow('src/widgets/race has no config.ts.')
  })
})
