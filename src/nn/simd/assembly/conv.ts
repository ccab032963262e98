// Convolutions of images [batch, height, width, channels] and both gradients, as matrix products of whole rows: the
// taps of one row of the filter stand side by side in the image, its rows are segments. One image at a time is copied
// into a frame of zeros, unless it needs none.
import { gemm, transpose } from './gemm'
import { copyRow } from './vector'

@unmanaged
class Conv {
  batch: i32
  height: i32
  width: i32
  channels: i32
  /** Of the result. */
  rows: i32
  columns: i32
  filters: i32
  filterHeight: i32
  filterWidth: i32
  strideY: i32
  strideX: i32
  /** Rows and columns of zeros before the image. */
  top: i32
  left: i32
  /** Size of the image with its frame; and room for it, or 0 if there is none. */
  frameHeight: i32
  frameWidth: i32
  frame: usize
  /** At least as many zeros as there are filters, or channels. */
  zeros: usize
  /** Room for the filter, for the gradient by the image. */
  turned: usize
}

/**
 * Copies rows x columns pixels into a frame, from (top, left) on, stepY and stepX pixels apart; what falls outside is
 * left out.
 */
function embed(
  from: usize, rows: i32, columns: i32, channels: i32,
  frame: usize, height: i32, width: i32, top: i32, left: i32, stepY: i32, stepX: i32,
): void {
  const pixel: usize = channels << 2
  const first = left < 0 ? (-left + stepX - 1) / stepX : 0
  const end = min(columns, (width - left + stepX - 1) / stepX)
  for (let r = 0; r < rows; r++) {
    const y = top + r * stepY
    if (y < 0 || y >= height) continue
    let source = from + (r * columns + first) * pixel
    let target = frame + (y * width + left + first * stepX) * pixel
    if (stepX == 1) copyRow(source, target, (end - first) * channels)
    else
      for (let c = first; c < end; c++) {
        copyRow(source, target, channels)
        source += pixel
        target += stepX * pixel
      }
  }
}

/** The image with its frame. */
function framed(c: Conv, image: usize): usize {
  if (!c.frame) return image
  embed(image, c.height, c.width, c.channels, c.frame, c.frameHeight, c.frameWidth, c.top, c.left, 1, 1)
  return c.frame
}

function clear(c: Conv): void {
  if (c.frame) memory.fill(c.frame, 0, (c.frameHeight * c.frameWidth * c.channels) << 2)
}

/** out[rows, columns, filters] of every image. filter is [filterHeight, filterWidth, channels, filters]. */
export function convolve(conv: usize, x: usize, filter: usize, out: usize): void {
  const c = changetype<Conv>(conv)
  const K = c.filterWidth * c.channels
  const row: usize = (c.frameWidth * c.channels) << 2
  const pixel: usize = (c.strideX * c.channels) << 2
  const outPixel: usize = c.filters << 2
  clear(c)
  for (let b = 0; b < c.batch; b++) {
    let a = framed(c, x)
    for (let r = 0; r < c.rows; r++) {
      gemm(
        c.columns, c.filters, K, a, pixel, 4, filter, outPixel, out, outPixel, c.zeros, 0,
        c.filterHeight, row, K * outPixel,
      )
      a += c.strideY * row
      out += c.columns * outPixel
    }
    x += (c.height * c.width * c.channels) << 2
  }
}

/** gradient[filterHeight, filterWidth, channels, filters], from dy[rows, columns, filters] of every image. */
export function convolveFilterGradient(conv: usize, x: usize, dy: usize, gradient: usize): void {
  const c = changetype<Conv>(conv)
  const M = c.filterWidth * c.channels
  const row: usize = (c.frameWidth * c.channels) << 2
  const pixel: usize = (c.strideX * c.channels) << 2
  const outPixel: usize = c.filters << 2
  const part: usize = M * outPixel
  clear(c)
  memory.fill(gradient, 0, c.filterHeight * part)
  for (let b = 0; b < c.batch; b++) {
    const a = framed(c, x)
    for (let i = 0; i < c.filterHeight; i++) {
      const to = gradient + i * part
      gemm(
        M, c.filters, c.columns, a + i * row, 4, pixel, dy, outPixel, to, outPixel, to, outPixel,
        c.rows, c.strideY * row, c.columns * outPixel,
      )
    }
    x += (c.height * c.width * c.channels) << 2
    dy += c.rows * c.columns * outPixel
  }
}

/**
 * dx[height, width, channels] of every image: dy, its pixels as far apart as the stride, convolved with the filter
 * turned by half a turn. Here the frame is that of dy.
 */
export function convolveInputGradient(conv: usize, dy: usize, filter: usize, dx: usize): void {
  const c = changetype<Conv>(conv)
  const taps = c.filterHeight * c.filterWidth
  const tap: usize = (c.channels * c.filters) << 2
  for (let t = 0; t < taps; t++)
    transpose(c.channels, c.filters, filter + (taps - 1 - t) * tap, c.filters, c.turned + t * tap, c.channels)
  const K = c.filterWidth * c.filters
  const frameWidth = c.width + c.filterWidth - 1
  const frameHeight = c.height + c.filterHeight - 1
  const row: usize = (frameWidth * c.filters) << 2
  const pixel: usize = c.channels << 2
  memory.fill(c.frame, 0, frameHeight * row)
  for (let b = 0; b < c.batch; b++) {
    embed(
      dy, c.rows, c.columns, c.filters, c.frame, frameHeight, frameWidth,
      c.filterHeight - 1 - c.top, c.filterWidth - 1 - c.left, c.strideY, c.strideX,
    )
    let a = c.frame
    for (let r = 0; r < c.height; r++) {
      gemm(
        c.width, c.channels, K, a, c.filters << 2, 4, c.turned, pixel, dx, pixel, c.zeros, 0,
        c.filterHeight, row, K * pixel,
      )
      a += row
      dx += c.width * pixel
    }
    dy += (c.rows * c.columns * c.filters) << 2
  }
}
