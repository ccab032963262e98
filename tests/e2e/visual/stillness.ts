/** Runs in a page before anything of its own: nothing is begun for later, and what is under way can be waited for. */

declare global {
  interface Window {
    /** What the figures of the page have said when they were ready, by widget. */
    ready: Record<string, { recall: (guess: string | null) => void; shown: () => unknown }>
    /** Resolves when the page has stood still for some frames; what moved, in words, if it does not within 20 seconds. */
    settled: () => Promise<string | null>
  }
}

/** ms: what the page puts off for longer is for readers who stay, and is never begun. */
const soonest = 3000

/** Pages name the day on which they are read. */
const today = Date.UTC(2026, 10, 20, 12)

const style = `
*, *::before, *::after { animation: none !important; transition: none !important; caret-color: transparent !important }
/* Else what was never on the screen is as high as somebody guessed. */
* { content-visibility: visible !important }
/* Letters that came late would leave words closer or wider than letters that did not (src/site/page/letters.ts). */
* { word-spacing: normal !important }
/* Set in whatever the machine has: no font of the book has these letters. */
[lang=ko] { visibility: hidden }`

export interface Stillness {
  /** Whether the figures of the page start. */
  figures: boolean
  soonest: number
  today: number
  style: string
}

/** @param figures whether the figures of the page start */
export const stillnessOf = (figures: boolean): Stillness => ({ figures, soonest, today, style })

/** Playwright sends the text of this function, so it must stand for itself. */
export const stillness = ({ figures, soonest: most, today: day, style: css }: Stillness): void => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets = [sheet]
  window.ready = {}
  document.addEventListener('figure', ({ detail }) => {
    if (detail.type === 'ready') window.ready[detail.widget] = detail
  })
  window.Date = class extends Date {
    constructor(...parts: [] | [number]) {
      if (parts.length === 0) super(day)
      else super(...parts)
    }
    static override now = () => day + performance.now()
  } as DateConstructor

  // First frames and backends are computed when the browser has time: a picture cannot wait for that.
  window.requestIdleCallback = () => 0

  const waiting = new Set<number>()
  const [later, never] = [window.setTimeout.bind(window), window.clearTimeout.bind(window)]
  Object.assign(window, {
    setTimeout: (work: (...rest: unknown[]) => void, delay = 0, ...rest: unknown[]) => {
      if (delay >= most) return 0
      const timer = later(() => {
        waiting.delete(timer)
        work(...rest)
      }, delay)
      waiting.add(timer)
      return timer
    },
    clearTimeout: (timer: number) => {
      waiting.delete(timer)
      never(timer)
    },
  })

  let changes = 0
  new MutationObserver((records) => (changes += records.length)).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  })
  // Not a wait for idle time: on a busy machine it was seen never to come.
  const frame = () => new Promise<void>((done) => requestAnimationFrame(() => later(done)))
  window.settled = async () => {
    const end = performance.now() + 20_000
    for (let quiet = 0; quiet < 3;) {
      const before = changes
      await frame()
      const moves =
        waiting.size > 0
          ? `${waiting.size} timers`
          : document.fonts.status === 'loading' || document.documentElement.dataset['letters']
            ? 'its fonts'
            : changes > before
              ? `${changes - before} changes of its elements`
              : null
      if (moves !== null && performance.now() > end) return moves
      quiet = moves === null ? quiet + 1 : 0
    }
    return null
  }

  if (figures) return
  // Figures of a whole page stay as they came; they have pictures of their own.
  window.IntersectionObserver = class extends IntersectionObserver {
    override observe(target: Element): void {
      if (!target.matches('[data-island], [data-island] *')) super.observe(target)
    }
  }
}
