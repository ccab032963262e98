/** Where a Keras program has its rows from: the file, or the formulas of the figure's points. */
import type { Training } from '../experiment.ts'
import { pointsCode } from '../points.ts'
import { lines, losesRows, needsFile, takesAll, type Program } from '../program.ts'
import { movedCode } from './moved.ts'

export function dataCode({ name }: Program, experiment: Training): string {
  const { data, loss, lossRows } = experiment
  const all = takesAll(experiment)
  const y =
    loss === 'softmaxCrossEntropy' ? 'numbers(part["y"])' : 'numbers(part["y"])[:, None].astype("float32")'
  const rows = lines('def rows_of(part):', `    return numbers(part["x"]), ${y}`)
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
          !all && shuffled(data.count),
        )
      : lines(
          `saved = load("${name}.json")`,
          'train_x, train_y = rows_of(saved["train"])',
          data.kind === 'digits' && 'test_x, test_y = rows_of(saved["test"])',
          losesRows(experiment) && `# The loss is measured on the first ${lossRows} training images.`,
          losesRows(experiment) && `seen_x, seen_y = train_x[:${lossRows}], train_y[:${lossRows}]`,
          movedCode(data),
          !all && '# The rows of each batch: each pass takes every row once, in a new order.',
          !all && 'order = numbers(saved["order"])',
        )
  return `${rows}\n\n\n${read}`
}

const shuffled = (count: number) =>
  lines(
    `    passes = steps * batch_size // ${count} + 1`,
    `    order = np.concatenate([rng.permutation(${count}) for _ in range(passes)])`,
    '    order = order[: steps * batch_size].reshape(steps, batch_size)',
  )

export function pointsFunction({ data }: Training): string {
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

export const loading = ({ experiment }: Program): string =>
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
