/** Vite plugin: KaTeX's styles as a layer that ours can override, its fonts as woff2 only, never hiding the text. */
import type { Plugin } from 'vite'

export function katexFonts(): Plugin {
  return {
    name: 'book:katex-fonts',
    enforce: 'pre',
    transform(code, id) {
      if (!/katex\.min\.css(\?|$)/.test(id)) return null
      const css = code
        .replaceAll(/,url\([^)]+\.(woff|ttf)\) format\("(woff|truetype)"\)/g, '')
        .replaceAll('font-display:block', 'font-display:swap')
      return { code: `@layer katex{${css}}`, map: null }
    },
  }
}
