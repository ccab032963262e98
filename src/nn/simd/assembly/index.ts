// What the page's code may call. No allocation and no static data: every address is handed in, so that the module
// can work on a memory that is another module's heap.
export { activationForward, activationGradient } from './activations'
export { convolve, convolveFilterGradient, convolveInputGradient } from './conv'
export { denseStackEvaluate, denseStackTrain } from './denseStack'
export { gemm, products } from './gemm'
export { normalize, normalizeGradient } from './normalize'
export {
  averagePool,
  averagePoolGradient,
  maxPool,
  maxPoolGradient,
  stochasticPool,
  stochasticPoolGradient,
} from './pool'
export { addRows, multiplyRows, sums } from './reductions'
export { adam, momentum, sgd } from './updates'
