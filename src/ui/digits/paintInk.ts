/** Brightness on a canvas, in the theme's colour of ink. */
import { token } from '../figure/theme.ts'

/** Replaces the canvas's content by `size` x `size` brightnesses in [0, 1]; 0 lets through what lies below. */
export function paintInk(context: CanvasRenderingContext2D, values: ArrayLike<number>, size: number): void {
  const image = context.createImageData(size, size)
  for (let i = 0; i < size * size; i++) image.data[4 * i + 3] = Math.round(255 * values[i]!)
  context.putImageData(image, 0, 0)
  // Colours what is there and nothing else.
  context.globalCompositeOperation = 'source-in'
  context.fillStyle = token('--ink')
  context.fillRect(0, 0, size, size)
  context.globalCompositeOperation = 'source-over'
}
