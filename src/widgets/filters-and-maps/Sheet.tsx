/** All filters of the first layer, and the maps of both layers before and after pooling, for one image. */
import { styleOf, useFigure } from '../../ui/figure/FigureContext.ts'
import { token } from '../../ui/figure/theme.ts'
import { PanelCanvas } from '../../ui/panels/PanelCanvas.tsx'
import { useCanvas } from '../../ui/panels/useCanvas.ts'
import { kernelSize } from './config.ts'
import { filterOf, mapOf } from './forward.ts'
import { line, strips } from './layout.ts'
import { largest, paintFrame, paintTile } from './paint.ts'
import { imageWords, layerName, lookAt, type Chosen } from './seen.ts'
import type { View } from './train.ts'

const heads = ['First layer: 8 filters, 8 maps, pooled', 'Second layer: 16 maps, pooled'] as const
/** px that the frame of the chosen strip stands off. */
const off = 2

export function Sheet({ variant, chosen, again }: { variant: string; chosen: Chosen; again: string }) {
  const { styles } = useFigure()
  const { label } = styleOf(styles, variant)
  const what = `Filters and feature maps, ${label}`
  const canvas = useCanvas<View>(
    variant,
    (context, view, width, height) => {
      if (!view) return () => `${what}: not computed yet`
      const { stages } = lookAt(view, chosen)
      const limits = stages.map(({ maps }) => largest(maps.values))
      const weights = largest(view.layers[0]!.kernel)
      const plan = strips(width, height)
      context.font = `${token('--fig-tick')} ${token('--sans')}`
      context.textBaseline = 'middle'
      context.fillStyle = token('--ink-2')
      heads.forEach((words, layer) => context.fillText(words, 0, plan.heads[layer]! + line / 2 - 2))
      context.textBaseline = 'alphabetic'
      for (const { layer, filter, filterBox, map, pooled } of plan.strips) {
        const stage = stages[layer]!
        const limit = limits[layer]!
        if (filterBox) {
          const values = filterOf(view.layers[layer]!, filter, 0)
          paintTile(context, { values, cells: kernelSize, box: filterBox, limit: weights, signed: true })
        }
        for (const [maps, box] of [
          [stage.maps, map],
          [stage.pooled, pooled],
        ] as const)
          paintTile(context, { values: mapOf(maps, filter), cells: maps.side, box, limit, signed: false })
        if (layer === chosen.layer && filter === chosen.filter) {
          const top = (filterBox ?? map).y
          paintFrame(
            context,
            Math.max(1, map.x - off),
            top - off,
            map.side + 2 * off,
            pooled.y + pooled.side - top + 2 * off,
          )
        }
      }
      const silent = stages.map(({ pooled }, layer) => {
        const { filters } = view.layers[layer]!
        const empty = Array.from({ length: filters }, (_, i) => mapOf(pooled, i)).filter((map) =>
          map.every((value) => value === 0),
        )
        return `${empty.length} of ${filters} maps of the ${layerName(layer)} are 0 everywhere`
      })
      return () => `${what}, for ${imageWords(chosen)}: ${silent.join(', ')}`
    },
    undefined,
    again,
  )
  return <PanelCanvas canvas={canvas} label={what} />
}
