/** All settings of a figure, made from its config. It opens below the control bar and pushes what follows down. */
import { useState } from 'react'
import type { Config, Field } from '../../lab/config.ts'
import { range } from '../../lab/config.ts'
import { useFigure, useRunState, useRunValue } from '../figure/FigureContext.ts'
import { intoView } from '../figure/intoView.ts'
import { isLive, liveWords, valueNow } from './liveFields.ts'
import { backendNames } from '../../lab/engine.ts'
import { VariantKey } from '../figure/VariantKey.tsx'
import { formatRate } from '../format.ts'
import { ChoiceControl, RangeControl, Segments, ToggleControl } from './fields.tsx'

export function SettingsDrawer({
  linear,
  onLinear,
}: {
  linear: boolean
  onLinear: (linear: boolean) => void
}) {
  const { run, widget } = useFigure()
  const hasLog = Object.values(run.setup.metrics).some(({ scale }) => scale === 'log')
  const fields = Object.entries(run.setup.config)
  return (
    <section className="drawer" ref={intoView} id={`${widget}-settings`} aria-label="Settings">
      <div className="drawer-part">
        <Presets />
        <VariantsShown />
        {hasLog ? (
          <div className="drawer-row">
            <p className="drawer-name">Loss axis</p>
            <Segments
              label="Loss axis"
              options={[
                { id: 'log', words: 'Log' },
                { id: 'linear', words: 'Linear' },
              ]}
              value={linear ? 'linear' : 'log'}
              onChange={(scale) => onLinear(scale === 'linear')}
            />
          </div>
        ) : null}
      </div>
      <div className="drawer-part">
        <LiveFields />
        {fields
          .filter(([, field]) => !isLive(field))
          .map(([name, field]) => (
            <FieldControl key={name} name={name} field={field} />
          ))}
      </div>
      <div className="drawer-part">
        <Seeds />
        <Backends />
      </div>
    </section>
  )
}

/** The fields that need no new start, set apart from the others; nothing where there are none. */
function LiveFields() {
  const { run, widget } = useFigure()
  const words = useRunValue(run, (state) => liveWords(run.setup, state))
  const live = Object.entries(run.setup.config).filter(([, field]) => isLive(field))
  if (live.length === 0) return null
  const id = `${widget}-live`
  return (
    <>
      <div className="live-fields">
        {live.map(([name, field]) => (
          <LiveControl key={name} name={name} field={field} described={id} />
        ))}
        <p className="live-words" id={id}>
          {words}
        </p>
      </div>
      <p className="drawer-name">These start the run again</p>
    </>
  )
}

function LiveControl({ name, field, described }: { name: string; field: Field; described: string }) {
  const { run } = useFigure()
  const value = useRunValue(run, (state) => valueNow(state, name))
  return field.kind === 'range' ? (
    <RangeControl
      field={field}
      value={Number(value)}
      described={described}
      patient
      onChange={(next) => run.change({ [name]: next })}
    />
  ) : null
}

function FieldControl({ name, field }: { name: string; field: Field }) {
  const { run } = useFigure()
  const value = useRunValue(run, ({ config }) => (config as Readonly<Record<string, unknown>>)[name])
  const change = (next: unknown) => run.configure({ config: { [name]: next } as never })
  switch (field.kind) {
    case 'range':
      return <RangeControl field={field} value={Number(value)} onChange={change} />
    case 'choice':
      return <ChoiceControl field={field} value={String(value)} onChange={change} />
    default:
      return <ToggleControl field={field} value={value === true} onChange={change} />
  }
}

/** Values of a preset, with the published value of everything that it does not name. */
function presetValues(config: Config, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(config).map(([name, field]) => [name, values[name] ?? field.default]),
  )
}

function Presets() {
  const { run } = useFigure()
  const config = useRunValue(run, (state) => state.config) as Readonly<Record<string, unknown>>
  const presets = run.setup.presets ?? [{ label: 'As published', values: {} }]
  return (
    <div className="drawer-row">
      <p className="drawer-name">Presets</p>
      <div className="chips">
        {presets.map(({ label, values }) => {
          const all = presetValues(run.setup.config, values)
          const on = Object.entries(all).every(([name, value]) => config[name] === value)
          return (
            <button
              key={label}
              type="button"
              className="chip"
              aria-pressed={on}
              onClick={() => run.configure({ config: all as never })}
            >
              {label}
            </button>
          )
        })}
      </div>
    </div>
  )
}

function VariantsShown() {
  const { run, styles } = useFigure()
  const variants = useRunValue(run, (state) => state.variants)
  if (styles.size < 2) return null
  const toggle = (id: string) => {
    const next = [...styles.keys()].filter((one) => (one === id) !== variants.includes(one as never))
    if (next.length > 0) run.configure({ variants: next })
  }
  return (
    <div className="drawer-row">
      <p className="drawer-name">Variants shown</p>
      <div className="chips">
        {[...styles.values()].map((style) => {
          const on = variants.includes(style.id)
          return (
            <button
              key={style.id}
              type="button"
              className={`chip variant s${style.series}`}
              aria-pressed={on}
              disabled={on && variants.length === 1}
              onClick={() => toggle(style.id)}
            >
              <VariantKey style={style} />
              {style.label}
            </button>
          )
        })}
      </div>
    </div>
  )
}

const seedCount = range({ label: 'seeds per variant', min: 1, max: 10, default: 5, step: 1 })

const from = (first: number, count: number) => Array.from({ length: count }, (_, i) => first + i)

function Seeds() {
  const { run } = useFigure()
  const seeds = useRunValue(run, (state) => state.seeds)
  const first = seeds[0] ?? 0
  const [draft, setDraft] = useState<string | null>(null)
  const commit = () => {
    if (draft === null) return
    setDraft(null)
    const next = Math.max(0, Math.round(Number(draft) || 0))
    if (next !== first) run.configure({ seeds: from(next, seeds.length) })
  }
  return (
    <>
      <RangeControl
        field={{ ...seedCount, unit: seeds.length === 1 ? 'run' : 'runs' }}
        value={seeds.length}
        onChange={(count) => run.configure({ seeds: from(first, count) })}
      />
      <div className="field">
        <label>
          First seed{' '}
          <input
            type="number"
            min={0}
            step={1}
            value={draft ?? first}
            onChange={({ target }) => setDraft(target.value)}
            onBlur={commit}
            onKeyDown={(event) => {
              if (event.key === 'Enter') commit()
            }}
          />
        </label>
        <button
          type="button"
          className="btn line"
          onClick={() => run.configure({ seeds: from(first + seeds.length, seeds.length) })}
        >
          Next seeds
        </button>
      </div>
    </>
  )
}

function Backends() {
  const { run } = useFigure()
  const { backendChoice, backendReport } = useRunState(run)
  const unusable = (backend: string) =>
    backendReport.some(
      (report) => report.backend === backend && report.stepsPerSecond === null && !report.untimed,
    )
  return (
    <div className="drawer-row">
      <p className="drawer-name">Arithmetic runs on</p>
      <Segments
        label="Backend"
        options={[
          { id: 'auto', words: 'Fastest' },
          { id: 'webgl', words: backendNames.webgl, disabled: unusable('webgl') },
          { id: 'wasm', words: backendNames.wasm, disabled: unusable('wasm') },
          { id: 'cpu', words: backendNames.cpu, disabled: unusable('cpu') },
        ]}
        value={backendChoice}
        onChange={(backend) => run.configure({ backend })}
      />
      {backendReport.length > 0 ? (
        <ul className="report">
          {backendReport.map(({ backend, stepsPerSecond, why }) => (
            <li key={backend}>
              {backendNames[backend]}:{' '}
              {stepsPerSecond === null
                ? (why ?? 'cannot be used here')
                : `${formatRate(stepsPerSecond)} steps/s measured here${why ? `: ${why}` : ''}`}
            </li>
          ))}
        </ul>
      ) : (
        <p className="report">Measured on this device at the first Run.</p>
      )}
    </div>
  )
}
