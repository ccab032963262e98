// Max, average and stochastic pooling of images [batch, height, width, channels], and their gradients. Padding takes
// no part.
import { loadTail, storeTail } from './vector'

@unmanaged
class Pool {
  batch: i32
  height: i32
  width: i32
  channels: i32
  rows: i32
  columns: i32
  filterHeight: i32
  filterWidth: i32
  strideY: i32
  strideX: i32
  top: i32
  left: i32
}

/** Four channels, or the last `tail` (1 to 3) of a pixel. */
@inline
function loadChannels(p: usize, tail: usize): v128 {
  return tail ? loadTail(p, tail) : v128.load(p)
}
@inline
function storeChannels(p: usize, x: v128, tail: usize): void {
  if (tail) storeTail(p, x, tail)
  else v128.store(p, x)
}

/** The greatest of height x width pixels from p on; NaN if there is one. */
@inline
function greatest(p: usize, height: i32, width: i32, row: usize, pixel: usize, tail: usize): v128 {
  let most = f32x4.splat(-Infinity)
  for (; height > 0; height--, p += row)
    for (let q = p, j = width; j > 0; j--, q += pixel) most = f32x4.max(most, loadChannels(q, tail))
  return most
}

/** Gives the gradient of a window to the first of its greatest numbers. */
@inline
function spread(
  p: usize, d: usize, height: i32, width: i32, row: usize, pixel: usize, tail: usize, most: v128, gradient: v128,
): void {
  let free = i32x4.splat(-1)
  for (; height > 0; height--, p += row, d += row)
    for (let at: usize = 0, j = width; j > 0; j--, at += pixel) {
      // Not less, rather than equal: so that the gradient of a window with NaN is not lost.
      const less = f32x4.lt(loadChannels(p + at, tail), most)
      const here = v128.and(gradient, v128.andnot(free, less))
      storeChannels(d + at, f32x4.add(loadChannels(d + at, tail), here), tail)
      free = v128.and(free, less)
    }
}

/** y[rows, columns, channels]: the greatest number of each window; NaN if there is one. */
export function maxPool(pool: usize, x: usize, y: usize): void {
  const p = changetype<Pool>(pool)
  const pixel: usize = p.channels << 2
  const row = p.width * pixel
  const whole = pixel & ~15
  const tail: usize = p.channels & 3
  for (let b = 0; b < p.batch; b++) {
    for (let r = 0; r < p.rows; r++) {
      const y0 = max(0, r * p.strideY - p.top)
      const height = min(p.height, r * p.strideY - p.top + p.filterHeight) - y0
      for (let c = 0; c < p.columns; c++) {
        const x0 = max(0, c * p.strideX - p.left)
        const width = min(p.width, c * p.strideX - p.left + p.filterWidth) - x0
        const from = x + y0 * row + x0 * pixel
        for (let i: usize = 0; i < whole; i += 16)
          v128.store(y + i, greatest(from + i, height, width, row, pixel, 0))
        if (tail) storeTail(y + whole, greatest(from + whole, height, width, row, pixel, tail), tail)
        y += pixel
      }
    }
    x += p.height * row
  }
}

/** dx: each window's gradient goes to the first of its greatest numbers. */
export function maxPoolGradient(pool: usize, x: usize, y: usize, dy: usize, dx: usize): void {
  const p = changetype<Pool>(pool)
  const pixel: usize = p.channels << 2
  const row = p.width * pixel
  const whole = pixel & ~15
  const tail: usize = p.channels & 3
  memory.fill(dx, 0, p.batch * p.height * row)
  for (let b = 0; b < p.batch; b++) {
    for (let r = 0; r < p.rows; r++) {
      const y0 = max(0, r * p.strideY - p.top)
      const height = min(p.height, r * p.strideY - p.top + p.filterHeight) - y0
      for (let c = 0; c < p.columns; c++) {
        const x0 = max(0, c * p.strideX - p.left)
        const width = min(p.width, c * p.strideX - p.left + p.filterWidth) - x0
        const offset = y0 * row + x0 * pixel
        for (let i: usize = 0; i < whole; i += 16)
          spread(x + offset + i, dx + offset + i, height, width, row, pixel, 0, v128.load(y + i), v128.load(dy + i))
        if (tail) {
          const most = loadTail(y + whole, tail)
          const at = offset + whole
          spread(x + at, dx + at, height, width, row, pixel, tail, most, loadTail(dy + whole, tail))
        }
        y += pixel
        dy += pixel
      }
    }
    x += p.height * row
    dx += p.height * row
  }
}

/** y[rows, columns, channels]: the mean of each window, padding left out. */
export function averagePool(pool: usize, x: usize, y: usize): void {
  const p = changetype<Pool>(pool)
  const pixel: usize = p.channels << 2
  const row = p.width * pixel
  for (let b = 0; b < p.batch; b++) {
    for (let r = 0; r < p.rows; r++) {
      const y0 = max(0, r * p.strideY - p.top)
      const height = min(p.height, r * p.strideY - p.top + p.filterHeight) - y0
      for (let c = 0; c < p.columns; c++) {
        const x0 = max(0, c * p.strideX - p.left)
        const width = min(p.width, c * p.strideX - p.left + p.filterWidth) - x0
        const from = x + y0 * row + x0 * pixel
        const share = f32x4.splat(<f32>1 / <f32>(height * width))
        for (let i: usize = 0; i < pixel; i += 16) {
          const tail = pixel - i < 16 ? (pixel - i) >> 2 : 0
          let sum = f32x4.splat(0)
          for (let j = 0, q = from + i; j < height; j++, q += row)
            for (let k = 0, at = q; k < width; k++, at += pixel) sum = f32x4.add(sum, loadChannels(at, tail))
          storeChannels(y + i, f32x4.mul(sum, share), tail)
        }
        y += pixel
      }
    }
    x += p.height * row
  }
}

/** dx: each window gives every pixel in it the same share of its gradient, 1 / (size of the whole window). */
export function averagePoolGradient(pool: usize, dy: usize, dx: usize): void {
  const p = changetype<Pool>(pool)
  const pixel: usize = p.channels << 2
  const row = p.width * pixel
  const share = f32x4.splat(<f32>1 / <f32>(p.filterHeight * p.filterWidth))
  memory.fill(dx, 0, p.batch * p.height * row)
  for (let b = 0; b < p.batch; b++) {
    for (let r = 0; r < p.rows; r++) {
      const y0 = max(0, r * p.strideY - p.top)
      const height = min(p.height, r * p.strideY - p.top + p.filterHeight) - y0
      for (let c = 0; c < p.columns; c++) {
        const x0 = max(0, c * p.strideX - p.left)
        const width = min(p.width, c * p.strideX - p.left + p.filterWidth) - x0
        const from = dx + y0 * row + x0 * pixel
        for (let i: usize = 0; i < pixel; i += 16) {
          const tail = pixel - i < 16 ? (pixel - i) >> 2 : 0
          const each = f32x4.mul(loadChannels(dy + i, tail), share)
          for (let j = 0, q = from + i; j < height; j++, q += row)
            for (let k = 0, at = q; k < width; k++, at += pixel)
              storeChannels(at, f32x4.add(loadChannels(at, tail), each), tail)
        }
        dy += pixel
      }
    }
    dx += p.height * row
  }
}

/**
 * y: of each window one number, drawn with a probability in proportion to it; `draws` are uniform on [0, 1).
 * place: which of the window it was, counted row by row, or -1 where all are 0. Numbers below 0 count as 0.
 */
export function stochasticPool(pool: usize, x: usize, draws: usize, y: usize, place: usize): void {
  const p = changetype<Pool>(pool)
  const pixel: usize = p.channels << 2
  const row = p.width * pixel
  const zero = f32x4.splat(0)
  for (let b = 0; b < p.batch; b++) {
    for (let r = 0; r < p.rows; r++) {
      for (let c = 0; c < p.columns; c++) {
        const from = x + r * p.strideY * row + c * p.strideX * pixel
        for (let i: usize = 0; i < pixel; i += 16) {
          const tail = pixel - i < 16 ? (pixel - i) >> 2 : 0
          let total = zero
          for (let j = 0, q = from + i; j < p.filterHeight; j++, q += row)
            for (let k = 0, at = q; k < p.filterWidth; k++, at += pixel)
              total = f32x4.add(total, f32x4.max(loadChannels(at, tail), zero))
          const target = f32x4.mul(loadChannels(draws + i, tail), total)
          // Where nothing is chosen: 0, and NaN where there is NaN or infinity.
          let chosen = f32x4.mul(total, zero)
          let where = f32x4.splat(-1)
          let sum = zero
          let free = i32x4.splat(-1)
          let index: f32 = 0
          for (let j = 0, q = from + i; j < p.filterHeight; j++, q += row)
            for (let k = 0, at = q; k < p.filterWidth; k++, at += pixel) {
              const value = f32x4.max(loadChannels(at, tail), zero)
              sum = f32x4.add(sum, value)
              const here = v128.and(free, f32x4.gt(sum, target))
              chosen = v128.bitselect(value, chosen, here)
              where = v128.bitselect(f32x4.splat(index), where, here)
              free = v128.andnot(free, here)
              index += 1
            }
          storeChannels(y + i, chosen, tail)
          storeChannels(place + i, where, tail)
        }
        draws += pixel
        y += pixel
        place += pixel
      }
    }
    x += p.height * row
  }
}

/** dx: each window's gradient goes to the number that was drawn, and nowhere where none was. */
export function stochasticPoolGradient(pool: usize, place: usize, dy: usize, dx: usize): void {
  const p = changetype<Pool>(pool)
  const pixel: usize = p.channels << 2
  const row = p.width * pixel
  memory.fill(dx, 0, p.batch * p.height * row)
  for (let b = 0; b < p.batch; b++) {
    for (let r = 0; r < p.rows; r++) {
      for (let c = 0; c < p.columns; c++) {
        const from = dx + r * p.strideY * row + c * p.strideX * pixel
        for (let i: usize = 0; i < pixel; i += 16) {
          const tail = pixel - i < 16 ? (pixel - i) >> 2 : 0
          const gradient = loadChannels(dy + i, tail)
          const where = loadChannels(place + i, tail)
          let index: f32 = 0
          for (let j = 0, q = from + i; j < p.filterHeight; j++, q += row)
            for (let k = 0, at = q; k < p.filterWidth; k++, at += pixel) {
              const here = v128.and(gradient, f32x4.eq(where, f32x4.splat(index)))
              storeChannels(at, f32x4.add(loadChannels(at, tail), here), tail)
              index += 1
            }
        }
        place += pixel
        dy += pixel
      }
    }
    dx += p.height * row
  }
}
