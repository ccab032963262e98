/** Which digits a figure learns from: the book's, the site's, or the reader's own; and what is being read. */
import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react'
import type { Images } from '../../lab/images.ts'
import { useFigure, useRunValue } from '../figure/FigureContext.ts'
import { fetchSiteFiles, siteAddresses } from './siteFiles.ts'

/** Reads files into images. @throws a sentence for the reader. */
export type ReadImages = (files: readonly File[]) => Promise<Images>

export interface Files {
  /** What the figure learns from; null for the book's digits. */
  images: Images | null
  /** The images came with the site. */
  fromSite: boolean
  /** Name of the first of the files that are being read; null when none are. */
  reading: string | null
  /** A sentence about the files that were refused last. */
  error: string | null
  choose: (files: readonly File[]) => void
  book: () => void
  /** Null where the site brings none. */
  site: (() => void) | null
}

const never = () => () => {}
const siteHasDigits = () => siteAddresses().length > 0

export function useFiles(read: ReadImages): Files {
  const { run } = useFigure()
  const images = useRunValue(run, (state) => state.images)
  const [fromSite, setFromSite] = useState(false)
  const [reading, setReading] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  // What is rendered at build time is the same with and without them.
  const siteHas = useSyncExternalStore(never, siteHasDigits, () => false)
  /** Counts choices: only the latest is taken. */
  const choice = useRef(0)

  /** @param wanted whether the images are still wanted when they have been read. */
  async function take(
    name: string,
    files: () => Promise<readonly File[]>,
    site: boolean,
    wanted = () => true,
  ): Promise<void> {
    const mine = ++choice.current
    setReading(name)
    setError(null)
    try {
      const found = await read(await files())
      if (mine !== choice.current || !wanted()) return
      setFromSite(site)
      run.setImages(found)
    } catch (thrown) {
      if (mine === choice.current) setError(thrown instanceof Error ? thrown.message : String(thrown))
    } finally {
      if (mine === choice.current) setReading(null)
    }
  }
  const takeSite = (wanted?: () => boolean) => take('this site’s digits', fetchSiteFiles, true, wanted)

  const takeDefault = useEffectEvent(() => {
    // A run that the reader has begun meanwhile is not thrown away; one that a link began is computed on these digits.
    void takeSite(() => {
      const { status, reach, destination } = run.getState()
      return destination !== null || (status === 'idle' && reach.step === 0)
    })
  })
  const forget = useEffectEvent(() => void choice.current++)
  useEffect(() => {
    if (!siteHas) return undefined
    const timer = setTimeout(() => takeDefault())
    return () => {
      clearTimeout(timer)
      forget()
    }
  }, [siteHas])

  return {
    images,
    fromSite,
    reading,
    error,
    choose(files) {
      void take(files[0]?.name ?? 'files', () => Promise.resolve(files), false)
    },
    book() {
      choice.current++
      setReading(null)
      setError(null)
      run.setImages(null)
    },
    site: siteHas ? () => void takeSite() : null,
  }
}
