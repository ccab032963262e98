/** One control per kind of field. Each shows the value while it is moved and hands it over when it is let go. */
import { useEffectEvent, useId, useLayoutEffect, useMemo, useRef, useState, type CSSProperties } from 'react'
import type { ChoiceField, RangeField, ToggleField } from '../../lab/config.ts'
import { capital, formatSetting } from '../format.ts'
import { positionOf, stops } from './slider.ts'

/** How long keys rest before a patient slider is let go, in ms. */
const keyRest = 600

export function RangeControl({
  field,
  value,
  described,
  patient = false,
  onChange,
  onMove,
}: {
  field: RangeField
  value: number
  /** Id of what says more about it. */
  described?: string
  /** Keys count once they have come to rest: for what leaves a trace at every change. */
  patient?: boolean
  onChange: (value: number) => void
  /** Told at every move, for what answers at once. */
  onMove?: (value: number) => void
}) {
  const input = useRef<HTMLInputElement>(null)
  // Said in so many words: without it the label would name the output, the first thing inside that can have one.
  const id = useId()
  const [moving, setMoving] = useState<number | null>(null)
  const shown = moving ?? value
  const byKey = useRef(false)
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined)
  // React's onChange fires at every move; a run starts anew only when the slider is let go: the browser's change event.
  const letGo = () => {
    clearTimeout(rest.current)
    if (moving !== null && moving !== value) onChange(moving)
    setMoving(null)
  }
  const commit = useEffectEvent(letGo)
  // Before it is painted: what can be moved is heard.
  useLayoutEffect(() => {
    const element = input.current
    const done = () => {
      if (!patient || !byKey.current) return commit()
      clearTimeout(rest.current)
      rest.current = setTimeout(() => commit(), keyRest)
    }
    element?.addEventListener('change', done)
    return () => {
      clearTimeout(rest.current)
      element?.removeEventListener('change', done)
    }
  }, [patient])
  const { label, min, max, unit, scale } = field
  const values = useMemo(() => stops(field), [field])
  const position = positionOf(values, scale, shown)
  const last = values.length - 1
  return (
    <label className="slider" htmlFor={id}>
      <span>{capital(label)}</span>
      <output>
        {formatSetting(shown)}
        {unit ? <small> {unit}</small> : null}
      </output>
      <input
        ref={input}
        id={id}
        type="range"
        min={0}
        max={last}
        step={1}
        value={position}
        aria-valuetext={`${formatSetting(shown)}${unit ? ` ${unit}` : ''}`}
        aria-describedby={described}
        onKeyDown={() => {
          byKey.current = true
        }}
        onPointerDown={() => {
          byKey.current = false
        }}
        onBlur={letGo}
        style={{ '--v': `${(100 * position) / last}%` } as CSSProperties}
        onChange={({ target }) => {
          const next = values[Number(target.value)] ?? shown
          setMoving(next)
          onMove?.(next)
        }}
      />
      <span className="ends" aria-hidden="true">
        <span>{formatSetting(min)}</span>
        <span>{formatSetting(max)}</span>
      </span>
    </label>
  )
}

export interface SegmentOption<T extends string> {
  id: T
  words: string
  disabled?: boolean
}

/** Two to four words of which one is on. */
export function Segments<T extends string>({
  label,
  options,
  value,
  onChange,
}: {
  label: string
  options: readonly SegmentOption<T>[]
  value: T
  onChange: (value: T) => void
}) {
  return (
    <fieldset className="seg" aria-label={label}>
      {options.map(({ id, words, disabled }) => (
        <button
          key={id}
          type="button"
          aria-pressed={id === value}
          disabled={disabled}
          onClick={() => onChange(id)}
        >
          {words}
        </button>
      ))}
    </fieldset>
  )
}

export function ChoiceControl({
  field,
  value,
  onChange,
}: {
  field: ChoiceField
  value: string
  onChange: (value: string) => void
}) {
  const name = (option: string) => field.names?.[option] ?? option
  const label = capital(field.label)
  const short = field.options.length <= 4 && field.options.map(name).join('').length <= 26
  if (short)
    return (
      <div className="field">
        <span>{label}</span>
        <Segments
          label={label}
          options={field.options.map((id) => ({ id, words: capital(name(id)) }))}
          value={value}
          onChange={onChange}
        />
      </div>
    )
  return (
    <label className="field">
      <span>{label}</span>
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        {field.options.map((option) => (
          <option key={option} value={option}>
            {capital(name(option))}
          </option>
        ))}
      </select>
    </label>
  )
}

export function ToggleControl({
  field,
  value,
  onChange,
}: {
  field: ToggleField
  value: boolean
  onChange: (value: boolean) => void
}) {
  return (
    <label className="field toggle">
      <input type="checkbox" checked={value} onChange={({ target }) => onChange(target.checked)} />
      <span>{capital(field.label)}</span>
    </label>
  )
}
