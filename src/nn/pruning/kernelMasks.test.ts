import { beforeAll, describe, expect, it } from 'vitest'
import type { Backend } from '../../lab/engine.ts'
import { moons } from '../datasets/moons.ts'
import { engine } from '../engine.ts'
import { mlp } from '../layers/mlp.ts'
import { adam } from '../optimizers/adam.ts'
import { sgd } from '../optimizers/sgd.ts'
import type { Optimizer } from '../optimizers/optimizer.ts'
import { random } from '../random.ts'
import { createTrainer, type TrainerOptions } from '../trainer.ts'
import { cutTo } from './cutTo.ts'
import { kernelMasks, type Pruning } from './kernelMasks.ts'

const seeds = [0, 4]
const sets = seeds.map((seed) => moons(random(seed).split('data'), { count: 30, noise: 0.1 }))

/** Cuts 40% after 5 updates, and 70% after 9. */
function make(
  optimizer: Optimizer,
  { at = [5, 9], ...options }: Partial<TrainerOptions> & { at?: number[] } = {},
) {
  const model = mlp({ inputs: 2, hidden: [6, 5], outputs: 1, activation: 'relu', seeds })
  const masks = kernelMasks(model.layers.map(({ kernel }) => kernel))
  const pruning: Pruning = {
    masks,
    at,
    cut(step) {
      const randoms = seeds.map((seed) => random(seed).split('pruning'))
      const asked = { model, masks, randoms }
      cutTo(step < 9 ? 0.4 : 0.7, { ...asked, criterion: 'magnitude', scope: 'global' })
    },
  }
  const trainer = createTrainer({
    model,
    optimizer,
    loss: 'sigmoidCrossEntropy',
    sets,
    orders: seeds.map((seed) => random(seed).split('order')),
    batchSize: 8,
    pruning,
    ...options,
  })
  return { model, masks, trainer }
}

describe.each<Backend>(['cpu', 'wasm'])('training under masks on %s', (backend) => {
  beforeAll(() => engine.use(backend))

  it.each([
    ['sgd', () => sgd(0.1)],
    ['adam', () => adam(0.01)],
  ])('%s: goes on from a checkpoint exactly, in any portions', (_name, optimizer) => {
    const before = engine.tensors()
    const whole = make(optimizer())
    whole.trainer.advance(5)
    const atTheCut = whole.trainer.save()
    whole.trainer.advance(2)
    const from = whole.trainer.save()
    const level = engine.tensors()
    whole.trainer.advance(9)
    expect(engine.tensors()).toBe(level)
    for (const start of [undefined, atTheCut, from]) {
      const resumed = make(optimizer(), { from: start })
      while (resumed.trainer.step < 16) resumed.trainer.advance(1)
      expect(resumed.trainer.save()).toEqual(whole.trainer.save())
      resumed.trainer.dispose()
    }
    whole.trainer.dispose()
    expect(engine.tensors()).toBe(before)
  })

  it('what is cut stays 0 and comes back for nobody; what is kept moves', () => {
    const { model, masks, trainer } = make(adam(0.01))
    const kernels = () => model.layers.flatMap(({ kernel }) => [...kernel.dataSync()])
    const all = kernels().length
    trainer.advance(5)
    const first = masks.read().flatMap((mask) => [...mask])
    expect([...masks.sparsity()].map((share) => Math.round(share * 47))).toEqual([19, 19])
    const cut = kernels()
    trainer.advance(3)
    expect(kernels().filter((weight, i) => first[i] === 0 && weight !== 0)).toEqual([])
    expect(kernels().filter((weight, i) => weight !== cut[i]).length).toBeGreaterThan(0.3 * all)
    trainer.advance(1)
    const second = masks.read().flatMap((mask) => [...mask])
    second.forEach((kept, i) => expect(kept).toBeLessThanOrEqual(first[i]!))
    expect([...masks.sparsity()].map((share) => Math.round(share * 47))).toEqual([33, 33])
    trainer.dispose()
  })

  it('what is kept gets the gradient of the masked network', () => {
    const pruned = make(sgd(0.1))
    pruned.trainer.advance(5)
    const { step, tensors } = pruned.trainer.save()
    const parameters = pruned.model.params.length
    const plain = make(sgd(0.1), {
      pruning: undefined,
      from: { step, tensors: tensors.slice(0, parameters) },
    })
    for (const { trainer } of [pruned, plain]) trainer.advance(1)
    const [kept, moved] = [pruned.trainer.save().tensors, plain.trainer.save().tensors]
    moved.forEach((values, p) => {
      const mask = p % 2 === 0 ? tensors[parameters + p / 2]! : values.map(() => 1)
      expect(kept[p]).toEqual(values.map((value, i) => value * mask[i]!))
    })
    plain.masks.dispose()
    for (const { trainer } of [pruned, plain]) trainer.dispose()
  })

  it('before anything is cut, training is what it is without', () => {
    const [waiting, plain] = [make(adam(0.01)), make(adam(0.01), { pruning: undefined })]
    for (const { trainer } of [waiting, plain]) trainer.advance(4)
    const { tensors } = plain.trainer.save()
    expect(waiting.trainer.save().tensors.slice(0, tensors.length)).toEqual(tensors)
    plain.masks.dispose()
    for (const { trainer } of [waiting, plain]) trainer.dispose()
  })
})
