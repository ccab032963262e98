/** The figure as a program: TensorFlow.js or Keras, of one variant, with the file of its numbers. Client only. */
import { useMemo, useState } from 'react'
import type { CodeRequest, FigureCode, Language, TextFile } from '../../../lab/figureCode.ts'
import { Segments } from '../../controls/fields.tsx'
import { useFigure, useRunValue } from '../FigureContext.ts'
import { intoView } from '../intoView.ts'
import { bookAddress, linkToFigure } from '../link.ts'
import type { MenuFigure, Part } from '../menu/menuItem.ts'
import { CodeButtons } from './CodeButtons.tsx'

type Of = Pick<MenuFigure, 'title' | 'id' | 'number'>

/** @returns the panel of one figure. */
export const codePanel = (code: FigureCode, { title, id, number }: Of): Part =>
  function Panel({ close }) {
    return <CodePanel {...{ code, title, id, number, close }} />
  }

const languages = [
  { id: 'tensorflow', words: 'TensorFlow.js' },
  { id: 'keras', words: 'Keras' },
] as const

function CodePanel({ code, title, id, number, close }: Of & { code: FigureCode; close: () => void }) {
  const { run, widget } = useFigure()
  const [language, setLanguage] = useState<Language>('tensorflow')
  const [chosen, setVariant] = useState<string | null>(null)
  const [network, setNetwork] = useState(0)
  // What the programs depend on, and nothing that moves while the figure trains.
  const config = useRunValue(run, (state) => state.initialConfig)
  const changes = useRunValue(run, (state) => state.changes)
  const variants: readonly string[] = useRunValue(run, (state) => state.variants)
  const seeds = useRunValue(run, (state) => state.seeds)
  const images = useRunValue(run, (state) => state.images)
  const variant = chosen !== null && variants.includes(chosen) ? chosen : (variants[0] ?? '')

  const request = useMemo<CodeRequest>(
    () => ({
      config,
      changes,
      variant,
      network,
      seeds,
      images,
      title: number === undefined ? title : `Figure ${number}, ${title}`,
      link: linkToFigure(run, changes.length > 0 ? 'moment' : 'settings', widget, id, bookAddress()),
    }),
    [config, changes, variant, network, seeds, images, title, number, run, widget, id],
  )
  const program = useMemo(() => programOf(code, language, request), [code, language, request])
  const { networks } = program
  const words = (each: string) => run.setup.variants[each]?.label ?? each
  return (
    <section className="code" ref={intoView} aria-label="The figure as code">
      <div className="code-choices">
        <Segments label="Library" options={languages} value={language} onChange={setLanguage} />
        <Choice
          label="Variant"
          value={variant}
          onChange={setVariant}
          options={variants.map((each) => [each, words(each)])}
        />
        {networks.length > 1 ? (
          <Choice
            label="Network"
            value={String(network)}
            onChange={(place) => setNetwork(Number(place))}
            options={networks.map((name, place) => [String(place), name])}
          />
        ) : null}
        {'source' in program ? (
          <CodeButtons source={program.source} file={() => code.file(request)} needed={program.needsFile} />
        ) : null}
        <button type="button" className="btn quiet" onClick={close}>
          Close
        </button>
      </div>
      {'source' in program ? (
        <Source {...program.source} />
      ) : (
        <p role="alert" className="code-said">
          {program.sorry}
        </p>
      )}
    </section>
  )
}

type Made = { networks: readonly string[] } & (
  | { source: TextFile; needsFile: boolean }
  /** Why there is none, in a sentence. */
  | { sorry: string }
)

function programOf(code: FigureCode, language: Language, request: CodeRequest): Made {
  let networks: readonly string[] = []
  try {
    networks = code.networks(request)
    return { networks, source: code.source(language, request), needsFile: code.needsFile(request) }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { networks, sorry: `These settings cannot be written as a program. ${why}` }
  }
}

function Source({ name, text }: TextFile) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it scrolls, by keyboard too: arrows are its own here, not the epoch line's
    <pre
      className="code-text"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above
      tabIndex={0}
      role="region"
      aria-label={name}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <code>{text}</code>
    </pre>
  )
}

function Choice({
  label,
  value,
  options,
  onChange,
}: {
  label: string
  value: string
  options: readonly (readonly [value: string, words: string])[]
  onChange: (value: string) => void
}) {
  return (
    <label className="code-choice">
      {label}
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}
