/** How a variant looks in every plot of its figure: colour, dash and marker follow its place in the setup. No DOM. */
import type { Setup } from '../../lab/setup.ts'

/** Six looks; a marker and a dash per colour, so that hue is never the only difference. */
export const markers = ['circle', 'square', 'triangle', 'diamond', 'plus', 'point-down'] as const
export type Marker = (typeof markers)[number]

export interface VariantStyle {
  id: string
  label: string
  note: string
  /** 1 to 6: class `s1`... sets `--c` and `--dash`; the token of the colour is `--c1`... */
  series: number
  marker: Marker
}

export function variantStyles(setup: Setup): ReadonlyMap<string, VariantStyle> {
  return new Map(
    Object.entries(setup.variants).map(([id, { label, note = '' }], place) => {
      const series = (place % markers.length) + 1
      return [id, { id, label, note, series, marker: markers[series - 1] ?? 'circle' }]
    }),
  )
}

/** The outline of a marker of radius `r` around the origin, as SVG path text. */
export function markerPath(marker: Marker, r: number): string {
  const s = r * 0.9
  const arm = r * 0.38
  switch (marker) {
    case 'circle':
      return `M${-r} 0A${r} ${r} 0 1 1 ${r} 0A${r} ${r} 0 1 1 ${-r} 0Z`
    case 'square':
      return `M${-s} ${-s}H${s}V${s}H${-s}Z`
    case 'triangle':
      return `M0 ${-r * 1.15}L${r * 1.1} ${r * 0.85}H${-r * 1.1}Z`
    case 'diamond':
      return `M0 ${-r * 1.2}L${r * 1.2} 0L0 ${r * 1.2}L${-r * 1.2} 0Z`
    case 'plus':
      return `M${-arm} ${-r}H${arm}V${-arm}H${r}V${arm}H${arm}V${r}H${-arm}V${arm}H${-r}V${-arm}H${-arm}Z`
    default:
      return `M0 ${r * 1.15}L${r * 1.1} ${-r * 0.85}H${-r * 1.1}Z`
  }
}
