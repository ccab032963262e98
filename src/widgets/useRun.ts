/** Binds a figure to the one worker of its page, and to the settings that the page's address holds for it. */
import { useLayoutEffect, useState } from 'react'
import { createClient } from '../lab/client.ts'
import { fromLink } from '../lab/link.ts'
import { createRun } from '../lab/run.ts'
import type { Run } from '../lab/runState.ts'
import type { Setup } from '../lab/setup.ts'

/** `?simd=off`: only what tfjs itself computes with, to compare or where our own kernels are in doubt. */
const workerName = () =>
  new URLSearchParams(location.search).get('simd') === 'off' ? 'lab, without SIMD kernels' : 'lab'

/** Inert until a run asks for something, so this module can be loaded at build time too. */
const client = createClient(
  () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: workerName() }),
)

/** `?one-bend=v%3D1%26depth%3D6` or `#one-bend?v=1&depth=6`; null when the address says nothing of the figure. */
function settingsIn(address: Location, widget: string): string | null {
  const asked = new URLSearchParams(address.search).get(widget)
  const [place, ...rest] = address.hash.slice(1).split('?')
  return asked ?? (place === widget && rest.length > 0 ? rest.join('?') : null)
}

/** The figure's run, the same object for as long as the figure is mounted. `widget` is its folder. */
export function useRun<S extends Setup, View = unknown>(widget: string, setup: S): Run<S, View> {
  const [run] = useState(() => createRun<S, View>({ widget, setup, client, storage: () => localStorage }))
  useLayoutEffect(() => {
    // Only now: what was rendered at build time shows the published settings. Before Run can be pressed: it would be undone.
    let opened: string | null = null
    const open = () => {
      const text = settingsIn(window.location, widget)
      // A reader who follows another link within the page keeps the run.
      if (text === null || text === opened) return
      opened = text
      run.adopt(fromLink(setup, text))
    }
    open()
    window.addEventListener('hashchange', open)
    return () => {
      window.removeEventListener('hashchange', open)
      run.dispose()
    }
  }, [run, widget, setup])
  return run
}
