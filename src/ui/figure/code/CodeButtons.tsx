/** Copies a program, and saves the file that it reads. */
import { useEffect, useRef, useState } from 'react'
import type { TextFile } from '../../../lab/figureCode.ts'
import { copyText } from '../../clipboard.ts'
import { download } from '../../download.ts'

/** How long "Copied" stands, in ms. */
const stands = 4000

export function CodeButtons({
  source,
  file,
  needed,
}: {
  source: TextFile
  /** Draws the numbers anew at each call. */
  file: () => TextFile
  /** Whether the program cannot run without the file. */
  needed: boolean
}) {
  const [said, setSaid] = useState('')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const say = (words: string, ms?: number) => {
    clearTimeout(timer.current)
    setSaid(words)
    if (ms !== undefined) timer.current = setTimeout(() => setSaid(''), ms)
  }
  const copy = async () => {
    if (await copyText(source.text)) say('Copied', stands)
    else say('The browser did not let this page copy. Select the code and copy it by hand.')
  }
  const save = () => {
    say('Drawing the numbers')
    // Digits take a moment: the words are shown first.
    setTimeout(() => {
      try {
        const { name, text } = file()
        download(name, new Blob([text], { type: 'application/json' }))
        say(`Saved as ${name}. Keep it beside the program.`)
      } catch (error) {
        const why = error instanceof Error ? ` ${error.message}` : ''
        say(`The file could not be made.${why}`)
      }
    }, 30)
  }
  return (
    <div className="code-buttons">
      <button type="button" className="btn line" onClick={() => void copy()}>
        Copy
      </button>
      <button type="button" className="btn line" onClick={save}>
        Save data and starting weights
      </button>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- <output> belongs to a form, and is read less reliably */}
      <p className="code-said" role="status">
        {said ||
          (needed
            ? 'The program reads the saved file.'
            : 'With the saved file the numbers are the figure’s own.')}
      </p>
    </div>
  )
}
