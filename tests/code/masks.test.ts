import { expect, test } from 'vitest'
import { engine } from '../../src/nn/engine.ts'
import { dropoutMasks } from '../../src/nn/layers/dropout.ts'
import { random } from '../../src/nn/random.ts'
import { maskBits } from '../../src/code/masks.ts'

test('the bits of a file are the masks of the figure, in every layer and step', async () => {
  await engine.use('cpu')
  // 5 rows of 3 units leave the last byte of a step unfilled.
  const [rows, hidden, rate, steps, seed] = [5, [16, 3], 0.3, 4, 2]
  const masks = dropoutMasks({
    rate,
    scaling: 'none',
    hidden,
    rows,
    randoms: [random(seed).split('dropout')],
  })
  const bits = hidden.map((units, layer) => maskBits({ seed, layer, steps, size: rows * units, rate }))
  expect(bits.map(({ length }) => length)).toEqual([4 * 10, 4 * 2])
  for (let step = 0; step < steps; step++)
    masks(step).forEach((mask, layer) => {
      const bytes = bits[layer]!.length / steps
      const found = Array.from(
        { length: mask.size },
        (_, i) => (bits[layer]![step * bytes + (i >> 3)]! >> (i & 7)) & 1,
      )
      expect(found).toEqual(Array.from(mask.dataSync()))
      mask.dispose()
    })
})
