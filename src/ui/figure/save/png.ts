/** An SVG as a PNG of twice its size. Client only. */
import type { Picture } from './plot.ts'

/** Pixels of the file for each of the picture's. */
const sharpness = 2

/** Looks for fonts: how many ms apart, how many in a row that see the same, and how many at most. */
const [every, alike, most] = [60, 4, 60]

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

function draw(image: HTMLImageElement, width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (!context) throw new Error('The browser has no canvas to draw the picture on.')
  context.drawImage(image, 0, 0, width, height)
  return canvas
}

/**
 * Waits for the fonts inside a picture. The browser calls it decoded before they are, leaves their words out, and has no
 * event for it: so this looks until nothing is added any more.
 */
async function whole(image: HTMLImageElement, { width, height }: Picture): Promise<void> {
  let [before, same] = ['', 0]
  for (let look = 0; look < most && same < alike; look++) {
    await pause(every)
    const now = draw(image, width, height).toDataURL()
    same = now === before ? same + 1 : 0
    before = now
  }
}

/** @throws a sentence if the browser does not make the picture. */
export async function pngOf(picture: Picture): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([picture.svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    await whole(image, picture)
    const canvas = draw(image, sharpness * picture.width, sharpness * picture.height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (!blob) throw new Error('The browser did not make a PNG of this size.')
    return blob
  } finally {
    URL.revokeObjectURL(address)
  }
}
