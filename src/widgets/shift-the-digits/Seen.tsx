/** A few training images, and what the last steps saw of them: each picture in a frame of its own, so that a shift is seen. */
import type { ViewOf } from '../../lab/experiment.ts'
import { styleOf, useFigure } from '../../ui/figure/FigureContext.ts'
import { token } from '../../ui/figure/theme.ts'
import { PanelCanvas } from '../../ui/panels/PanelCanvas.tsx'
import { useCanvas } from '../../ui/panels/useCanvas.ts'
import { rowsShown, size, timesShown } from './config.ts'
import type experiment from './train.ts'

type View = ViewOf<typeof experiment>

/** Pixels of a picture between two pictures, and between the image as it is and the rest. */
const [between, apart] = [1, 7]
/** px for the words above. */
const head = 18
const seenWords = 'last seen as →'

/** Where picture `column` begins, in pixels of a picture. */
const startOf = (column: number) => column * (size + between) + (column > 0 ? apart - between : 0)
const across = startOf(timesShown) + size
const down = rowsShown.length * (size + between) - between

export function Seen({ variant }: { variant: string }) {
  const { styles } = useFigure()
  const { label } = styleOf(styles, variant)
  const canvas = useCanvas<View>(variant, (context, view, width, height) => {
    const name = `What the steps see of ${rowsShown.length} training images, ${label}`
    if (!view) return () => `${name}: not computed yet`
    const { pictures, seen, moved } = view.shown
    /** CSS px for a pixel of a picture. */
    const unit = Math.min((width - 2) / across, (height - head - 1) / down)
    const small = inkOf(pictures.values, pictures.columns, pictures.rows)
    context.imageSmoothingEnabled = false
    const cells = Array.from({ length: rowsShown.length * (timesShown + 1) }, (_, i) => {
      const [row, column] = [Math.floor(i / (timesShown + 1)), i % (timesShown + 1)]
      return { row, column, x: 1 + unit * startOf(column), y: head + unit * row * (size + between) }
    })
    for (const { row, column, x, y } of cells) {
      const from = [column * (size + between), row * (size + between)] as const
      if (small) context.drawImage(small, ...from, size, size, x, y, unit * size, unit * size)
    }
    context.globalCompositeOperation = 'source-in'
    context.fillStyle = token('--ink')
    context.fillRect(0, 0, width, height)
    context.globalCompositeOperation = 'source-over'
    context.strokeStyle = token('--rule-2')
    for (const { x, y } of cells) context.strokeRect(x - 0.5, y - 0.5, unit * size + 1, unit * size + 1)
    context.font = `${token('--fig-tick')} ${token('--sans')}`
    context.fillStyle = token('--ink-3')
    const fits = (words: string, room: number) => context.measureText(words).width < room
    const start = 1 + unit * startOf(1)
    if (fits('image', start - 4)) context.fillText('image', 0, head - 6)
    context.fillText(fits(seenWords, width - start) ? seenWords : 'seen →', start, head - 6)
    return () => `${name}: ${moved} of the last ${seen} pictures are moved`
  })
  return <PanelCanvas canvas={canvas} label={`What the steps see of training images, ${label}`} />
}

let scratch: HTMLCanvasElement | null = null

/** Brightness in [0, 1] as opacity, one pixel per number; what is not finite is transparent. */
function inkOf(values: ArrayLike<number>, columns: number, rows: number): HTMLCanvasElement | null {
  scratch ??= document.createElement('canvas')
  scratch.width = columns
  scratch.height = rows
  const context = scratch.getContext('2d')
  if (!context) return null
  const image = context.createImageData(columns, rows)
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN
    image.data[4 * i + 3] = Number.isFinite(value) ? Math.round(255 * value) : 0
  }
  context.putImageData(image, 0, 0)
  return scratch
}
