/** A TensorFlow.js program in which nothing learns: a signal passes through the layers. */
import type { Passing } from '../experiment.ts'
import { lines, needs, type Program } from '../program.ts'
import { startCode, startFromFile } from './model.ts'

export function passing(program: Program, { rows, width, depth, activation, start }: Passing): string[] {
  return [
    lines(
      `const saved = await load('${program.name}.json') // null if it is not there`,
      `const x = saved ? tf.tensor2d(numbers(saved.train.x), saved.train.x.shape) : tf.randomNormal([${rows}, ${width}])`,
    ),
    lines(
      needs(start).length > 0 && `const inputs = ${width}`,
      needs(start).includes('units') && `const units = ${width}`,
    ),
    startCode('start', start),
    lines(
      'const model = tf.sequential()',
      `model.add(tf.layers.inputLayer({ inputShape: [${width}] }))`,
      `for (let layer = 0; layer < ${depth}; layer++)`,
      `  model.add(tf.layers.dense({ units: ${width}, kernelInitializer: start(${needs(start).join(', ')}), activation: '${activation}' }))`,
    ),
    startFromFile(program),
    lines(
      '// Nothing learns: the inputs go through once, and each layer says how far its activations spread.',
      'let signal = x',
      'model.layers.filter((layer) => layer.kernel).forEach((layer, i) => {',
      '  signal = layer.apply(signal)',
      '  // In double precision: squares of what small weights leave are too small for single.',
      '  const values = Array.from(signal.dataSync())',
      '  const mean = values.reduce((sum, value) => sum + value, 0) / values.length',
      '  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)',
      '  console.log(`layer ${i + 1}: spread ${spread.toPrecision(6)}`)',
      '})',
    ),
  ]
}
