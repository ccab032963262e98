/**
 * Part of the script in the head of each page, so it must stand for itself. Asks for the fonts of the first screen before
 * the style sheet names them, so that letters do not change; but not on a slow link, where fonts would hold up the style
 * sheet, and with it everything, by a second. There the page stands in letters of the system, made as large as ours
 * (styles/fallbacks.css), until page/letters.ts has brought the book's own. On a quick link only formulas wait for theirs,
 * and stand in the letters of the text.
 */

/** ms from the press of a link to the head of its page; where that takes longer, fonts come after the style sheet. */
const quick = 150

/** ms after which letters come as they like: the page's script, which brings them, did not come, or they take too long. */
const patience = 15_000

export const fontsScript = (fonts: readonly string[]): string =>
  fonts.length === 0
    ? ''
    : `(r=>{if(performance.now()<${quick}){r.letters='words';for(const href of ${JSON.stringify(fonts)})` +
      `document.head.append(Object.assign(document.createElement('link'),` +
      `{rel:'preload',as:'font',type:'font/woff2',crossOrigin:'',href}))}else r.letters='system';` +
      `setTimeout(()=>delete r.letters,${patience})})(document.documentElement.dataset);`
