/** Computed colours as every program reads them: `#rrggbb` and an opacity. Client only. */
export interface Paint {
  colour: string
  /** 0 to 1 */
  opacity: number
}

const known = new Map<string, Paint>()
let context: CanvasRenderingContext2D | null = null

/** @param css a colour in any notation, `color-mix()` too; what is no colour is transparent. */
export function paintOf(css: string): Paint {
  let paint = known.get(css)
  if (paint) return paint
  if (!context) {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 1
    context = canvas.getContext('2d', { willReadFrequently: true })
  }
  if (!context) throw new Error('This browser has no canvas to read colours with.')
  context.clearRect(0, 0, 1, 1)
  context.fillStyle = '#0000'
  context.fillStyle = css
  context.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data
  const hex = [red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')
  paint = { colour: `#${hex}`, opacity: Math.round((alpha / 255) * 1000) / 1000 }
  known.set(css, paint)
  return paint
}
