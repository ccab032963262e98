/** Vite plugin: of KaTeX's fonts only woff2 is shipped, and text is shown before they have arrived. */
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
      return { code: css, map: null }
    },
  }
}
