/** A place in a page of the gallery in which something is drawn, until the test is over. */
import { StrictMode, useEffect, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { onTestFinished } from 'vitest'
import '../../src/site/styles.ts'

/** Effects run in the order of the page: when its own does, those of all that stands before it have run. */
function Last({ told }: { told: () => void }) {
  useEffect(told, [told])
  return null
}

/** Resolves once what is drawn listens and has its size: React does that later than it draws, and a click could come before. */
export async function draw(what: ReactNode): Promise<HTMLElement> {
  const place = document.body.appendChild(document.createElement('main'))
  const root = createRoot(place)
  onTestFinished(() => {
    root.unmount()
    place.remove()
  })
  const pass = () =>
    new Promise<void>((told) =>
      root.render(
        <StrictMode>
          {what}
          <Last told={told} />
        </StrictMode>,
      ),
    )
  await pass()
  // What effects have measured, or read in the address, is drawn in a second one.
  await pass()
  return place
}

/** The same, of a figure or an explorer: its own element. */
export async function drawFigure(what: ReactNode): Promise<HTMLElement> {
  const figure = (await draw(what)).querySelector<HTMLElement>('figure:is([data-figure], [data-explorer])')
  if (!figure) throw new Error('The figure has not been drawn.')
  return figure
}
