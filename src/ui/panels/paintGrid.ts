/** Draws a table of numbers as colours: one pixel per number, stretched by the browser. Client only. */

let scratch: HTMLCanvasElement | null = null

/** `place` maps a value to 0..1 on the ramp; what is not finite stays transparent. `smooth` blends between cells. */
export function paintGrid(
  context: CanvasRenderingContext2D,
  values: ArrayLike<number>,
  rows: number,
  columns: number,
  place: (value: number) => number,
  colours: Uint32Array,
  smooth: boolean,
  [x, y, width, height]: readonly [number, number, number, number],
) {
  scratch ??= document.createElement('canvas')
  if (scratch.width !== columns || scratch.height !== rows) {
    scratch.width = columns
    scratch.height = rows
  }
  const small = scratch.getContext('2d')
  if (!small) return
  const image = small.createImageData(columns, rows)
  const pixels = new Uint32Array(image.data.buffer)
  for (let i = 0; i < pixels.length; i++) {
    const share = place(values[i] ?? Number.NaN)
    if (Number.isFinite(share)) pixels[i] = colours[Math.max(0, Math.min(255, Math.round(share * 255)))] ?? 0
  }
  small.putImageData(image, 0, 0)
  context.imageSmoothingEnabled = smooth
  context.imageSmoothingQuality = 'high'
  context.drawImage(scratch, x, y, width, height)
}
