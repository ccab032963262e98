/**
 * tanh on webgl. The shader of tfjs subtracts e^(-2|x|) from 1, which of a small x leaves rounding: below 3e-8 nothing. The
 * signal that dies on its way through layers would be gone before it is small.
 */
import type * as tf from '../tf.ts'

/** What tfjs calls a program, as far as one with a single input needs it. */
interface Programs {
  runWebGLProgram(
    program: { variableNames: string[]; outputShape: number[]; userCode: string },
    inputs: tf.TensorInfo[],
    dtype: tf.DataType,
  ): tf.TensorInfo
}

/** Where x² / 3 is less than the rounding of the quotient, two terms of the series are more exact. */
const userCode = `
  void main() {
    float x = getAAtOutCoords();
    float e2x = exp(-2.0 * abs(x));
    setOutput(abs(x) < 0.03 ? x - x * x * x / 3.0 : sign(x) * (1.0 - e2x) / (1.0 + e2x));
  }
`

export const tanh: tf.KernelConfig = {
  kernelName: 'Tanh',
  backendName: 'webgl',
  kernelFunc: ({ inputs, backend }) => {
    const x = inputs['x']!
    const program = { variableNames: ['A'], outputShape: x.shape, userCode }
    return (backend as Programs).runWebGLProgram(program, [x], x.dtype)
  },
}
