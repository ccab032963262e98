/** Copies a program, and saves the file that it reads. */
import type { TextFile } from '../../../lab/figureCode.ts'
import { copyText } from '../../clipboard.ts'
import { download } from '../../download.ts'
import { useNote } from '../useNote.ts'

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
  const { note, say } = useNote()
  const copy = async () => {
    if (await copyText(source.text)) say('Copied', { ms: stands })
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
        {note.words ||
          (needed
            ? 'The program reads the saved file.'
            : 'With the saved file the numbers are the figure’s own.')}
      </p>
    </div>
  )
}
