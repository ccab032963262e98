/** What the first layer makes of one image: the sums of its filters, and below them the maps that it hands on. */
import { styleOf, useFigure } from '../../ui/figure/FigureContext.ts'
import { ramp, token } from '../../ui/figure/theme.ts'
import { formatPercent } from '../../ui/index.ts'
import { paintGrid } from '../../ui/panels/paintGrid.ts'
import { PanelCanvas } from '../../ui/panels/PanelCanvas.tsx'
import { useCanvas } from '../../ui/panels/useCanvas.ts'
import { mapsShown, size } from './config.ts'
import type { View } from './train.ts'

/** px: of a line of words, between maps; and what a map needs, so a narrow panel has half of them side by side. */
const [line, gap, least] = [18, 3, 44]
const cells = size * size
/** Sums, sums of rivals, and what is handed on; without rivals the last row is empty. */
const rowsOfBlock = 3
const blockHeight = (side: number) => rowsOfBlock * (side + gap + line) + line

/** The share of the places at which the first of two maps is the greater. */
export const wins = (first: ArrayLike<number>, second: ArrayLike<number>): number =>
  Array.from(first, (value, i) => Number(value > second[i]!)).reduce((sum, won) => sum + won, 0) /
  first.length

const mapOf = (maps: Float32Array, map: number) => maps.subarray(map * cells, (map + 1) * cells)

export function Competition({ variant }: { variant: string }) {
  const { styles } = useFigure()
  const { label } = styleOf(styles, variant)
  const what = `First layer, maps of one test image, ${label}`
  const canvas = useCanvas<View>(variant, (context, view, width, height) => {
    if (!view) return () => `${what}: not computed yet`
    const { sums, maps } = view
    const count = width < mapsShown * least ? mapsShown / 2 : mapsShown
    const [first, second] = sums
    const limit = Math.max(1e-6, ...[...sums, maps].flatMap((list) => [...list]).map(Math.abs))
    const blocks = Math.max(1, Math.min(mapsShown / count, Math.floor(height / blockHeight(least - gap))))
    const tall = (height / blocks - line) / rowsOfBlock
    const side = Math.floor(Math.min(width / count, tall - line) - gap)
    const shares = second
      ? Array.from({ length: count * blocks }, (_, map) => wins(mapOf(first!, map), mapOf(second, map)))
      : []
    context.font = `${token('--fig-tick')} ${token('--sans')}`
    context.textBaseline = 'middle'
    for (let block = 0; block < blocks; block++) {
      const from = block * count
      const top = block * blockHeight(side)
      const rows = [
        { words: `Sums of filters ${from + 1} to ${from + count}`, values: first! },
        ...(second ? [{ words: 'Sums of their rivals', values: second }] : []),
        { words: second ? 'Handed on: the greater' : 'Handed on: the sum, or 0', values: maps },
      ]
      rows.forEach(({ words, values }, row) => {
        const y = top + row * (side + gap + line)
        context.fillStyle = token('--ink-2')
        context.textAlign = 'left'
        context.fillText(words, 0, y + line / 2)
        for (let column = 0; column < count; column++) {
          const box = [column * (side + gap), y + line, side, side] as const
          const place = (value: number) => 0.5 + value / (2 * limit)
          const map = mapOf(values, from + column)
          paintGrid(context, map, size, size, place, ramp('diverging'), false, box)
          context.strokeStyle = token('--rule')
          context.strokeRect(box[0] + 0.5, box[1] + 0.5, side - 1, side - 1)
        }
      })
      context.fillStyle = token('--ink-3')
      context.textAlign = 'center'
      shares.slice(from, from + count).forEach((share, column) => {
        const y = top + blockHeight(side) - line / 2 - gap
        context.fillText(String(Math.round(100 * share)), column * (side + gap) + side / 2, y)
      })
    }
    context.textBaseline = 'alphabetic'
    return () =>
      second
        ? `${what}: where the filter beats its rival: ${shares.map(formatPercent).join(', ')} of the places`
        : `${what}: ${formatPercent(maps.filter((value) => value === 0).length / maps.length)} of what is handed on is 0`
  })
  return <PanelCanvas canvas={canvas} label={what} />
}
