/**
 * What a run of the figure gave when it was recorded: shown on paper and to readers without JavaScript, in the place
 * of the plots. It is made when the page is built; the browser keeps what came with the page and has no code for it.
 */
import { createContext, useContext } from 'react'

/** HTML; empty in the browser, and for a figure without a recording. */
export const RecordedContext = createContext('')

export function Recorded() {
  const html = useContext(RecordedContext)
  // The page's HTML has more than the browser would make: hydration leaves it as it is.
  return <div className="recorded" suppressHydrationWarning dangerouslySetInnerHTML={{ __html: html }} />
}
