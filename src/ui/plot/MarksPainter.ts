/**
 * Draws the marks on the clock: a thin line through the plot; on the plot that has the flag also a wedge on the axis
 * and words beside the flag. Owns one <g>. Client only.
 */
import type { RunState } from '../../lab/runState.ts'
import type { Setup } from '../../lab/setup.ts'
import { marksOf, placeMarks } from './marks.ts'
import type { Area } from './StreamPainter.ts'
import { set, show, svg, write } from './svg.ts'

interface Parts {
  root: SVGGElement
  line: SVGLineElement
  wedge: SVGPathElement
  words: SVGTextElement
}

export class MarksPainter {
  readonly #parts: Parts[] = []

  constructor(
    readonly root: SVGGElement,
    readonly spec: { area: Area; x: (epoch: number) => number; flag: boolean; width: number },
  ) {}

  #part(i: number): Parts {
    const known = this.#parts[i]
    if (known) return known
    const { area, flag } = this.spec
    const root = svg('g', 'mark-on-clock', this.root)
    const parts: Parts = {
      root,
      line: svg('line', 'seam', root),
      wedge: svg('path', 'wedge', root),
      words: svg('text', 'mark-words', root),
    }
    set(parts.line, 'y1', flag ? area.y - 12 : area.y)
    set(parts.line, 'y2', area.y + area.height)
    set(parts.wedge, 'd', 'M0 0L-4.5 -9H4.5Z')
    show(parts.wedge, flag)
    set(parts.words, 'y', area.y - 14)
    this.#parts.push(parts)
    return parts
  }

  /** `taken`: px between which the flag stands. */
  paint(state: RunState, setup: Setup, forked: boolean, taken: readonly [number, number]) {
    const marks = state.reach.step === 0 ? [] : marksOf(state, setup, forked)
    const { area, x, flag, width } = this.spec
    const xs = marks.map(({ epoch }) => x(epoch))
    const placed = flag ? placeMarks(marks, xs, taken, width) : []
    marks.forEach(({ step, fork }, i) => {
      const { root, line, wedge, words } = this.#part(i)
      const at = xs[i] ?? 0
      show(root, true)
      set(root, 'class', `mark-on-clock${fork ? ' fork' : ''}${step > state.now.step ? ' ahead' : ''}`)
      set(line, 'x1', at)
      set(line, 'x2', at)
      set(wedge, 'transform', `translate(${at} ${area.y + area.height})`)
      const place = placed[i] ?? null
      show(words, place !== null)
      if (place) {
        set(words, 'x', place.left)
        write(words, place.text)
      }
    })
    for (const { root } of this.#parts.slice(marks.length)) show(root, false)
  }
}
