/** "Large: NaN", the words at the cross of a variant that stopped. Client only. */
import { textWidth } from './labels.ts'
import { clearAbove } from './spread.ts'
import { set, show } from './svg.ts'

export interface Stop {
  text: SVGTextElement
  /** Where it would like to stand. */
  x: number
  y: number
}

/** px of one line of these words. */
const height = 13

/**
 * They give way to the labels beside the epoch line, upwards, and go where there is no room.
 * @param labels where the labels begin, and the px from top to bottom that each takes
 * @param top of the plot, px
 */
export function paintStops(
  stops: readonly Stop[],
  labels: { left: number; rows: readonly (readonly [number, number])[] },
  top: number,
) {
  const taken: [number, number][] = []
  for (const { text, x, y } of stops) {
    const beside = x + textWidth(text.textContent) + 4 > labels.left ? labels.rows : []
    const place = clearAbove(y, height, [...taken, ...beside], top)
    show(text, place !== null)
    if (place === null) continue
    taken.push([place - height, place])
    set(text, 'x', x)
    set(text, 'y', place)
  }
}
