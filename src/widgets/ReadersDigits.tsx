/** The reader's part of every figure that learns digits of 12 x 12: draw one, or bring files of one's own. */
import { useState } from 'react'
import { centre, likeBook, likeMnist } from '../nn/datasets/centre.ts'
import { OwnDigits, type OwnDigitsProps } from '../ui/index.ts'

const size = 12

const prepare = (ink: Float32Array, side: number, own: boolean) =>
  centre(ink, side, size, own ? likeMnist : likeBook)

/** Few readers bring files: what reads them comes when they do. */
const reader = (need: { train: number; test: number }) => async (files: readonly File[]) => {
  const { readImages } = await import('../nn/datasets/idxFiles.ts')
  return readImages(files, { ...need, size })
}

/** `train` and `test` are the numbers of images that the figure learns from and is tested on. */
export function ReadersDigits({
  train,
  test,
  onImage,
}: {
  train: number
  test: number
  onImage?: OwnDigitsProps['onImage']
}) {
  const [read] = useState(() => reader({ train, test }))
  return <OwnDigits read={read} prepare={prepare} onImage={onImage} />
}
