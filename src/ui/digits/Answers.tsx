/** For each network the digit that it reads, its probability, and the probabilities of all ten. */
import type { CSSProperties } from 'react'
import { styleOf, useFigure, useRunValue } from '../figure/FigureContext.ts'
import { VariantKey } from '../figure/VariantKey.tsx'
import { formatPercent } from '../format.ts'
import { likeliest, says } from './answers.ts'
import type { Readings } from './useReadings.ts'

const digits = Array.from({ length: 10 }, (_, digit) => digit)

export function Answers({ readings }: { readings: Readings | null }) {
  const { run } = useFigure()
  const variants = useRunValue(run, (state) => state.variants)
  return (
    <ul className="answers" aria-label="What each network reads">
      {variants.map((variant) => (
        <Answer key={variant} variant={variant} probabilities={readings?.[variant]} />
      ))}
    </ul>
  )
}

function Answer({ variant, probabilities }: { variant: string; probabilities: Float32Array | undefined }) {
  const { run, styles } = useFigure()
  const style = styleOf(styles, variant)
  const diverged = useRunValue(run, (state) => state.diverged[variant]?.[0] != null)
  const reading = probabilities ? likeliest(probabilities) : null
  return (
    <li className={`answer s${style.series}`} data-variant={variant} data-digit={reading?.digit}>
      <span className="sr">
        {probabilities ? says(style.label, probabilities) : `${style.label}: no answer yet`}
      </span>
      <span className="answer-name" aria-hidden="true">
        <VariantKey style={style} />
        {style.label}
      </span>
      <span className="answer-digit num" aria-hidden="true">
        {reading?.digit ?? '–'}
      </span>
      <span className="answer-share num" aria-hidden="true">
        {reading ? formatPercent(reading.probability) : diverged ? 'diverged' : ''}
      </span>
      <span className="bars" aria-hidden="true">
        {digits.map((digit) => (
          <span
            key={digit}
            className={digit === reading?.digit ? 'bar-of most' : 'bar-of'}
            style={{ '--share': reading ? probabilities?.[digit] : 0 } as CSSProperties}
          >
            {digit}
          </span>
        ))}
      </span>
    </li>
  )
}
