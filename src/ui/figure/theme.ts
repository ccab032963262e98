/** Colours and letters for canvases: reads the tokens of the page and tells when they change. Client only. */

export type Rgb = readonly [number, number, number]

const listeners = new Set<() => void>()
let watching = false
let tokens = new Map<string, string>()
let ramps = new Map<string, Uint32Array>()

function changed() {
  tokens = new Map()
  ramps = new Map()
  for (const listener of listeners) listener()
}

function watch() {
  if (watching) return
  watching = true
  new MutationObserver(changed).observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-theme', 'data-contrast', 'data-letters', 'class'],
  })
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed)
}

/** Calls back after the theme changed; returns how to stop. */
export function onThemeChange(listener: () => void): () => void {
  watch()
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The text of a custom property, as computed on the page: `token('--c1')`. */
export function token(name: string): string {
  watch()
  let value = tokens.get(name)
  if (value === undefined) {
    value = getComputedStyle(document.documentElement).getPropertyValue(name).trim()
    tokens.set(name, value)
  }
  return value
}

function rgb(name: string): Rgb {
  const hex = token(name).replace('#', '')
  const full = hex.length === 3 ? hex.replace(/./g, '$&$&') : hex
  const part = (i: number) => Number.parseInt(full.slice(i, i + 2), 16) || 0
  return [part(0), part(2), part(4)]
}

const stops = {
  /** Sign: violet (negative, class A) over neutral to amber (positive, class B). */
  diverging: ['--div-n', '--div-n2', '--div-0', '--div-p2', '--div-p'],
  /** Magnitude, low to high. */
  sequential: ['--seq-0', '--seq-1', '--seq-2', '--seq-3', '--seq-4', '--seq-5'],
} as const
export type RampName = keyof typeof stops

/** 256 colours from the low to the high end, each a pixel of an ImageData seen as Uint32 (little endian). */
export function ramp(name: RampName): Uint32Array {
  const known = ramps.get(name)
  if (known) return known
  const colours = stops[name].map(rgb)
  const table = new Uint32Array(256)
  for (let i = 0; i < 256; i++) {
    const place = (i / 255) * (colours.length - 1)
    const left = Math.min(colours.length - 2, Math.floor(place))
    const mix = (channel: 0 | 1 | 2) => {
      const from = colours[left]?.[channel] ?? 0
      const to = colours[left + 1]?.[channel] ?? 0
      return Math.round(from + (to - from) * (place - left))
    }
    table[i] = (255 << 24) | (mix(2) << 16) | (mix(1) << 8) | mix(0)
  }
  ramps.set(name, table)
  return table
}
