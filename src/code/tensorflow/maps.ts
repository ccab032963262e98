/** The convolutional part of a TensorFlow.js program's network: from rows of pixels to the row that the output layer takes. */
import type { PoolingName, Training } from '../experiment.ts'
import { piecesOf, placedLayers, product, type PlacedLayer } from '../maps.ts'
import { lines, startCall } from '../program.ts'

const poolings: Record<PoolingName, (poolSize: number) => string> = {
  maxPooling2d: (poolSize) => `tf.layers.maxPooling2d({ poolSize: ${poolSize} })`,
  averagePooling2d: (poolSize) => `tf.layers.averagePooling2d({ poolSize: ${poolSize} })`,
  stochasticPooling2d: (poolSize) => `new StochasticPooling2D({ poolSize: ${poolSize} })`,
}

/** @param penalized options of every layer with a kernel. */
export function mapsCode(experiment: Training, penalized: readonly string[]): string | false {
  const placed = placedLayers(experiment)
  const [first] = placed
  if (!first) return false
  const { start, activation } = experiment
  const layerCode = ({ layer, input }: PlacedLayer): string | string[] => {
    if (layer.name === 'globalAveragePooling2d') return 'tf.layers.globalAveragePooling2d({})'
    if (layer.name !== 'conv2d') return poolings[layer.name](layer.poolSize)
    const { filters, kernelSize, strides = 1, padding = 'same' } = layer
    const pieces = piecesOf(layer)
    const [inputs, units] = [input[2], filters].map((each) => product([kernelSize, kernelSize, each]))
    const options = [
      `filters: ${pieces * filters}`,
      `kernelSize: ${kernelSize}`,
      ...(strides === 1 ? [] : [`strides: ${strides}`]),
      `padding: '${padding}'`,
      `kernelInitializer: ${startCall('start', start, units!, inputs)}`,
      ...(activation === 'linear' || pieces > 1 ? [] : [`activation: '${activation}'`]),
      ...penalized,
      ...(layer.trainable === false ? ['trainable: false'] : []),
    ]
    const convolution = `tf.layers.conv2d({ ${options.join(', ')} })`
    return pieces > 1 ? [convolution, 'new MaxFeatureMap()'] : convolution
  }
  return lines(
    `model.add(tf.layers.reshape({ targetShape: [${first.input.join(', ')}] }))`,
    ...placed.flatMap(layerCode).map((each) => `model.add(${each})`),
    placed.at(-1)!.layer.name !== 'globalAveragePooling2d' && 'model.add(tf.layers.flatten())',
  )
}
