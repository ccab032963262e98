/** A square of numbers with their size as ink, or with their sign as colour. */
import type { CSSProperties, ReactNode } from 'react'
import { number } from './wording.ts'

export interface NumberMapProps {
  /** Row by row. */
  values: readonly number[]
  /** The value of full ink; the other colour for its negative. */
  limit: number
  label: string
  /** Cells with a frame. */
  marked: ReadonlySet<number>
  /** What stands below a number. */
  below?: (cell: number) => ReactNode
  /** What takes the place of a plain cell. */
  cell?: (cell: number, look: CellLook) => ReactNode
}

export interface CellLook {
  className: string
  style: CSSProperties
}

/** Rounded, so that the server and the browser write the same. */
const lookOf = (value: number, limit: number, marked: boolean): CellLook => ({
  className: ['tile', value < 0 ? 'negative' : 'positive', marked ? 'marked' : ''].join(' ').trim(),
  style: { '--ink-share': Math.min(1, Math.abs(value) / limit).toFixed(2) } as CSSProperties,
})

export function NumberMap({ values, limit, label, marked, below, cell }: NumberMapProps) {
  const columns = Math.sqrt(values.length)
  const style = { '--columns': columns } as CSSProperties
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a picture made of numbers, or a group of buttons
    <div className="number-map" style={style} role={cell ? 'group' : 'img'} aria-label={label}>
      {values.map((value, i) => {
        const look = lookOf(value, limit, marked.has(i))
        if (cell) return cell(i, look)
        return (
          <span key={`cell ${i}`} {...look}>
            <b>{number(value)}</b>
            {below ? <small>{below(i)}</small> : null}
          </span>
        )
      })}
    </div>
  )
}
