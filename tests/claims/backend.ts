/**
 * The backend that claims are measured on: wasm, and in Chromium each of the three (the project `backends`). The
 * verdicts must not depend on it.
 */
import { inject } from 'vitest'
import type { Backend } from '../../src/lab/engine.ts'

declare module 'vitest' {
  interface ProvidedContext {
    backend?: Backend
  }
}

export const backend: Backend = inject('backend') ?? 'wasm'
