/** A small convolutional network by hand: plain loops, each convolution as a product of gathered patches; Adam. */
import { adam } from './adam.ts'
import type { Network } from './dense.ts'
import { lossGradient } from './loss.ts'
import { columnSums, matrix, product, transposed } from './product.ts'

/** One 3x3 convolution with padding, ReLU and 2x2 max pooling of images of `size` pixels a side, NHWC. */
function block(count: number, size: number, channels: number, filters: number) {
  const [pixels, half] = [count * size * size, Math.floor(size / 2)]
  const patch = 9 * channels
  return {
    count,
    size,
    channels,
    filters,
    pixels,
    half,
    patch,
    patches: new Float32Array(pixels * patch),
    patchGradients: new Float32Array(pixels * patch),
    a: new Float32Array(pixels * filters),
    d: new Float32Array(pixels * filters),
    /** Where the largest of four stood. */
    chosen: new Int32Array(count * half * half * filters),
    pooled: new Float32Array(count * half * half * filters),
    pooledGradients: new Float32Array(count * half * half * filters),
  }
}
type Block = ReturnType<typeof block>

/** Calls `visit(pixel, patch)` with the offsets of each pixel and of its place in a patch, where there is a pixel. */
function eachPatch({ count, size, channels, patch }: Block, visit: (pixel: number, place: number) => void) {
  for (let n = 0; n < count; n++)
    for (let y = 0; y < size; y++)
      for (let x = 0; x < size; x++) {
        const start = ((n * size + y) * size + x) * patch
        for (let i = 0; i < 3; i++)
          for (let j = 0; j < 3; j++) {
            const [v, u] = [y + i - 1, x + j - 1]
            if (v >= 0 && v < size && u >= 0 && u < size)
              visit(((n * size + v) * size + u) * channels, start + (3 * i + j) * channels)
          }
      }
}

function pool({ count, size, half, filters, a, pooled, chosen }: Block) {
  for (let n = 0, o = 0; n < count; n++)
    for (let y = 0; y < half; y++)
      for (let x = 0; x < half; x++)
        for (let f = 0; f < filters; f++, o++) {
          let best = ((n * size + 2 * y) * size + 2 * x) * filters + f
          const [right, down] = [filters, size * filters]
          const corner = best
          if (a[corner + right]! > a[best]!) best = corner + right
          if (a[corner + down]! > a[best]!) best = corner + down
          if (a[corner + down + right]! > a[best]!) best = corner + down + right
          chosen[o] = best
          pooled[o] = a[best]!
        }
}

/** Through the pooling and the ReLU: where a unit was chosen and active, its gradient. */
function unpool({ a, d, chosen, pooledGradients }: Block) {
  d.fill(0)
  for (let o = 0; o < chosen.length; o++) {
    const at = chosen[o]!
    if (a[at]! > 0) d[at] = pooledGradients[o]!
  }
}

/**
 * conv 3x3, ReLU, pool 2, twice, then a dense layer.
 * @param weights of the two convolutions `[3, 3, channels, filters]` and of the dense layer.
 */
export function cnnNetwork(
  size: number,
  filters: readonly [number, number],
  classes: number,
  weights: readonly { kernel: Float32Array; bias: Float32Array }[],
  { x, y, count }: { x: Float32Array; y: Uint8Array; count: number },
  learningRate: number,
): Network {
  const params = Float32Array.from(weights.flatMap(({ kernel, bias }) => [...kernel, ...bias]))
  const gradients = new Float32Array(params.length)
  const update = adam(params, gradients, learningRate)
  const starts = weights.map((_, i) =>
    weights.slice(0, i).reduce((sum, { kernel, bias }) => sum + kernel.length + bias.length, 0),
  )
  const columns: number[] = [...filters, classes]
  const part = (values: Float32Array, i: number) => ({
    kernel: matrix(values, columns[i]!, starts[i]),
    bias: matrix(values, columns[i]!, starts[i]! + weights[i]!.kernel.length),
  })
  const own = weights.map((_, i) => ({ ...part(params, i), gradient: part(gradients, i) }))
  const blocks = [block(count, size, 1, filters[0]), block(count, size >> 1, filters[0], filters[1])]
  const top = blocks[1]!
  const flat = top.pooled.length / count
  const logits = new Float32Array(count * classes)
  const delta = new Float32Array(count * classes)

  function forward() {
    let input = x
    blocks.forEach((b, i) => {
      const { kernel, bias } = own[i]!
      const { patches, channels, a } = b
      const source = input
      eachPatch(b, (pixel, place) => {
        for (let c = 0; c < channels; c++) patches[place + c] = source[pixel + c]!
      })
      product(b.pixels, b.patch, b.filters, matrix(patches, b.patch), kernel, matrix(a, b.filters), bias)
      for (let k = 0; k < a.length; k++) a[k] = a[k]! > 0 ? a[k]! : 0
      pool(b)
      input = b.pooled
    })
    const { kernel, bias } = own[2]!
    product(count, flat, classes, matrix(input, flat), kernel, matrix(logits, classes), bias)
  }
  function backward() {
    const dense = own[2]!
    const out = matrix(delta, classes)
    product(flat, count, classes, transposed(matrix(top.pooled, flat)), out, dense.gradient.kernel)
    columnSums(count, classes, delta, gradients, dense.gradient.bias.start)
    product(count, classes, flat, out, transposed(dense.kernel), matrix(top.pooledGradients, flat))
    for (let i = 1; i >= 0; i--) {
      const b = blocks[i]!
      const { kernel, gradient } = own[i]!
      unpool(b)
      const d = matrix(b.d, b.filters)
      product(b.patch, b.pixels, b.filters, transposed(matrix(b.patches, b.patch)), d, gradient.kernel)
      columnSums(b.pixels, b.filters, b.d, gradients, gradient.bias.start)
      if (i === 0) return
      const { patchGradients, channels } = b
      product(b.pixels, b.filters, b.patch, d, transposed(kernel), matrix(patchGradients, b.patch))
      const into = blocks[0]!.pooledGradients.fill(0)
      eachPatch(b, (pixel, place) => {
        for (let c = 0; c < channels; c++) into[pixel + c]! += patchGradients[place + c]!
      })
    }
  }
  return {
    step() {
      forward()
      lossGradient(logits, y, classes, delta)
      backward()
      update()
    },
    logits() {
      forward()
      return logits.slice()
    },
  }
}
