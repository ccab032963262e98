/**
 * An experiment as a Keras 3 program, for any of its backends. Where Keras's defaults are not the figure's, the program
 * says the numbers: https://keras.io/api/ (initializers, optimizers, layers), release 3.
 */
import type { Normalization, Passing, Start, Training } from './experiment.ts'
import { kerasLayers } from './kerasLayers.ts'
import { pointsCode } from './points.ts'
import {
  comment,
  countsInputs,
  factors,
  featuresOf,
  lines,
  losesRows,
  needs,
  needsFile,
  sizesAsCode,
  takesAll,
  type Program,
} from './program.ts'

export function keras(program: Program): string {
  const { experiment } = program
  const parts = experiment.kind === 'training' ? training(program, experiment) : passing(program, experiment)
  return python([comment('#', [...program.words, runWords(program)]), imports(program), ...parts])
}

const runWords = ({ name }: Program) =>
  `Run it: pip install keras numpy and one of jax, torch and tensorflow (say which: KERAS_BACKEND=jax), keep this as ${name}.py, then python ${name}.py.`

const imports = ({ experiment }: Program) =>
  lines(
    'import base64',
    'import json',
    'from pathlib import Path',
    '',
    'import keras',
    'import numpy as np',
    `from keras import layers${experiment.kind === 'training' && needsOps(experiment) ? ', ops' : ''}`,
  )

const needsOps = ({ normalization, loss }: Training) =>
  loss === 'halfMeanSquare' || normalization?.name === 'batch' || normalization?.name === 'weight'

const defines = (part: string) => /^(def|class|@)/m.test(part)

/** Two empty lines around what is defined, one between other blocks, as PEP 8 has it. */
function python(parts: readonly string[]): string {
  const shown = parts.filter((part) => part !== '')
  return `${shown
    .map((part, i) => {
      const before = shown[i - 1]
      if (before === undefined) return part
      return `${defines(part) || defines(before) ? '\n\n' : '\n'}${part}`
    })
    .join('\n')}\n`
}

// ---------- a network that learns

function training(program: Program, experiment: Training): string[] {
  const { data, loss, batchSize, steps, measureEvery, learningRate, leastLoss, start, outputStart } =
    experiment
  const all = takesAll(experiment)
  return [
    lines(
      !all && `batch_size = ${batchSize}`,
      `steps = ${steps}`,
      `measure_every = ${measureEvery}`,
      program.rates.length === 1 && `learning_rate = ${learningRate}`,
      program.rates.length > 1 && ratesCode(program),
      leastLoss !== undefined && `least_loss = ${leastLoss}  # of the best line through these rows`,
      data.kind === 'planar' && 'rng = np.random.default_rng()',
    ),
    loading(program),
    data.kind === 'planar' ? pointsFunction(experiment) : '',
    dataCode(program, experiment),
    startCode('start', start),
    outputStart ? startCode('output_start', outputStart) : '',
    kerasLayers(experiment),
    modelCode(experiment),
    lossCode[loss],
    lines(
      optimizerComment[experiment.optimizer],
      `optimizer = ${optimizerCode[experiment.optimizer]}`,
      'model.compile(optimizer=optimizer, loss=loss_of)',
    ),
    startFromFile(program),
    experiment.loss === 'halfMeanSquare' ? reportLoss(experiment) : reportAccuracy(experiment),
    loopCode(program, experiment),
  ]
}

const ratesCode = ({ rates }: Program) =>
  lines(
    '# The learning rate was changed on the way: from the update that follows so many others on, it is this.',
    `learning_rates = [${rates.map(({ from, rate }) => `(${from}, ${rate})`).join(', ')}]`,
    'learning_rate = learning_rates[0][1]',
  )

function dataCode({ name }: Program, experiment: Training): string {
  const { data, loss, lossRows } = experiment
  const all = takesAll(experiment)
  const y =
    loss === 'softmaxCrossEntropy' ? 'numbers(part["y"])' : 'numbers(part["y"])[:, None].astype("float32")'
  const rows = lines('def rows_of(part):', `    return numbers(part["x"]), ${y}`)
  const shuffled = lines(
    `    passes = steps * batch_size // ${data.kind === 'planar' ? data.count : 0} + 1`,
    `    order = np.concatenate([rng.permutation(${data.kind === 'planar' ? data.count : 0}) for _ in range(passes)])`,
    '    order = order[: steps * batch_size].reshape(steps, batch_size)',
  )
  const read =
    data.kind === 'planar'
      ? lines(
          `saved = load("${name}.json")  # None if it is not there`,
          '# The rows of each batch: each pass takes every row once, in a new order.',
          'if saved:',
          '    (train_x, train_y), (test_x, test_y) = rows_of(saved["train"]), rows_of(saved["test"])',
          !all && '    order = numbers(saved["order"])',
          'else:',
          `    (train_x, train_y), (test_x, test_y) = points(${data.count}), points(${data.count})`,
          !all && shuffled,
        )
      : lines(
          `saved = load("${name}.json")`,
          'train_x, train_y = rows_of(saved["train"])',
          data.kind === 'digits' && 'test_x, test_y = rows_of(saved["test"])',
          losesRows(experiment) && `# The loss is measured on the first ${lossRows} training images.`,
          losesRows(experiment) && `seen_x, seen_y = train_x[:${lossRows}], train_y[:${lossRows}]`,
          !all && '# The rows of each batch: each pass takes every row once, in a new order.',
          !all && 'order = numbers(saved["order"])',
        )
  return `${rows}\n\n\n${read}`
}

/**
 * HeNormal and GlorotNormal of Keras are truncated at two standard deviations (and made wider for it), the figure's are
 * not: https://keras.io/api/layers/initializers/. An initializer gives the same numbers again, so each layer has its own.
 */
function startCode(name: string, start: Start): string {
  const define = `def ${name}(${needs(start).join(', ')}):`
  const times = factors(start)
  const normal = (class_: string, stddev: string) =>
    lines(
      define,
      `    # Not ${class_}, which cuts normal numbers off at two standard deviations.`,
      `    return keras.initializers.RandomNormal(stddev=${times}${stddev})`,
    )
  switch (start.rule) {
    case 'he':
      return normal('HeNormal', '(2 / inputs) ** 0.5')
    case 'xavier':
      return normal('GlorotNormal', '(2 / (inputs + units)) ** 0.5')
    case 'fanInUniform':
      return lines(
        define,
        `    limit = ${times}(1 / inputs) ** 0.5`,
        '    return keras.initializers.RandomUniform(-limit, limit)',
      )
    case 'normal': {
      const mean = start.mean ? `mean=${start.mean}, ` : ''
      return lines(
        define,
        `    return keras.initializers.RandomNormal(${mean}stddev=${times}${start.stddev})`,
      )
    }
    default:
      return lines(
        define,
        start.value === 0
          ? '    return keras.initializers.Zeros()'
          : `    return keras.initializers.Constant(${start.value})`,
      )
  }
}

const startCall = (name: string, start: Start, units: string) =>
  `${name}(${needs(start)
    .map((each) => (each === 'units' ? units : each))
    .join(', ')})`

/** LeakyReLU's slope is 0.3 by default, and its argument has been called negative_slope since Keras 3. */
const activationLayer = (activation: Training['activation']): string =>
  activation === 'leakyRelu' ? 'layers.LeakyReLU(negative_slope=0.01)' : `layers.Activation("${activation}")`

function normalizationLayer(normalization: Normalization): string | false {
  switch (normalization.name) {
    case 'batch':
      return `BatchNorm(momentum=${normalization.momentum}, epsilon=${normalization.epsilon})`
    case 'layer':
      return `layers.LayerNormalization(epsilon=${normalization.epsilon})`
    case 'group':
      return `layers.GroupNormalization(groups=${normalization.groups}, epsilon=${normalization.epsilon})`
    default:
      return false
  }
}

function modelCode(experiment: Training): string {
  const { hidden, outputs, activation, normalization, shift, start, outputStart } = experiment
  const counts = countsInputs(experiment)
  const between = normalization && normalizationLayer(normalization)
  const bent = activation !== 'linear'
  const own = bent && activation !== 'leakyRelu' && !normalization && !shift
  const options = [
    'units',
    `kernel_initializer=${startCall('start', start, 'units')}`,
    ...(between ? ['use_bias=False'] : []),
    ...(own ? [`activation="${activation}"`] : []),
  ].join(', ')
  const dense = normalization?.name === 'weight' ? `WeightNormDense(${options})` : `layers.Dense(${options})`
  const last = startCall(outputStart ? 'output_start' : 'start', outputStart ?? start, String(outputs))
  const inside = [
    `model.add(${dense})`,
    between && `model.add(${between})`,
    shift && `model.add(Shift(${shift}))`,
    bent && !own && `model.add(${activationLayer(activation)})`,
    counts && 'inputs = units',
  ].filter((line): line is string => typeof line === 'string')
  return lines(
    `model = keras.Sequential([keras.Input((${featuresOf(experiment)},))])`,
    counts && `inputs = ${featuresOf(experiment)}`,
    hidden.length > 0 && `for units in ${sizesAsCode(hidden, (size, count) => `[${size}] * ${count}`)}:`,
    ...(hidden.length > 0 ? inside.map((line) => `    ${line}`) : []),
    `model.add(layers.Dense(${outputs}, kernel_initializer=${last}))`,
  )
}

/** Keras's momentum is 0 unless it is asked for; with it, v = 0.9 v - rate g and w = w + v, as in the figure. */
const optimizerCode: Record<Training['optimizer'], string> = {
  sgd: 'keras.optimizers.SGD(learning_rate)',
  momentum: 'keras.optimizers.SGD(learning_rate, momentum=0.9)',
  adam: 'keras.optimizers.Adam(learning_rate, beta_1=0.9, beta_2=0.999, epsilon=1e-7)',
}
const optimizerComment: Record<Training['optimizer'], string | false> = {
  sgd: false,
  momentum: '# Classical momentum, not that of Nesterov.',
  adam: false,
}

/** Without from_logits Keras takes probabilities, and clips them. */
const lossCode: Record<Training['loss'], string> = {
  sigmoidCrossEntropy: 'loss_of = keras.losses.BinaryCrossentropy(from_logits=True)',
  softmaxCrossEntropy: 'loss_of = keras.losses.SparseCategoricalCrossentropy(from_logits=True)',
  halfMeanSquare: lines('def loss_of(y, answers):', '    return ops.mean(ops.square(answers - y)) / 2'),
}

const withWeights = '[layer for layer in model.layers if hasattr(layer, "kernel")]'

const startFromFile = ({ experiment }: Program): string =>
  needsFile(experiment)
    ? lines(
        '# The figure starts from these numbers; without the next two lines the layers draw others by the same rule.',
        `for layer, parts in zip(${withWeights}, saved["layers"]):`,
        '    layer.set_weights([numbers(part) for part in parts])',
      )
    : lines(
        'if saved:',
        `    for layer, parts in zip(${withWeights}, saved["layers"]):`,
        '        layer.set_weights([numbers(part) for part in parts])',
      )

function reportAccuracy(experiment: Training): string {
  const seen = losesRows(experiment) ? 'seen' : 'train'
  const right =
    experiment.loss === 'softmaxCrossEntropy'
      ? 'logits.argmax(axis=1) == test_y'
      : '(logits > 0) == (test_y > 0)'
  return lines(
    'def report(step):',
    `    loss = float(loss_of(${seen}_y, model.predict_on_batch(${seen}_x)))`,
    '    logits = model.predict_on_batch(test_x)',
    `    right = np.mean(${right})`,
    '    print(f"step {step}: training loss {loss:.6g}, test accuracy {right:.1%}")',
  )
}

function reportLoss({ leastLoss }: Training): string {
  if (leastLoss === undefined)
    return lines(
      'def report(step):',
      '    loss = float(loss_of(train_y, model.predict_on_batch(train_x)))',
      '    print(f"step {step}: training loss {loss:.6g}")',
    )
  return lines(
    'def to_lose():',
    '    return float(loss_of(train_y, model.predict_on_batch(train_x))) - least_loss',
    '',
    '',
    'at_start = to_lose()',
    '',
    '',
    'def report(step):',
    '    """What is still to lose, as a share of what was to lose at the start."""',
    '    print(f"step {step}: loss still to lose {to_lose() / at_start:.6g} of the start")',
  )
}

function loopCode({ rates }: Program, experiment: Training): string {
  const changed = rates.length > 1
  return lines(
    'for step in range(steps):',
    '    if step % measure_every == 0:',
    '        report(step)',
    changed && '    optimizer.learning_rate = [rate for first, rate in learning_rates if first <= step][-1]',
    takesAll(experiment)
      ? '    model.train_on_batch(train_x, train_y)'
      : '    model.train_on_batch(train_x[order[step]], train_y[order[step]])',
    'report(steps)',
  )
}

function pointsFunction({ data }: Training): string {
  if (data.kind !== 'planar') return ''
  const { words, python: code } = pointsCode[data.name]
  return lines(
    'def points(count):',
    `    """${words}, with normal noise; classes take turns."""`,
    '    label = np.arange(count) % 2',
    `    ${code}`,
    `    place += rng.normal(0, ${data.noise}, place.shape)`,
    '    return place.astype("float32"), label[:, None].astype("float32")',
  )
}

// ---------- a signal that passes

function passing(program: Program, { rows, width, depth, activation, start }: Passing): string[] {
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

// ---------- the file

const loading = ({ experiment }: Program): string =>
  lines(
    'def load(name):',
    '    path = Path(__file__).with_name(name)',
    '    if not path.exists():',
    needsFile(experiment)
      ? '        raise SystemExit(f"{name} is not here: save it from the figure, beside this program")'
      : '        return None',
    '    return json.loads(path.read_text())',
    '',
    '',
    'def numbers(part):',
    '    """Numbers in the file are base64 of their bytes."""',
    '    values = np.frombuffer(base64.b64decode(part["values"]), part["type"])',
    '    return values.reshape(part["shape"])',
  )
