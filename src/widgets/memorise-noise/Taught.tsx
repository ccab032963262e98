/**
 * Training images of the first seed. Below each stands the label that the network is taught, and what the network says;
 * where both are the same the image has a frame.
 */
import { styleOf, useFigure } from '../../ui/figure/FigureContext.ts'
import { ramp, token } from '../../ui/figure/theme.ts'
import { paintGrid } from '../../ui/panels/paintGrid.ts'
import { PanelCanvas } from '../../ui/panels/PanelCanvas.tsx'
import { useCanvas } from '../../ui/panels/useCanvas.ts'
import { shown, size } from './config.ts'
import type { View } from './train.ts'

/** px that an image and its numbers need at least, so a narrow panel has fewer of them. */
const [leastWide, leastTall] = [44, 64]
/** px below each image for its two numbers. */
const line = 20
/** px between image and frame, and between frames. */
const [inside, apart] = [3, 3]

export function Taught({ variant }: { variant: string }) {
  const { styles } = useFigure()
  const { label, series } = styleOf(styles, variant)
  const canvas = useCanvas<View>(variant, (context, view, width, height) => {
    if (!view) return () => `What the network says of ${shown} training images, ${label}: not computed yet`
    const { pixels, taught, says } = view
    const columns = Math.max(1, Math.min(4, Math.floor(width / leastWide)))
    const rows = Math.max(1, Math.min(Math.ceil(shown / columns), Math.floor(height / leastTall)))
    const [wide, tall] = [width / columns, height / rows]
    const drawn = Math.min(shown, rows * columns)
    const side = Math.max(0, Math.min(wide, tall - line) - 2 * (inside + apart))
    context.font = `${token('--fig-tick')} ${token('--sans')}`
    context.textBaseline = 'middle'
    context.textAlign = 'center'
    context.lineWidth = 2
    taught.subarray(0, drawn).forEach((wanted, i) => {
      const middle = ((i % columns) + 0.5) * wide
      const top = Math.floor(i / columns) * tall + inside + apart
      const box = [Math.round(middle - side / 2), Math.round(top), side, side] as const
      const picture = pixels.subarray(i * size * size, (i + 1) * size * size)
      paintGrid(context, picture, size, size, (value) => value / 255, ramp('sequential'), false, box)
      const learned = says[i] === wanted
      context.strokeStyle = token(learned ? `--c${series}` : '--rule')
      context.strokeRect(box[0] - inside, box[1] - inside, side + 2 * inside, side + 2 * inside)
      context.fillStyle = token(learned ? '--ink' : '--ink-3')
      context.fillText(`${wanted} → ${says[i]}`, middle, top + side + inside + apart + line / 2 - 2)
    })
    context.textBaseline = 'alphabetic'
    context.lineWidth = 1
    const learned = taught.filter((wanted, i) => says[i] === wanted).length
    return () =>
      `What the network says of ${shown} training images, ${label}: ${learned} are answered as taught. Taught and said: ${[...taught].map((wanted, i) => `${wanted} and ${says[i]}`).join(', ')}`
  })
  return <PanelCanvas canvas={canvas} label={`What the network says of ${shown} training images, ${label}`} />
}
