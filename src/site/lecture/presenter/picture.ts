/** Takes a picture of the slide for the notes window: its HTML as it stands, and its canvases as bitmaps. Client only. */
import type { Picture } from './messages.ts'

/** A mirror is at most this many px wide; larger bitmaps would be sent for nothing. */
const widest = 480

/** What is not seen on the wall, does not belong to the picture, or would act. */
const unseen = '[inert], [data-presenter-part], script, dialog, [role=status]'

async function bitmapsOf(canvases: readonly HTMLCanvasElement[]): Promise<ImageBitmap[]> {
  const taken = canvases.map((canvas) =>
    createImageBitmap(canvas, {
      resizeWidth: Math.min(canvas.width, widest),
      resizeHeight: Math.max(1, Math.round(canvas.height * Math.min(1, widest / canvas.width))),
    }),
  )
  return Promise.all(taken)
}

/** @param stage what is shown on the wall; it is left as it is. */
export async function takePicture(stage: HTMLElement): Promise<Picture> {
  const copy = stage.cloneNode(true) as HTMLElement
  for (const part of copy.querySelectorAll(unseen)) part.remove()
  const copies = copy.querySelectorAll('canvas')
  const seen = [...stage.querySelectorAll('canvas')].filter((canvas) => !canvas.closest(unseen))
  const drawn: HTMLCanvasElement[] = []
  for (const [i, canvas] of seen.entries()) {
    // One that is not laid out yet has no pixels; its place stays empty.
    if (canvas.width === 0 || canvas.height === 0) continue
    copies[i]!.dataset['bitmap'] = String(drawn.length)
    drawn.push(canvas)
  }
  const { clientWidth: width, clientHeight: height, dataset } = document.documentElement
  const html = copy.outerHTML
  return { html, theme: dataset['theme'] ?? '', width, height, canvases: await bitmapsOf(drawn) }
}
