/** A 1 × 1 convolution is a dense layer at each pixel: three small maps, two that they become, and one pixel picked. */
import { useState, type KeyboardEvent, type MouseEvent } from 'react'
import { channels, outputs, side, sumWords } from './pixelwise.ts'

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
}
const clamp = (at: number) => Math.max(0, Math.min(side - 1, at))

function Numbers({ name, values, pixel }: { name: string; values: readonly number[]; pixel: number }) {
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the picture is this SVG
    <svg
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={`${name}: ${values[pixel]} at the picked pixel`}
    >
      {values.map((value, i) => (
        <g
          key={`pixel ${i}`}
          className={i === pixel ? 'pixel on' : 'pixel'}
          data-pixel={i}
          transform={`translate(${i % side} ${Math.floor(i / side)})`}
        >
          <rect width="1" height="1" />
          <text x="0.5" y="0.52" textAnchor="middle" dominantBaseline="central">
            {String(value).replace('-', '−')}
          </text>
        </g>
      ))}
    </svg>
  )
}

export function OnePixel() {
  const [pixel, setPixel] = useState(5)
  const [row, column] = [Math.floor(pixel / side), pixel % side]
  const pick = (event: MouseEvent) => {
    const cell = event.target instanceof Element ? event.target.closest('[data-pixel]') : null
    if (cell) setPixel(Number(cell.getAttribute('data-pixel')))
  }
  const key = (event: KeyboardEvent) => {
    const move = arrows[event.key]
    if (!move || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    setPixel(clamp(row + move[0]) * side + clamp(column + move[1]))
  }
  return (
    <div className="one-pixel">
      <p className="plot-name">1 × 1, 3 → 2: a dense layer at each pixel</p>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the arrow keys are those of a slider */}
      <div
        className="pixel-maps"
        role="slider"
        tabIndex={0}
        aria-label="Picked pixel"
        aria-valuemin={1}
        aria-valuemax={side * side}
        aria-valuenow={pixel + 1}
        aria-valuetext={`row ${row + 1}, column ${column + 1}: ${sumWords(0, pixel)}, ${sumWords(1, pixel)}`}
        onClick={pick}
        onKeyDown={key}
      >
        {channels.map((values, i) => (
          <Numbers key={`in ${i}`} name={`Channel ${i + 1}`} values={values} pixel={pixel} />
        ))}
        <span aria-hidden="true">→</span>
        {outputs().map((values, i) => (
          <Numbers key={`out ${i}`} name={`Feature map ${i + 1}`} values={values} pixel={pixel} />
        ))}
      </div>
      <p className="pixel-sums">
        <span>filter 1: {sumWords(0, pixel)}</span>
        <span>filter 2: {sumWords(1, pixel)}</span>
      </p>
    </div>
  )
}
