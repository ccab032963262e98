/**
 * The reader's part of a figure that learns digits: draw one and see it read, or train on files of one's own.
 * Closed at first; the site's own files, where it has some, are taken all the same.
 */
import { useCallback } from 'react'
import { useFigure } from '../figure/FigureContext.ts'
import { useLoaded } from '../figure/useLoaded.ts'
import { useFiles, type ReadImages } from './useFiles.ts'

const loadParts = async () => {
  const [{ DrawingPad }, { DropZone }] = await Promise.all([
    import('./DrawingPad.tsx'),
    import('./DropZone.tsx'),
  ])
  return { DrawingPad, DropZone }
}

export interface OwnDigitsProps {
  /** Reads the reader's files. @throws a sentence that says what is wrong with them. Must not change. */
  read: ReadImages
  /**
   * Makes a drawing into what the networks see; null where nothing is drawn. Must not change.
   * @param ink `side * side` brightnesses in [0, 1], 1 is ink.
   * @param own whether the networks learn from files rather than the book's digits.
   */
  prepare: (ink: Float32Array, side: number, own: boolean) => Float32Array | null
  /** Is told what `prepare` made of each change of the drawing. */
  onImage?: ((image: Float32Array | null) => void) | undefined
}

export function OwnDigits({ read, prepare, onImage }: OwnDigitsProps) {
  const { widget } = useFigure()
  const { part, trouble, toggle } = useLoaded(
    loadParts,
    'The drawing pad could not be loaded. Press “Your own digits” to try again.',
  )
  const files = useFiles(read)
  const own = files.images !== null
  const prepared = useCallback((ink: Float32Array, side: number) => prepare(ink, side, own), [prepare, own])
  return (
    <div className="own">
      <button
        type="button"
        className="btn own-open"
        aria-expanded={part !== null}
        aria-controls={part ? `${widget}-own` : undefined}
        onClick={toggle}
      >
        <span className="own-mark" aria-hidden="true" />
        Your own digits
        <span className="own-hint">draw one, or bring a file</span>
      </button>
      {[trouble, part ? null : files.error].map((words) =>
        words === null ? null : (
          <p key={words} className="own-error" role="alert">
            {words}
          </p>
        ),
      )}
      {part ? (
        <div className="own-parts" id={`${widget}-own`}>
          <part.DrawingPad prepare={prepared} onImage={onImage} />
          <part.DropZone files={files} />
        </div>
      ) : null}
    </div>
  )
}
