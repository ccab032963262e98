/** What the address of an embedded figure may say beside its settings: `?theme=dark&controls=run&predict=off`. No DOM. */
export const themes = ['system', 'light', 'dark'] as const
export const controls = ['full', 'run', 'none'] as const

export interface Options {
  /** As the reader's system has it, or one of the two. */
  theme: (typeof themes)[number]
  /** The whole control bar; Run, Step and Reset; or none, for a page that gives commands itself. */
  controls: (typeof controls)[number]
  /** Whether the figure's question is asked before Run. */
  predict: boolean
}

const oneOf = <T extends string>(words: readonly [T, ...T[]], word: unknown): T =>
  words.find((one) => one === word) ?? words[0]

/** What is not known counts as not said. */
const themeOf = (word: unknown): Options['theme'] => oneOf(themes, word)

export function optionsIn(search: string): Options {
  const asked = new URLSearchParams(search)
  return {
    theme: themeOf(asked.get('theme')),
    controls: oneOf(controls, asked.get('controls')),
    predict: asked.get('predict') !== 'off',
  }
}

/** Only what differs from the standard: "", "?theme=dark". */
export function searchOf({ theme, controls: shown, predict }: Options): string {
  const words = new URLSearchParams()
  if (theme !== 'system') words.set('theme', theme)
  if (shown !== 'full') words.set('controls', shown)
  if (!predict) words.set('predict', 'off')
  const text = words.toString()
  return text === '' ? '' : `?${text}`
}

/**
 * Runs in the head of an embed page, before anything is painted, so it must stand for itself. It reads the address and
 * the system, and nothing that the book keeps.
 */
export const lookScript =
  `(()=>{const p=new URLSearchParams(location.search),r=document.documentElement.dataset,` +
  `t=p.get('theme'),c=p.get('controls'),m=x=>matchMedia(x).matches;` +
  `r.theme=t==='light'||t==='dark'?t:m('(prefers-color-scheme:dark)')?'dark':'light';` +
  `r.motion=m('(prefers-reduced-motion:reduce)')?'less':'full';` +
  `r.contrast=m('(prefers-contrast:more)')?'more':'plain';` +
  `r.controls=c==='run'||c==='none'?c:'full';if(p.get('predict')==='off')r.predict='off'})()`
