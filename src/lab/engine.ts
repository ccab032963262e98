/** The arithmetic that the host runs experiments on. `lab` knows only this; `nn/engine.ts` implements it with tfjs. */

/** In the order in which a tie is decided. */
export const backends = ['wasm', 'webgl', 'cpu'] as const
export type Backend = (typeof backends)[number]

/** As they are called on screen. */
export const backendNames: Readonly<Record<Backend, string>> = { webgl: 'WebGL', wasm: 'wasm', cpu: 'CPU' }

export const isBackend = (value: unknown): value is Backend => backends.includes(value as Backend)

export interface Engine {
  /** Makes `backend` current. Rejects with a sentence that says why this device cannot use it. */
  use(backend: Backend): Promise<void>
  /** Why another backend is known to be faster here, whatever is trained; null where that has to be measured. */
  outrun(backend: Backend): string | null
  /** Resolves when the arithmetic that was asked for is really done (WebGL queues it). */
  settle(): Promise<void>
  /** Throws when what was computed since cannot be trusted: the graphics device was lost. */
  check(): void
  /** Whether an error is the device's (memory, a lost context) and not the experiment's. */
  blames(error: unknown): boolean
  /** Live tensors; level over a run and its reset. */
  tensors(): number
}
