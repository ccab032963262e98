/** The same finite differences as in Node, through the shaders of WebGL (software here): float32, looser bounds. */
import { gradientSuite } from '../../src/nn/gradients.suite.ts'

gradientSuite('webgl')
