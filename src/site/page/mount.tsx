/** The React half of an island: loaded with the first figure, not before. */
import { StrictMode, type ComponentType } from 'react'
import { hydrateRoot } from 'react-dom/client'
import type { FigureProps } from '../figures.tsx'

export interface Islet {
  default: ComponentType<FigureProps>
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
