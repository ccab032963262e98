/** The chosen filter at close range: what its window takes in at the chosen pixel, and what becomes of it. */
import { styleOf, useFigure } from '../../ui/figure/FigureContext.ts'
import { token } from '../../ui/figure/theme.ts'
import { PanelCanvas } from '../../ui/panels/PanelCanvas.tsx'
import { useCanvas } from '../../ui/panels/useCanvas.ts'
import { kernelSize, size } from './config.ts'
import { channelSums, filterOf, mapOf } from './forward.ts'
import { closeUp, windowAt, type Box } from './layout.ts'
import { largest, paintFrame, paintTile, two } from './paint.ts'
import { imageWords, layerName, lookAt, type Chosen } from './seen.ts'
import type { View } from './train.ts'

/** px of a filter that has room for its numbers. */
const roomy = 114

export function CloseUp({ variant, chosen, again }: { variant: string; chosen: Chosen; again: string }) {
  const { styles } = useFigure()
  const { label } = styleOf(styles, variant)
  const what = `One filter at close range, ${label}`
  const canvas = useCanvas<View>(
    variant,
    (context, view, width, height) => {
      if (!view) return () => `${what}: not computed yet`
      const { layer, filter, row, column } = chosen
      const { picture, stages } = lookAt(view, chosen)
      const { input, maps, pooled } = stages[layer]!
      const own = view.layers[layer]!
      const plan = closeUp(layer, width, height)
      const sums = channelSums(own, input, filter, row, column)
      const bias = own.bias[filter]!
      const sum = sums.reduce((all, each) => all + each, bias)
      const value = mapOf(maps, filter)[row * maps.side + column]!

      const words = (text: string, x: number, y: number, align: CanvasTextAlign = 'left') => {
        context.textAlign = align
        context.fillText(text, x, y)
      }
      context.font = `${token('--fig-tick')} ${token('--sans')}`
      context.textBaseline = 'middle'
      context.fillStyle = token('--ink-2')
      words(
        layer === 0 ? 'The image and the filter' : 'The 8 maps below it, and the filter’s part for each',
        0,
        plan.heads[0] - 2,
      )
      words('Its map, and pooled', 0, plan.heads[1] - 2)

      const weights = largest(own.kernel)
      const seen = layer === 0 ? 1 : largest(input.values)
      plan.inputs.forEach((box, channel) => {
        const values = layer === 0 ? picture : mapOf(input, channel)
        paintTile(context, { values, cells: input.side, box, limit: seen, signed: false })
        paintWindow(context, box, chosen, input.side)
        const taps = filterOf(own, filter, channel)
        const place = plan.weights[channel]!
        paintTile(context, { values: taps, cells: kernelSize, box: place, limit: weights, signed: true })
        if (place.side >= roomy) paintNumbers(context, taps, place, weights)
        context.fillStyle = token('--ink')
        words(two(sums[channel]!), place.x + place.side / 2, plan.sums, 'center')
      })
      const limit = largest(maps.values)
      for (const [each, box] of [
        [maps, plan.map],
        [pooled, plan.pooled],
      ] as const)
        paintTile(context, { values: mapOf(each, filter), cells: each.side, box, limit, signed: false })
      const cell = plan.map.side / maps.side
      paintFrame(context, plan.map.x + column * cell, plan.map.y + row * cell, cell, cell)
      const parts = layer === 0 ? `products ${two(sums[0]!)}` : `the 8 sums ${two(sum - bias)}`
      const sentence = [`${parts}, bias ${two(bias)}: together ${two(sum)}.`, `After ReLU: ${two(value)}.`]
      context.fillStyle = token('--ink')
      sentence.forEach((text, i) => words(text[0]!.toUpperCase() + text.slice(1), 0, plan.sentences[i]!))
      context.textAlign = 'left'
      context.textBaseline = 'alphabetic'
      return () =>
        `${what}: filter ${filter + 1} of the ${layerName(layer)}, for ${imageWords(chosen)}, at row ${row + 1}, column ${column + 1} of ${maps.side} by ${maps.side}: ${sentence.join(' ')}`
    },
    undefined,
    again,
  )
  return <PanelCanvas canvas={canvas} label={what} />
}

function paintWindow(context: CanvasRenderingContext2D, box: Box, place: Chosen, side: number) {
  const cell = box.side / side
  const [top, left, rows, columns] = windowAt(place, side)
  paintFrame(context, box.x + left * cell, box.y + top * cell, columns * cell, rows * cell)
}

/** Ink on light cells, paper on dark ones, in both themes. */
function paintNumbers(context: CanvasRenderingContext2D, taps: Float32Array, box: Box, limit: number) {
  const cell = box.side / kernelSize
  context.textAlign = 'center'
  taps.forEach((tap, i) => {
    const strong = Math.abs(tap) / limit > 0.55
    context.fillStyle = token(strong ? '--paper' : '--ink')
    context.fillText(
      two(tap),
      box.x + ((i % kernelSize) + 0.5) * cell,
      box.y + (Math.floor(i / kernelSize) + 0.5) * cell,
    )
  })
}

/** A pixel of the first layer's maps as one of another layer's, and back. */
export const scaledTo = (at: number, from: number, to: number): number =>
  Math.max(0, Math.min(to - 1, Math.floor(((at + 0.5) * to) / from)))
export const middle = { row: size / 2 - 1, column: size / 2 - 1 }
