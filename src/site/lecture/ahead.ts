/** The code of a lecture's figures, and what is fetched ahead so that the network may go. Client only. */
import type { ComponentType } from 'react'
import { keepRecording } from '../../ui/figure/loadRecording.ts'
import type { FigureProps } from '../../ui/index.ts'

export type Widget = ComponentType<FigureProps>

const modules = import.meta.glob<{ default: Widget }>('../../widgets/*/index.tsx')

/** @throws if the figure's code does not arrive. */
export async function loadWidget(name: string): Promise<Widget> {
  const load = modules[`../../widgets/${name}/index.tsx`]
  if (!load) throw new Error(`There is no figure “${name}”.`)
  return (await load()).default
}

/** One after the other, nearest first, so that the slide that is shown has the network to itself before. */
export async function fetchAhead(widgets: readonly string[], index: number): Promise<void> {
  const order = [...widgets.slice(index), ...widgets.slice(0, index).toReversed()]
  for (const widget of new Set(order)) {
    const arrived = await Promise.allSettled([loadWidget(widget), keepRecording(widget)])
    // Each is asked for again when its slide is shown; there it says what is wrong.
    for (const { status } of arrived)
      if (status === 'rejected') console.info(`A slide could not be fetched ahead: ${widget}.`)
  }
}
