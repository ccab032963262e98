/** Finds in what a widget puts into its figure the plots and the panel that a slide shows. */
import { Children, isValidElement, type ComponentProps, type ReactElement, type ReactNode } from 'react'
import { LinePlot, Panel, WidePanel, type LinePlotProps } from '../../ui/index.ts'

export interface SlidePanel {
  title: string
  /** A square for each variant, a picture of another shape for each, or one picture for all. */
  shape: 'square' | 'wide' | 'whole'
  draw: (variant: string) => ReactNode
}

export interface SlideContent {
  plots: LinePlotProps[]
  panel: SlidePanel | null
}

interface Composed {
  children?: ReactNode
}

/** Every element of a tree that is written out, outermost first; what components make of themselves is not seen. */
function* elementsOf(tree: ReactNode): Generator<ReactElement<unknown>> {
  for (const child of Children.toArray(tree)) {
    if (!isValidElement(child)) continue
    yield child
    const { children } = child.props as Composed
    if (typeof children !== 'function') yield* elementsOf(children)
  }
}

/** @throws if the figure has no such plot or panel, with those that it has. */
export function contentOf(
  tree: ReactNode,
  { figure, metrics, panels }: { figure: string; metrics: readonly string[]; panels: readonly string[] },
): SlideContent {
  const plots: LinePlotProps[] = []
  const known: SlidePanel[] = []
  for (const { type, props } of elementsOf(tree)) {
    if (type === LinePlot) plots.push(props as LinePlotProps)
    else if (type === Panel) {
      const { title, height, children } = props as ComponentProps<typeof Panel>
      known.push({ title, shape: height === undefined ? 'square' : 'wide', draw: children })
    } else if (type === WidePanel) {
      const { title, children } = props as ComponentProps<typeof WidePanel>
      known.push({ title, shape: 'whole', draw: () => children })
    }
  }
  const missing = (what: string, name: string, names: readonly string[]) =>
    new Error(`The slide of “${figure}” shows the ${what} “${name}”; its figure has ${names.join(', ')}.`)
  const panel = panels.map((title) => {
    const found = known.find((one) => one.title === title)
    if (!found)
      throw missing(
        'panel',
        title,
        known.map((one) => one.title),
      )
    return found
  })
  return {
    plots: metrics.map((metric) => {
      const found = plots.find((one) => one.metric === metric)
      if (!found)
        throw missing(
          'plot of',
          metric,
          plots.map((one) => one.metric),
        )
      return found
    }),
    panel: panel[0] ?? null,
  }
}
