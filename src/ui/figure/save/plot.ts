/** The figure as it is shown, as a picture that needs nothing else: SVG, and PNG at twice its size. Client only. */
import { escape } from '../../escape.ts'
import { bookAddress, linkToFigure } from '../link.ts'
import type { MenuFigure } from '../menu/menuItem.ts'
import { paintOf } from './colours.ts'
import { drawElement } from './drawPage.ts'
import { fontRules } from './fonts.ts'
import { settingsWords } from './settingsWords.ts'
import { tag } from './xml.ts'

/** px: around the picture; between two lines of where it is from; their letters. */
const [margin, lineHeight, letters] = [20, 17, 12]

/** At most as many characters a line as there is room for. */
function broken(text: string, width: number): string[] {
  const most = Math.max(30, Math.floor(width / (letters * 0.56)))
  return text
    .split(' ')
    .flatMap((word) => word.match(new RegExp(`.{1,${most}}`, 'g')) ?? [])
    .reduce<string[]>((lines, word) => {
      const last = lines.at(-1)
      if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`
      else lines.push(word)
      return lines
    }, [])
}

function sourceOf({ run, widget, id, number }: MenuFigure): string[] {
  const book = number ? `Figure ${number} of Watch It Learn.` : 'Watch It Learn.'
  return [`${book} ${settingsWords(run)}`, linkToFigure(run, 'moment', widget, id, bookAddress())]
}

export interface Picture {
  svg: string
  /** px */
  width: number
  height: number
}

/** @throws a sentence if the figure is not on the page, or a font does not arrive. */
export async function drawFigure(figure: MenuFigure): Promise<Picture> {
  const element = figure.element()
  const pen = document.createElement('canvas').getContext('2d')
  if (!element || !pen) throw new Error('The figure is not on the page.')
  const parts = [...element.querySelectorAll(':scope > .fig-head, :scope > .fig-body')]
  const boxes = parts.map((part) => part.getBoundingClientRect())
  const left = Math.min(...boxes.map((box) => box.left)) - margin
  const top = Math.min(...boxes.map((box) => box.top)) - margin
  const inner = Math.max(...boxes.map((box) => box.right)) - left - margin
  const bottom = Math.max(...boxes.map((box) => box.bottom)) - top
  const style = getComputedStyle(element)
  const ink = (name: string) => paintOf(style.getPropertyValue(name)).colour
  const lines = sourceOf(figure).flatMap((line) => broken(line, inner))
  const [width, height] = [
    Math.ceil(inner + 2 * margin),
    Math.ceil(bottom + 14 + lines.length * lineHeight + margin),
  ]
  const drawn = parts.map((part) => drawElement(part, { left, top }, pen)).join('\n')
  const source = lines.map((line, i) =>
    tag(
      'text',
      {
        x: margin,
        y: bottom + 14 + (i + 1) * lineHeight - 4,
        fill: ink('--ink-3'),
        'font-family': style.fontFamily,
        'font-size': letters,
      },
      escape(line),
    ),
  )
  const words = [...element.querySelectorAll('.fig-body [role=img]')].map((part) =>
    part.getAttribute('aria-label'),
  )
  const body = [
    tag('title', {}, escape(element.querySelector('.fig-title')?.textContent?.trim() ?? figure.title)),
    tag('desc', {}, escape(words.filter(Boolean).join('. '))),
    tag('rect', { width, height, fill: ink('--paper') }),
    drawn,
    ...source,
  ].join('\n')
  const fonts = await fontRules(body)
  const svg = tag(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}`, role: 'img' },
    `\n${tag('style', {}, fonts)}\n${body}\n`,
  )
  return { svg: `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`, width, height }
}
