/**
 * Every derivative of nn against finite differences, and every mended kernel, on one backend. Run in Node for cpu
 * and wasm, in a browser for webgl. Not a test file itself: it is called by them.
 */
import { beforeAll, describe } from 'vitest'
import type { Backend } from '../lab/engine.ts'
import { engine } from './engine.ts'
import { activationSuite } from './suites/activations.ts'
import { convolutionalSuite } from './suites/convolutional.ts'
import { kernelSuite } from './suites/kernels.ts'
import { lossSuite } from './suites/losses.ts'
import { networkSuite } from './suites/networks.ts'
import { normalizationSuite } from './suites/normalizations.ts'
import { poolingSuite } from './suites/pooling.ts'
import { trainingSuite } from './suites/training.ts'
import { updateSuite } from './suites/updates.ts'

export function gradientSuite(backend: Backend): void {
  describe(`on ${backend}`, () => {
    beforeAll(() => engine.use(backend))
    activationSuite(backend)
    lossSuite(backend)
    networkSuite(backend)
    convolutionalSuite(backend)
    normalizationSuite(backend)
    kernelSuite(backend)
    poolingSuite(backend)
    updateSuite()
    trainingSuite(backend)
  })
}
