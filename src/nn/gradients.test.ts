import { gradientSuite } from './gradients.suite.ts'

gradientSuite('cpu')
gradientSuite('wasm')
