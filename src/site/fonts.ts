/**
 * Part of the script in the head of each page, so it must stand for itself. Asks for the fonts of the first screen before
 * the style sheet names them, so that letters do not change; but not on a slow link, where fonts would hold up the style
 * sheet, and with it everything, by a second. There the page is read in a typeface of the system, made as large as ours
 * (styles/fallbacks.css), until the fonts are there.
 */

/** ms from the press of a link to the head of its page; where that takes longer, fonts come after the style sheet. */
const quick = 150

export const fontsScript = (fonts: readonly string[]): string =>
  fonts.length === 0
    ? ''
    : `if(performance.now()<${quick})for(const href of ${JSON.stringify(fonts)})` +
      `document.head.append(Object.assign(document.createElement('link'),` +
      `{rel:'preload',as:'font',type:'font/woff2',crossOrigin:'',href}));`
