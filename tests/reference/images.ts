/**
 * The images that the figures learn from here, by the formula of torch/images.py, as a reader would bring them: image i
 * has the label i mod 10; pixel p is s mod 128, and 127 more where p mod 10 is the label, with s = 48271 s mod (2^31 - 1)
 * for each next pixel, from s = 1.
 */
import type { Images } from '../../src/lab/images.ts'

const side = 12
const count = 2500

function train(): Images['train'] {
  const labels = Uint8Array.from({ length: count }, (_, i) => i % 10)
  let s = 1
  const pixels = Uint8Array.from({ length: count * side * side }, (_, i) => {
    s = (48271 * s) % (2 ** 31 - 1)
    const [image, pixel] = [Math.floor(i / (side * side)), i % (side * side)]
    return (s % 128) + (pixel % 10 === labels[image] ? 127 : 0)
  })
  return { pixels, labels, count }
}

export const images: Images = {
  name: 'by a formula',
  size: side,
  original: { rows: side, columns: side },
  train: train(),
}
