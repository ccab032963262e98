/**
 * Speaks of the run that goes on, for readers who asked for it: into one polite live region of the page, at most a
 * sentence in five seconds. It reads what the figure shows in words, so it says nothing that cannot be read there.
 */
import { createNarrator } from './sentences.ts'

const every = 500

/** Starts to listen to the page's figures; returns how to stop. */
export function narrate(page: Document): () => void {
  const region = page.createElement('div')
  region.className = 'sr'
  region.setAttribute('role', 'status')
  region.dataset['narration'] = ''
  page.body.append(region)
  /** Runs while there is something to tell. */
  let timer: ReturnType<typeof setInterval> | undefined
  let figure: HTMLElement | null = null
  const narrator = createNarrator((sentence) => (region.textContent = sentence))

  /** Two voices would talk over each other: the figure's own is silent meanwhile. */
  const mute = (on: boolean) => {
    const readout = figure?.querySelector('.readout')
    if (on) readout?.setAttribute('aria-live', 'off')
    else readout?.removeAttribute('aria-live')
  }
  const rest = () => {
    clearInterval(timer)
    timer = undefined
  }
  const state = () => figure?.dataset['state'] ?? ''
  const isRunning = () => state() === 'running' || state() === 'loading'
  const end = () => {
    rest()
    goesOn.disconnect()
    mute(false)
    figure = null
  }
  const hear = () => {
    if (!figure?.isConnected) return end()
    const more = narrator.hear(
      {
        plot: figure.querySelector('.plot-box')?.getAttribute('aria-label') ?? '',
        readout: figure.querySelector('.readout')?.textContent ?? '',
        running: isRunning(),
      },
      performance.now(),
    )
    if (more) return
    if (state() === 'paused') rest()
    else end()
  }
  /** After a pause it is told on; a run that was reset meanwhile has nothing more to tell. */
  const goesOn = new MutationObserver(() => {
    if (timer !== undefined) return
    if (isRunning()) timer = setInterval(hear, every)
    else if (state() !== 'paused') end()
  })
  const begin = ({ detail, target }: CustomEvent<{ type: string }>) => {
    if (detail.type !== 'run' || !(target instanceof HTMLElement)) return
    end()
    figure = target
    mute(true)
    narrator.begin()
    goesOn.observe(figure, { attributeFilter: ['data-state'] })
    timer = setInterval(hear, every)
  }
  page.addEventListener('figure', begin)
  return () => {
    page.removeEventListener('figure', begin)
    end()
    region.remove()
  }
}
