/** The React half of an island: loaded with the first figure, not before. */
import { StrictMode, useEffect, type ComponentType, type ReactNode } from 'react'
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

/** Says when what is in it has come to life: the effects of a parent run after those of its children. */
function Told({ live, children }: { live: () => void; children: ReactNode }) {
  useEffect(live, [live])
  return children
}

/**
 * Hydrates `island`; `fail` hears of an error that took the figure down. Sets `data-hydrated` once all that is in it
 * hears the reader, and resolves; after an error, too.
 */
export const mount = (
  island: HTMLElement,
  { default: Content }: Islet,
  fail: (error: unknown) => void,
): Promise<void> =>
  new Promise((settle) => {
    const props = JSON.parse(island.dataset['props'] ?? '{}') as FigureProps
    const live = () => {
      island.dataset['hydrated'] = ''
      settle()
    }
    const root = hydrateRoot(
      island,
      <StrictMode>
        <Told live={live}>
          <Content {...props} />
        </Told>
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
            settle()
          })
        },
      },
    )
  })
