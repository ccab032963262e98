/** A slider for the exponent of a norm, whose last stop is infinity. */
import { useId, type CSSProperties } from 'react'
import { exponents, exponentText } from './exponents.ts'

export function ExponentSlider({ value, onChange }: { value: number; onChange: (value: number) => void }) {
  // Said in so many words: without it the label would name the output, the first thing inside that can have one.
  const id = useId()
  const last = exponents.length - 1
  const position = Math.max(0, exponents.indexOf(value))
  return (
    <label className="slider" htmlFor={id}>
      <span>p, the exponent</span>
      <output>{exponentText(value)}</output>
      <input
        id={id}
        type="range"
        min={0}
        max={last}
        step={1}
        value={position}
        aria-valuetext={value === Infinity ? 'infinity' : exponentText(value)}
        style={{ '--v': `${(100 * position) / last}%` } as CSSProperties}
        onChange={({ target }) => onChange(exponents[Number(target.value)] ?? value)}
      />
      <span className="ends" aria-hidden="true">
        <span>{exponentText(exponents[0] ?? value)}</span>
        <span>{exponentText(exponents[last] ?? value)}</span>
      </span>
    </label>
  )
}
