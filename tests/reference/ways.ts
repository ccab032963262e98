/** Both ways in which figures compute in Node: with our kernels for wasm, whole updates among them, and without. */
import { afterAll, beforeAll, describe } from 'vitest'
import { engine } from '../../src/nn/engine.ts'
import { setSimd, simdState } from '../../src/nn/simd/heap.ts'

export function bothWays(tests: (way: { simd: boolean }) => void): void {
  describe.each([
    ['with our kernels', true],
    ['by ordinary ops', false],
  ] as const)('%s', (_way, simd) => {
    beforeAll(async () => {
      await engine.use('wasm')
      setSimd(simd)
      const [found, wanted] = [simdState(), simd ? 'on' : 'off']
      if (found !== wanted)
        throw new Error(`reference: expected the kernels to be ${wanted}, found them ${found}`)
    })
    afterAll(() => setSimd(true))
    tests({ simd })
  })
}
