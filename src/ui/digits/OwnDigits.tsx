/**
 * The reader's part of a figure that learns digits: draw one and see it read, or train on files of one's own.
 * Closed at first; the site's own files, where it has some, are taken all the same.
 */
import { lazy, Suspense, useCallback, useState } from 'react'
import { useFigure } from '../figure/FigureContext.ts'
import { useFiles, type ReadImages } from './useFiles.ts'

/** Their code comes when a reader opens them. */
const DrawingPad = lazy(() => import('./DrawingPad.tsx').then((part) => ({ default: part.DrawingPad })))
const DropZone = lazy(() => import('./DropZone.tsx').then((part) => ({ default: part.DropZone })))

export interface OwnDigitsProps {
  /** Reads the reader's files. @throws a sentence that says what is wrong with them. Must not change. */
  read: ReadImages
  /**
   * Makes a drawing into what the networks see; null where nothing is drawn. Must not change.
   * @param ink `side * side` brightnesses in [0, 1], 1 is ink.
   * @param own whether the networks learn from files rather than the book's digits.
   */
  prepare: (ink: Float32Array, side: number, own: boolean) => Float32Array | null
}

export function OwnDigits({ read, prepare }: OwnDigitsProps) {
  const { widget } = useFigure()
  const [open, setOpen] = useState(false)
  const files = useFiles(read)
  const own = files.images !== null
  const prepared = useCallback((ink: Float32Array, side: number) => prepare(ink, side, own), [prepare, own])
  return (
    <div className="own">
      <button
        type="button"
        className="btn own-open"
        aria-expanded={open}
        aria-controls={open ? `${widget}-own` : undefined}
        onClick={() => setOpen(!open)}
      >
        <span className="own-mark" aria-hidden="true" />
        Your own digits
        <span className="own-hint">draw one, or bring a file</span>
      </button>
      {files.error !== null && !open ? (
        <p className="own-error" role="alert">
          {files.error}
        </p>
      ) : null}
      {open ? (
        <div className="own-parts" id={`${widget}-own`}>
          <Suspense>
            <DrawingPad prepare={prepared} />
            <DropZone files={files} />
          </Suspense>
        </div>
      ) : null}
    </div>
  )
}
