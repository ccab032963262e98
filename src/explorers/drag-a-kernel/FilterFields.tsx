/** The nine weights of the filter as numbers to be typed. */
import { useState } from 'react'
import { kernelSize, type Kernel } from './slide.ts'

/** Weights are tenths from −9 to 9. */
const most = 9
const allowed = (value: number) => Math.round(Math.max(-most, Math.min(most, value)) * 10) / 10 + 0

export function FilterFields({ kernel, onChange }: { kernel: Kernel; onChange: (kernel: Kernel) => void }) {
  return (
    <div className="filter-fields" role="group" aria-label="Weights of the filter">
      {kernel.map((weight, i) => (
        <WeightField
          key={`weight ${i}`}
          label={`Weight in row ${Math.floor(i / kernelSize) + 1}, column ${(i % kernelSize) + 1}`}
          value={weight}
          onChange={(next) => onChange(kernel.map((each, j) => (j === i ? next : each)))}
        />
      ))}
    </div>
  )
}

/** Keeps what is being typed, "−" or nothing among it, and hands over what is a number. */
function WeightField({
  label,
  value,
  onChange,
}: {
  label: string
  value: number
  onChange: (value: number) => void
}) {
  const [draft, setDraft] = useState<string | null>(null)
  return (
    <input
      type="number"
      aria-label={label}
      min={-most}
      max={most}
      step="any"
      value={draft ?? String(value)}
      onChange={({ target }) => {
        setDraft(target.value)
        if (Number.isFinite(target.valueAsNumber)) onChange(allowed(target.valueAsNumber))
      }}
      onBlur={() => setDraft(null)}
    />
  )
}
