/**
 * How long a reader waits for what a figure has to say: seconds from Run, at the speed at which it opens, with every
 * variant and seed and the backend that it chooses. All figures of all chapters, found in the built pages.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { built, launch, openFigure, serveSite } from './site.mjs'
import { slowDown } from './slow.mjs'

/** Where there is no GPU. */
const withoutGpu = ['--disable-gpu', '--disable-3d-apis']
/** Milliseconds that somebody reads before Run; seconds after which nobody waits any more. */
const [reading, patience] = [4000, 300]
/** How many times slower the processor is in each column. */
const slowness = [1, 4]

/** [chapter's path, widget] in the order of the pages. */
function figures() {
  const language = path.join(built, 'en')
  const chapters = readdirSync(language).filter((name) => existsSync(path.join(language, name, 'index.html')))
  return chapters.flatMap((chapter) => {
    const html = readFileSync(path.join(language, chapter, 'index.html'), 'utf8')
    const names = [...html.matchAll(/data-island="widgets\/([^"]+)"/g)].map(([, name]) => name)
    return [...new Set(names)].map((widget) => [`en/${chapter}/`, widget])
  })
}

/** Notes when the figure's readout first has words, and when its own run, not the recording of it, is over. */
const listen = (figure) => {
  const seen = { pressed: performance.now(), words: null, done: null, state: 'idle' }
  globalThis.verdict = seen
  const look = () => {
    const seconds = (performance.now() - seen.pressed) / 1000
    seen.state = figure.dataset.state
    // Its recording may play meanwhile; this reader wants the run.
    if ('recording' in figure.dataset) {
      const back = [...figure.querySelectorAll('.strip button')].find(
        ({ textContent }) => textContent === 'Show my run',
      )
      back?.click()
      return
    }
    if (figure.querySelector('.readout')?.textContent.trim()) seen.words ??= seconds
    if (['done', 'failed'].includes(seen.state)) seen.done ??= seconds
  }
  new MutationObserver(look).observe(figure, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ['data-state', 'data-recording'],
  })
  figure.querySelector('[data-run]').click()
}

async function once(browser, server, [chapter, widget], times) {
  const { page, figure, close } = await openFigure(browser, server, widget, '', chapter)
  try {
    await page.waitForTimeout(reading)
    const free = await slowDown(browser, times)
    try {
      await figure.evaluate(listen)
      await page
        .waitForFunction(() => globalThis.verdict.done !== null, null, {
          timeout: 1000 * patience,
          polling: 500,
        })
        .catch((error) => {
          if (error.name !== 'TimeoutError') throw error
        })
    } finally {
      free()
    }
    const { words, done, state } = await page.evaluate(() => globalThis.verdict)
    if (state === 'failed')
      throw new Error(`${widget} failed: ${await figure.locator('.strips').innerText()}`)
    return { words, done, backend: await figure.getAttribute('data-backend') }
  } finally {
    await close()
  }
}

/**
 * @param only widgets; all when absent.
 * @returns a row for each figure: `{ chapter, widget, backend, runs: [{ times, words, done }] }`, seconds or null.
 */
export async function measureVerdicts({ only, progress }) {
  const server = await serveSite()
  const browser = await launch(withoutGpu)
  try {
    const rows = []
    for (const [chapter, widget] of figures().filter((each) => !only || only.includes(each[1]))) {
      const runs = []
      for (const times of slowness) {
        progress(`${widget}, ${times === 1 ? 'as it is' : `slowed ${times} times`}`)
        runs.push({ times, ...(await once(browser, server, [chapter, widget], times)) })
      }
      rows.push({ chapter, widget, backend: runs[0].backend, runs })
    }
    return rows
  } finally {
    await browser.close()
    await server.close()
  }
}
