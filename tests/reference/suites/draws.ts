/** What is drawn: numbers, starting weights, orders of batches, masks. Written again in Python, and the same. */
import { describe, expect, test } from 'vitest'
import { batchOrder } from '../../../src/nn/datasets/batches.ts'
import * as all from '../../../src/nn/initializers.ts'
import { keptUnits } from '../../../src/nn/keptUnits.ts'
import { random } from '../../../src/nn/random.ts'
import { expectLike, fixture, named } from '../fixture.ts'

interface GeneratorCase {
  name: string
  seed: number
  uniform: number[]
  normal: number[]
  integer: number[]
  permutation: number[]
}
interface InitializerCase {
  name: keyof typeof initializers
  inputs: number
  outputs: number
  values: number[]
}
interface MaskCase {
  name: string
  rate: number
  step: number
  values: number[]
}
interface OrderCase {
  name: string
  rows: number
  size: number
  values: number[][]
}

const { constant: _drawsNothing, ...initializers } = all

const stored = fixture('draws') as {
  generators: GeneratorCase[]
  initializers: InitializerCase[]
  masks: MaskCase[]
  orders: OrderCase[]
}

export function drawSuite(): void {
  describe('generators', () => {
    test.each(named(stored.generators))('%s', (_name, { seed, uniform, normal, integer, permutation }) => {
      const own = random(seed).split('weights').split('layer 0')
      expect(uniform.map(() => own.uniform())).toEqual(uniform)
      // Logarithm and sine may differ in the last digit from one library to another.
      expectLike(
        'forward',
        'normal numbers',
        normal.map(() => own.normal()),
        normal,
      )
      expect(integer.map(() => own.integer(10))).toEqual(integer)
      expect([...own.permutation(permutation.length)]).toEqual(permutation)
    })
  })

  describe('initializers', () => {
    test.each(named(stored.initializers))('%s', (_name, { name, inputs, outputs, values }) => {
      const found = initializers[name]().draw(random(3).split(name), values.length, inputs, outputs)
      expectLike('forward', 'starting weights', found, values)
      expect(found).toHaveLength(values.length)
    })

    test('all are there but the constant, which draws nothing', () => {
      const names = stored.initializers.map(({ name }) => name)
      expect(names.toSorted()).toEqual(Object.keys(initializers).toSorted())
    })
  })

  describe('masks', () => {
    test.each(named(stored.masks))('%s', (_name, { rate, step, values }) => {
      const found = keptUnits(random(2).split('dropout'), { step, layer: 1 }, rate, values.length)
      expect([...found]).toEqual(values)
    })
  })

  describe('orders', () => {
    test.each(named(stored.orders))('%s', (_name, { rows, size, values }) => {
      const order = batchOrder(rows, [random(1).split('order')], size)
      expect(values.map(() => [...order.next()])).toEqual(values)
    })
  })
}
