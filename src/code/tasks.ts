/** What the experiments on one kind of data have in common; a widget's `code.ts` adds what is its own. */
import type { Pixels } from '../nn/datasets/digits.ts'
import type { Data, Outline, Training } from './experiment.ts'

type Own = Omit<Training, 'kind' | 'data' | 'outputs' | 'loss' | 'steps' | 'measureEvery'>

/** Ten digits of 12 by 12 pixels. `train` and `test`: how many images. `randomLabels`, `shifts`, `pixels`: as in `Data`. */
export const onDigits = ({
  train,
  test,
  randomLabels,
  shifts,
  pixels,
  ...own
}: Own & {
  train: number
  test: number
  randomLabels?: number
  shifts?: number
  pixels?: Pixels
}): Outline => ({
  kind: 'training',
  data: {
    kind: 'digits',
    train,
    test,
    size: 12,
    ...(randomLabels && { randomLabels }),
    ...(shifts && { shifts }),
    ...(pixels && { pixels }),
  },
  outputs: 10,
  loss: 'softmaxCrossEntropy',
  ...own,
})

/** Two classes of points in the plane. */
export const onPoints = ({
  data,
  ...own
}: Own & { data: Omit<Extract<Data, { kind: 'planar' }>, 'kind'> }): Outline => ({
  kind: 'training',
  data: { kind: 'planar', ...data },
  outputs: 1,
  loss: 'sigmoidCrossEntropy',
  ...own,
})
