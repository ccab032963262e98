/**
 * How the reader likes to read: theme, size, spacing, motion, contrast. A choice is one word; those that differ from the
 * standard are kept, with spaces between them. Here is decided what holds, from the choice and the system; style sheets
 * and figures see it as attributes of the root: data-theme, data-text, data-lines, data-motion, data-contrast.
 * What there is to choose from is in preferences.ts: no page needs it before a figure.
 */
export const preferencesKey = 'watch-it-learn:preferences'

/** The word of a reader who wants to hear how far a run is; see page/voice.ts. */
export const spokenRuns = 'spoken-runs'

/** Told on the window when the reader chooses: the words, as they are kept. */
export const preferencesEvent = 'preferences'

declare global {
  interface WindowEventMap {
    preferences: CustomEvent<string>
  }
}

/**
 * Runs in the head of each page, before anything is painted, so it must stand for itself. Words that it does not know
 * mean nothing. It follows the system, the menu and other tabs while the page is open. A projector's theme stays. Paper
 * is light, whatever the screen is: figures draw themselves again for it.
 */
export const themeScript =
  `(()=>{let p=[];const r=document.documentElement.dataset,k='${preferencesKey}',` +
  `q=['(prefers-color-scheme:dark)','(prefers-reduced-motion:reduce)','(prefers-contrast:more)','print'].map(x=>matchMedia(x)),` +
  `s=t=>{p=(t||'').split(' ')},h=w=>p.includes(w),` +
  `b=(on,off,i)=>h(on)||!h(off)&&q[i].matches,` +
  `a=()=>{if(!/^proj/.test(r.theme))r.theme=!q[3].matches&&b('dark','light',0)?'dark':'light';` +
  `r.motion=b('less-motion','full-motion',1)?'less':'full';` +
  `r.contrast=b('more-contrast','plain-contrast',2)?'more':'plain';` +
  `r.text=['small','large','larger'].find(w=>h(w+'-text'))||'';r.lines=h('wide-lines')?'wide':''};` +
  `try{s(localStorage.getItem(k))}catch{}a();for(const m of q)m.addEventListener('change',a);` +
  `addEventListener('${preferencesEvent}',e=>{s(e.detail);a()});` +
  `addEventListener('storage',e=>{if(e.key===k||e.key===null){s(e.newValue);a()}})})()`
