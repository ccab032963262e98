/** A canvas that draws itself at each repaint of the run, sharp on every screen, with a label that says what it shows. */
import { useRef, type RefObject } from 'react'
import { useFigure } from '../figure/FigureContext.ts'
import { politeLabel, useFrame } from '../figure/useFrame.ts'
import { useSize } from '../figure/useSize.ts'

/** Draws a view; `width` and `height` are CSS pixels. Returns the words for what it drew. */
export type Draw<V> = (
  context: CanvasRenderingContext2D,
  view: V | undefined,
  width: number,
  height: number,
) => () => string

/**
 * The canvas of one variant. `draw` is called when the variant has another view, size or theme, and never else.
 * @param step whose view it draws (the newest at or before it); that of the epoch line when absent.
 * @param again it is drawn again where this has changed: what else `draw` depends on.
 */
export function useCanvas<V>(
  variant: string,
  draw: Draw<V>,
  step?: number,
  again = '',
): RefObject<HTMLCanvasElement | null> {
  const { run } = useFigure()
  const canvas = useRef<HTMLCanvasElement>(null)
  const spoken = useRef({ at: 0 })
  const drawn = useRef<unknown>(null)
  const size = useSize(canvas)
  const paint = (fresh: boolean) => {
    const element = canvas.current
    const context = element?.getContext('2d')
    if (!element || !context || !size) return
    // The view's type is the widget's affair: `pick` is typed where the run and its experiment are known.
    const view = run.view(variant, step) as V | undefined
    if (!fresh && view === drawn.current && run.getState().status === 'running') return
    drawn.current = view
    const scale = Math.min(3, devicePixelRatio || 1) * size.scale
    const width = Math.round(size.width * scale)
    const height = Math.round(size.height * scale)
    if (element.width !== width || element.height !== height) {
      element.width = width
      element.height = height
    }
    context.setTransform(scale, 0, 0, scale, 0, 0)
    context.clearRect(0, 0, size.width, size.height)
    const words = draw(context, view, size.width, size.height)
    politeLabel(element, words, run.getState().status === 'running', spoken.current)
  }
  useFrame(run, paint, size && `${again} ${size.width} ${size.height} ${size.scale}`)
  return canvas
}
