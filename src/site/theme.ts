/** Light, dark, or as the system has it. Shared by the script before first paint and the menu. */
export const themes = ['light', 'dark', 'system'] as const
export type Theme = (typeof themes)[number]

export const themeKey = 'theme'

/** Runs in the head of each page, before anything is painted; it must stand for itself. */
export const themeScript =
  `(()=>{let t;try{t=localStorage.getItem(${JSON.stringify(themeKey)})}catch{t=null}` +
  `document.documentElement.dataset.theme=t==='light'||t==='dark'?t:` +
  `matchMedia('(prefers-color-scheme:dark)').matches?'dark':'light'})()`
