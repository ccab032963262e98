/** The Content-Security-Policy that each built page states: nothing from anywhere else, one inline script by its hash. */
import { createHash } from 'node:crypto'
import { themeScript } from '../theme.ts'

const hash = (script: string) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`

export const policy = [
  "default-src 'self'",
  `script-src 'self' 'wasm-unsafe-eval' ${hash(themeScript)}`,
  "style-src 'self' 'unsafe-inline'",
  "worker-src 'self' blob:",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "font-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
].join('; ')
