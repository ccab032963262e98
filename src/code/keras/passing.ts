/** A Keras program in which nothing learns: a signal passes through the layers. */
import type { Passing } from '../experiment.ts'
import { lines, needs, type Program } from '../program.ts'
import { loading } from './data.ts'
import { startCode } from './model.ts'

export function passing(program: Program, { rows, width, depth, activation, start }: Passing): string[] {
  return [
    loading(program),
    lines(
      `saved = load("${program.name}.json")  # None if it is not there`,
      `signal = numbers(saved["train"]["x"]) if saved else np.random.default_rng().normal(size=(${rows}, ${width}))`,
    ),
    startCode('start', start),
    lines(
      `model = keras.Sequential([keras.Input((${width},))])`,
      `for _ in range(${depth}):`,
      `    model.add(layers.Dense(${width}, kernel_initializer=start(${needs(start)
        .map(() => width)
        .join(', ')}), activation="${activation}"))`,
    ),
    lines(
      'if saved:',
      '    for layer, parts in zip(model.layers, saved["layers"]):',
      '        layer.set_weights([numbers(part) for part in parts])',
    ),
    lines(
      '# Nothing learns: the inputs go through once, and each layer says how far its activations spread.',
      'for number, layer in enumerate(model.layers, start=1):',
      '    signal = layer(signal)',
      '    # In double precision: squares of what small weights leave are too small for single.',
      '    spread = np.std(keras.ops.convert_to_numpy(signal).astype("float64"))',
      '    print(f"layer {number}: spread {spread:.6g}")',
    ),
  ]
}
