/**
 * A part of the page as SVG text: its words, boxes and lines as vectors where they stand, its canvases as images.
 * What a reader presses is left out. Client only.
 */
import { escape } from '../../escape.ts'
import { paintOf } from './colours.ts'
import { copySvg } from './copySvg.ts'
import { linesOf } from './textLines.ts'
import { tag, type Attributes } from './xml.ts'

/** Not of the picture: what is pressed, typed into, or only heard. */
const skipped =
  'button, input, select, label, [role=slider], [role=application], .sr, .own, .predict, .recorded'

export interface Place {
  /** px on the screen: where the picture begins. */
  left: number
  top: number
}

const fontOf = (style: CSSStyleDeclaration): Attributes => ({
  'font-family': style.fontFamily,
  'font-size': style.fontSize.replace('px', ''),
  'font-weight': style.fontWeight === '400' ? undefined : style.fontWeight,
  'font-style': style.fontStyle === 'normal' ? undefined : style.fontStyle,
  'letter-spacing': style.letterSpacing === 'normal' ? undefined : style.letterSpacing.replace('px', ''),
})

const cased = (text: string, how: string) => (how === 'uppercase' ? text.toUpperCase() : text)

/** Its letters stand on a line as far below the top of their box as the font says. */
function drawText(
  node: Text,
  style: CSSStyleDeclaration,
  place: Place,
  pen: CanvasRenderingContext2D,
): string {
  const { colour, opacity } = paintOf(style.color)
  pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
  const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = pen.measureText('x')
  return linesOf(node)
    .map(({ text, left, right, top, bottom }) =>
      tag(
        'text',
        {
          x: left - place.left,
          y: (top + bottom) / 2 + (up - down) / 2 - place.top,
          // In another font the words still take the room that they have here.
          textLength: text.length > 1 ? right - left : undefined,
          lengthAdjust: text.length > 1 ? 'spacingAndGlyphs' : undefined,
          fill: colour,
          'fill-opacity': opacity === 1 ? undefined : opacity,
          ...fontOf(style),
        },
        escape(cased(text, style.textTransform)),
      ),
    )
    .join('')
}

let gradients = 0

/** A ramp from left to right; null for any other background. */
function drawRamp(image: string, box: Attributes): string | null {
  const inside = /^linear-gradient\(90deg, (.*)\)$/.exec(image)?.[1]
  if (inside === undefined) return null
  const stops = inside.split(/,\s*(?![^(]*\))/)
  const id = `ramp-${++gradients}`
  const content = stops.map((stop, i) => {
    const [, colour = stop, at] = /^(.*?)(?: ([\d.]+%))?$/.exec(stop) ?? []
    const paint = paintOf(colour)
    return tag('stop', {
      offset: at ?? `${(100 * i) / Math.max(1, stops.length - 1)}%`,
      'stop-color': paint.colour,
      'stop-opacity': paint.opacity === 1 ? undefined : paint.opacity,
    })
  })
  return tag('linearGradient', { id }, content.join('')) + tag('rect', { ...box, fill: `url(#${id})` })
}

function drawBox(style: CSSStyleDeclaration, rect: DOMRect, place: Place): string {
  const [x, y] = [rect.left - place.left, rect.top - place.top]
  const box = { x, y, width: rect.width, height: rect.height }
  const parts: string[] = []
  const radius = style.borderTopLeftRadius.endsWith('%')
    ? (Number.parseFloat(style.borderTopLeftRadius) / 100) * rect.width
    : Number.parseFloat(style.borderTopLeftRadius)
  const ramp = drawRamp(style.backgroundImage, box)
  if (ramp !== null) parts.push(ramp)
  const ground = paintOf(style.backgroundColor)
  if (ground.opacity > 0)
    parts.push(
      tag('rect', {
        ...box,
        rx: radius > 0 ? Math.min(radius, rect.width / 2, rect.height / 2) : undefined,
        fill: ground.colour,
        'fill-opacity': ground.opacity === 1 ? undefined : ground.opacity,
      }),
    )
  for (const side of ['top', 'right', 'bottom', 'left'] as const) {
    const width = Number.parseFloat(style.getPropertyValue(`border-${side}-width`))
    const kind = style.getPropertyValue(`border-${side}-style`)
    const { colour, opacity } = paintOf(style.getPropertyValue(`border-${side}-color`))
    if (!(width > 0) || kind === 'none' || opacity === 0) continue
    const [right, bottom] = [x + rect.width, y + rect.height]
    const half = width / 2
    const ends = {
      top: { x1: x, x2: right, y1: y + half, y2: y + half },
      bottom: { x1: x, x2: right, y1: bottom - half, y2: bottom - half },
      left: { x1: x + half, x2: x + half, y1: y, y2: bottom },
      right: { x1: right - half, x2: right - half, y1: y, y2: bottom },
    }[side]
    parts.push(
      tag('line', {
        ...ends,
        stroke: colour,
        'stroke-opacity': opacity === 1 ? undefined : opacity,
        'stroke-width': width,
        'stroke-dasharray': kind === 'dashed' ? `${3 * width} ${2 * width}` : undefined,
      }),
    )
  }
  return parts.join('')
}

/** An SVG of the page in its own units: scaled as its `viewBox` is to its size. */
function drawPicture(picture: SVGSVGElement, rect: DOMRect, place: Place): string {
  const { width, height, x, y } = picture.viewBox.baseVal ?? { width: 0, height: 0, x: 0, y: 0 }
  const scale = width > 0 && height > 0 ? Math.min(rect.width / width, rect.height / height) : 1
  const left = rect.left - place.left + (width > 0 ? (rect.width - width * scale) / 2 : 0)
  const top = rect.top - place.top + (height > 0 ? (rect.height - height * scale) / 2 : 0)
  const moved = `translate(${left.toFixed(2)} ${top.toFixed(2)})`
  const transform =
    scale === 1 && x === 0 && y === 0 ? moved : `${moved} scale(${scale}) translate(${-x} ${-y})`
  return tag('g', { transform }, copySvg(picture, null))
}

const drawCanvas = (canvas: HTMLCanvasElement, rect: DOMRect, place: Place): string =>
  canvas.width === 0 || canvas.height === 0
    ? ''
    : tag('image', {
        x: rect.left - place.left,
        y: rect.top - place.top,
        width: rect.width,
        height: rect.height,
        preserveAspectRatio: 'none',
        href: canvas.toDataURL('image/png'),
      })

/** @param pen any canvas, to measure letters with. */
export function drawElement(element: Element, place: Place, pen: CanvasRenderingContext2D): string {
  if (element.matches(skipped)) return ''
  const style = getComputedStyle(element)
  if (style.display === 'none') return ''
  const rect = element.getBoundingClientRect()
  const seen = style.visibility === 'visible'
  if (element instanceof SVGSVGElement) return seen ? drawPicture(element, rect, place) : ''
  if (element instanceof HTMLCanvasElement) return seen ? drawCanvas(element, rect, place) : ''
  const content = [...element.childNodes]
    .map((node) => {
      if (node instanceof Text) return seen ? drawText(node, style, place, pen) : ''
      return node instanceof Element ? drawElement(node, place, pen) : ''
    })
    .join('')
  const all = (seen && style.display !== 'inline' ? drawBox(style, rect, place) : '') + content
  return Number(style.opacity) < 1 && all !== '' ? tag('g', { opacity: style.opacity }, all) : all
}
