/**
 * Matrix products on wasm, many times faster: tfjs uses its fast product (XNNPACK) only for two plain matrices, and
 * a slow loop as soon as there is a batch axis or a transpose flag. Every product of a network that trains several
 * seeds has the one, every gradient the other. Here each pair of matrices goes to the fast product in place, after
 * an explicit transpose where one is asked for. Measured in Node, 5 seeds of 64x32 by 32x32: 196 µs become 32.
 */
import * as tf from '../tf.ts'

/** The parts of tfjs 4.22's wasm backend that its own kernels use. */
interface WasmBackend {
  wasm: {
    cwrap(name: string, returns: null, args: readonly ('number' | 'array')[]): (...args: unknown[]) => void
    tfjs: { registerTensor(id: number, size: number, offset: number): void; disposeData(id: number): void }
  }
  dataIdMap: { get(id: object): { memoryOffset: number } }
  dataIdNextNumber: number
  makeOutput(shape: number[], dtype: 'float32'): tf.TensorInfo
}

/** Below this many multiplications the fixed costs of the fast product are more than the slow one's whole work. */
const worthwhile = 1000

/** @param original tfjs's kernel, which still does small products and unusual batch axes. */
export function batchMatMul(original: tf.KernelConfig): tf.KernelConfig {
  let product: (...args: unknown[]) => void
  return {
    ...original,
    setupFunc: (backend) => {
      original.setupFunc?.(backend)
      const types = [
        'number',
        'array',
        'number',
        'number',
        'array',
        'number',
        'number',
        'number',
        'number',
      ] as const
      product = (backend as WasmBackend).wasm.cwrap('BatchMatMul', null, types)
    },
    kernelFunc: (call) => {
      const { transposeA, transposeB } = call.attrs as { transposeA: boolean; transposeB: boolean }
      const a = call.inputs['a'] as tf.Tensor
      const b = call.inputs['b'] as tf.Tensor
      const [countA, ...sizeA] = matrices(a)
      const [countB, ...sizeB] = matrices(b)
      const [m, k] = transposeA ? [sizeA[1], sizeA[0]] : sizeA
      const n = transposeB ? sizeB[0] : sizeB[1]
      const count = Math.max(countA, countB)
      const plain = count === 1 && !transposeA && !transposeB
      const simple = a.rank === b.rank && (countA === countB || countA === 1 || countB === 1)
      if (plain || !simple || count * m * k * n < worthwhile) return original.kernelFunc(call)

      const backend = call.backend as WasmBackend
      const left = transposeA ? transpose(a) : a
      const right = transposeB ? transpose(b) : b
      const outer = (countA >= countB ? a : b).shape.slice(0, -2)
      const out = backend.makeOutput([...outer, m, n], 'float32')
      // A name for one matrix within a tensor, which tfjs's product knows tensors by.
      const name = (tensor: tf.TensorInfo, size: number, index: number) => {
        const id = backend.dataIdNextNumber++
        const { memoryOffset } = backend.dataIdMap.get(tensor.dataId)
        backend.wasm.tfjs.registerTensor(
          id,
          size,
          memoryOffset + index * size * Float32Array.BYTES_PER_ELEMENT,
        )
        return id
      }
      const shapeA = bytes([1, m, k])
      const shapeB = bytes([1, k, n])
      for (let index = 0; index < count; index++) {
        const ids = [
          name(left, m * k, countA === 1 ? 0 : index),
          name(right, k * n, countB === 1 ? 0 : index),
          name(out, m * n, index),
        ] as const
        product(ids[0], shapeA, 3, ids[1], shapeB, 3, 0, 0, ids[2])
        ids.forEach((id) => backend.wasm.tfjs.disposeData(id))
      }
      if (transposeA) left.dispose()
      if (transposeB) right.dispose()
      return out
    },
  }
}

/** How many matrices a tensor holds, and their rows and columns. */
const matrices = ({ shape }: tf.Tensor): [number, number, number] => [
  tf.util.sizeFromShape(shape.slice(0, -2)),
  shape.at(-2)!,
  shape.at(-1)!,
]

const transpose = (x: tf.Tensor) => {
  const axes = x.shape.map((_, axis) => axis)
  return tf.transpose(x, [...axes.slice(0, -2), axes.length - 1, axes.length - 2])
}

const bytes = (shape: readonly number[]) => new Uint8Array(new Int32Array(shape).buffer)
