/**
 * Pictures made small: each pixel of the small one is the mean of a square block of the large one, in steps of four.
 * What a reader could see changes some mean; how a machine smooths the edge of a letter hardly does. A browser reads and
 * writes PNG well, so it does so here too; no library is needed.
 */
import type { Page } from 'playwright'

export interface Small {
  width: number
  height: number
  /** Red, green, blue, row by row. */
  rgb: Uint8Array
}

/** Means are kept in steps of this many of 255: less to store, and far below what counts as a difference. */
const step = 4

/** @param reader a page that only computes */
export async function reduce(reader: Page, png: string, block: number): Promise<Small> {
  const { width, height, text } = await reader.evaluate(
    async ([body, size, grain]) => {
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${body}`)).blob())
      const [columns, rows] = [Math.floor(image.width / size), Math.floor(image.height / size)]
      const rgb = new Uint8Array(columns * rows * 3)
      const canvas = new OffscreenCanvas(image.width, size)
      const context = canvas.getContext('2d', { willReadFrequently: true })!
      for (let row = 0; row < rows; row++) {
        context.drawImage(image, 0, -row * size)
        const { data } = context.getImageData(0, 0, columns * size, size)
        for (let column = 0; column < columns; column++)
          for (let channel = 0; channel < 3; channel++) {
            let sum = 0
            for (let y = 0; y < size; y++)
              for (let x = 0; x < size; x++)
                sum += data[4 * (y * columns * size + column * size + x) + channel]!
            const mean = sum / (size * size)
            // A flat colour is a whole number; half way between two of them, its mean is far from where steps meet.
            rgb[3 * (row * columns + column) + channel] = Math.min(
              255,
              grain * Math.floor((mean + grain / 2 - 0.5) / grain),
            )
          }
      }
      let letters = ''
      for (let i = 0; i < rgb.length; i += 8192) letters += String.fromCharCode(...rgb.subarray(i, i + 8192))
      return { width: columns, height: rows, text: btoa(letters) }
    },
    [png, block, step] as const,
  )
  return { width, height, rgb: new Uint8Array(Buffer.from(text, 'base64')) }
}

/** A small picture as PNG, each of its pixels `zoom` wide, for people who look at a difference. */
export async function enlarge(reader: Page, { width, height, rgb }: Small, zoom: number): Promise<Buffer> {
  const text = await reader.evaluate(
    async ([columns, rows, body, size]) => {
      const canvas = new OffscreenCanvas(columns * size, rows * size)
      const context = canvas.getContext('2d')!
      const bytes = Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0))
      for (let i = 0; i < columns * rows; i++) {
        context.fillStyle = `rgb(${bytes[3 * i]},${bytes[3 * i + 1]},${bytes[3 * i + 2]})`
        context.fillRect((i % columns) * size, Math.floor(i / columns) * size, size, size)
      }
      const png = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())
      let letters = ''
      for (let i = 0; i < png.length; i += 8192) letters += String.fromCharCode(...png.subarray(i, i + 8192))
      return btoa(letters)
    },
    [width, height, Buffer.from(rgb).toString('base64'), zoom] as const,
  )
  return Buffer.from(text, 'base64')
}
