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
  const canvases = [...stage.querySelectorAll('canvas')].filter((canvas) => !canvas.closest(unseen))
  for (const part of copy.querySelectorAll(unseen)) part.remove()
  const { clientWidth: width, clientHeight: height, dataset } = document.documentElement
  // One that is not laid out yet has no pixels; its place stays empty.
  const bitmaps = await bitmapsOf(canvases.filter((canvas) => canvas.width > 0 && canvas.height > 0))
  const full = new Map(canvases.filter(({ width: w, height: h }) => w > 0 && h > 0).map((c, i) => [c, i]))
  copy.querySelectorAll('canvas').forEach((canvas, i) => {
    const place = full.get(canvases[i]!)
    if (place !== undefined) canvas.dataset['bitmap'] = String(place)
  })
  return { html: copy.outerHTML, theme: dataset['theme'] ?? '', width, height, canvases: bitmaps }
}
