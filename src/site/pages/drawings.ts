/** A small drawing for each chapter, `drawings/<slug>.svg`, in the colours of the theme. */
const files = import.meta.glob<string>('./drawings/*.svg', { query: '?raw', import: 'default', eager: true })

/** The SVG of a chapter; empty if it has none. */
export const drawing = (slug: string): string => files[`./drawings/${slug}.svg`] ?? ''
