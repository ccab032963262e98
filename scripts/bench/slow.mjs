/**
 * A slower processor: the browser's page processes stand still for most of the time. The browser's own throttling
 * slows a page's thread and not the worker, in which figures train. Needs signals, so not Windows.
 */

/** Milliseconds that they run at a time, short beside what a page draws in. */
const slice = 10

/**
 * @param {import('playwright').Browser} browser
 * @param {number} times 1 for no change.
 * @returns {Promise<() => void>} sets them free.
 */
export async function slowDown(browser, times) {
  if (times === 1) return () => undefined
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const pages = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)
  const signal = (name) => {
    for (const id of pages)
      try {
        process.kill(id, name)
      } catch (error) {
        // One that was closed meanwhile has nothing to stop.
        if (error.code !== 'ESRCH') throw error
      }
  }
  let timer
  const run = () => {
    signal('SIGCONT')
    timer = setTimeout(stop, slice)
  }
  const stop = () => {
    signal('SIGSTOP')
    timer = setTimeout(run, (times - 1) * slice)
  }
  stop()
  return () => {
    clearTimeout(timer)
    signal('SIGCONT')
  }
}
