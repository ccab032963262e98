/** The convolutional part of a Keras program's network: from rows of pixels to the row that the output layer takes. */
import type { PoolingName, Training } from '../experiment.ts'
import { piecesOf, placedLayers, product, type PlacedLayer } from '../maps.ts'
import { lines, startCall } from '../program.ts'

const poolings: Record<PoolingName, string> = {
  maxPooling2d: 'layers.MaxPooling2D',
  averagePooling2d: 'layers.AveragePooling2D',
  stochasticPooling2d: 'StochasticPooling2D',
}

/** @param penalized options of every layer with a kernel. */
export function mapsCode(experiment: Training, penalized: readonly string[]): string | false {
  const placed = placedLayers(experiment)
  const [first] = placed
  if (!first) return false
  const { start, activation } = experiment
  const layerCode = ({ layer, input }: PlacedLayer): string | string[] => {
    if (layer.name === 'globalAveragePooling2d') return 'layers.GlobalAveragePooling2D()'
    if (layer.name !== 'conv2d') return `${poolings[layer.name]}(${layer.poolSize})`
    const { filters, kernelSize, strides = 1, padding = 'same' } = layer
    const pieces = piecesOf(layer)
    const [inputs, units] = [input[2], filters].map((each) => product([kernelSize, kernelSize, each]))
    const options = [
      pieces * filters,
      kernelSize,
      ...(strides === 1 ? [] : [`strides=${strides}`]),
      `padding="${padding}"`,
      `kernel_initializer=${startCall('start', start, units!, inputs)}`,
      ...(activation === 'linear' || pieces > 1 ? [] : [`activation="${activation}"`]),
      ...penalized,
      ...(layer.trainable === false ? ['trainable=False'] : []),
    ]
    const convolution = `layers.Conv2D(${options.join(', ')})`
    return pieces > 1 ? [convolution, 'MaxFeatureMap()'] : convolution
  }
  return lines(
    `model.add(layers.Reshape((${first.input.join(', ')})))`,
    ...placed.flatMap(layerCode).map((each) => `model.add(${each})`),
    placed.at(-1)!.layer.name !== 'globalAveragePooling2d' && 'model.add(layers.Flatten())',
  )
}
