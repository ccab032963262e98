/** Does `work` when the page has nothing better to do, or after `atMost` ms. */
export const whenIdle = (work: () => void, atMost: number): void => {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: atMost })
  else setTimeout(work)
}

/** Does `work` once everything that the page came with has been loaded. */
export const afterLoad = (work: () => void): void => {
  if (document.readyState === 'complete') work()
  else addEventListener('load', work)
}
