/**
 * Part of the script in the head of each page, so it must stand for itself. Says that what is below the first blocks of
 * a text may be laid out later (styles/prose.css; page/rest.ts then does). Not where the reader arrives further down:
 * at an anchor, or at the place where a page was left; what is above has its height there before anything is seen.
 *
 * Until the first screen is painted, or the reader does something, what waits has no boxes at all: when a page has been
 * read to its end, a browser that fills in forms asks each field where it is, and would lay out block after block.
 */
export const restScript =
  `(r=>{if(location.hash||performance.getEntriesByType('navigation')[0]?.type!=='navigate')return;r.rest='hidden';` +
  `const w=()=>{if(r.rest)r.rest='waiting'};` +
  `for(const e of ['wheel','scroll','pointerdown','keydown'])addEventListener(e,w,{once:true,capture:true,passive:true});` +
  `addEventListener('DOMContentLoaded',()=>requestAnimationFrame(()=>setTimeout(w)))})(document.documentElement.dataset);`
