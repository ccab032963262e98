/** One sentence that a figure, or a part of it, says of something that the reader asked for. Client only. */
import { useCallback, useState, type ReactNode } from 'react'

export interface Note {
  words: string
  /** What the reader can do about it. */
  below?: ReactNode
}

const silence: Note = { words: '' }

export function useNote() {
  const [note, setNote] = useState(silence)
  /** `ms`: how long it stands; until something else is said when absent. */
  const say = useCallback((words: string, { below, ms }: Pick<Note, 'below'> & { ms?: number } = {}) => {
    const next = { words, below }
    setNote(next)
    if (ms !== undefined) setTimeout(() => setNote((now) => (now === next ? silence : now)), ms)
  }, [])
  return { note, say }
}
