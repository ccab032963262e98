/** The React half of an island: loaded with the first figure, not before. */
import { StrictMode, type ComponentType } from 'react'
import { hydrateRoot } from 'react-dom/client'
import type { FigureProps } from '../figures.tsx'

export interface Islet {
  default: ComponentType<FigureProps>
}

const modules = import.meta.glob<Islet>(['../../widgets/*/index.tsx', '../../explorers/*/index.tsx'])

/** Loads the code of the figure that `island` names. */
export const codeOf = async (island: HTMLElement): Promise<Islet> => {
  const name = island.dataset['island'] ?? ''
  const load = modules[`../../${name}/index.tsx`]
  if (!load) throw new Error(`No code for the figure ${name}.`)
  return load()
}

/** Hydrates `island`; `fail` hears of an error that took the figure down. Sets `data-hydrated`. */
export const mount = (
  island: HTMLElement,
  { default: Content }: Islet,
  fail: (error: unknown) => void,
): void => {
  const props = JSON.parse(island.dataset['props'] ?? '{}') as FigureProps
  const root = hydrateRoot(
    island,
    <StrictMode>
      <Content {...props} />
    </StrictMode>,
    {
      identifierPrefix: `${props.id}-`,
      onRecoverableError: (error) => console.error('Hydration:', error),
      onUncaughtError: (error) => {
        // React has emptied the island; let it finish before the prerendered figure returns.
        queueMicrotask(() => {
          root.unmount()
          delete island.dataset['hydrated']
          fail(error)
        })
      },
    },
  )
  island.dataset['hydrated'] = ''
}
