/** The numbers of tensors, as the cpu and wasm backends hold them: for kernels that are plain loops. */
import type * as tf from '../tf.ts'

export type LoopBackend = 'cpu' | 'wasm'

export interface Memory {
  /** Views of the inputs. To be read at once and forgotten: the next tensor may move them. */
  inputs: Float32Array[]
  /** Views of the outputs, to be written. */
  outputs: Float32Array[]
  /** What the kernel returns. */
  infos: tf.TensorInfo[]
}

interface CpuBackend {
  data: { get(id: object): { values: Float32Array } }
  makeTensorInfo(shape: number[], dtype: 'float32', values: Float32Array): tf.TensorInfo
}

interface WasmBackend {
  makeOutput(shape: number[], dtype: 'float32'): tf.TensorInfo
  typedArrayFromHeap(info: tf.TensorInfo): Float32Array
}

/** Makes room for outputs of these shapes. All float32. */
export function memory(
  backendName: LoopBackend,
  backend: object,
  inputs: readonly tf.TensorInfo[],
  shapes: readonly number[][],
): Memory {
  if (backendName === 'cpu') {
    const { data } = backend as CpuBackend
    const outputs = shapes.map((shape) => new Float32Array(shape.reduce((size, n) => size * n, 1)))
    return {
      inputs: inputs.map(({ dataId }) => data.get(dataId).values),
      outputs,
      infos: outputs.map((values, i) =>
        (backend as CpuBackend).makeTensorInfo(shapes[i]!, 'float32', values),
      ),
    }
  }
  const heap = backend as WasmBackend
  const infos = shapes.map((shape) => heap.makeOutput(shape, 'float32'))
  // Views are taken after all room was made: making room may move the heap.
  const view = (info: tf.TensorInfo) => heap.typedArrayFromHeap(info)
  return { inputs: inputs.map(view), outputs: infos.map(view), infos }
}
