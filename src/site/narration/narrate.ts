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
  let timer: ReturnType<typeof setInterval> | undefined
  let figure: HTMLElement | null = null
  const narrator = createNarrator((sentence) => (region.textContent = sentence))

  /** Two voices would talk over each other: the figure's own is silent meanwhile. */
  const mute = (on: boolean) => {
    const readout = figure?.querySelector('.readout')
    if (on) readout?.setAttribute('aria-live', 'off')
    else readout?.removeAttribute('aria-live')
  }
  const end = () => {
    clearInterval(timer)
    timer = undefined
    mute(false)
    figure = null
  }
  const hear = () => {
    if (!figure?.isConnected) return end()
    const more = narrator.hear(
      {
        plot: figure.querySelector('.plot-box')?.getAttribute('aria-label') ?? '',
        readout: figure.querySelector('.readout')?.textContent ?? '',
        running: figure.dataset['state'] === 'running' || figure.dataset['state'] === 'loading',
      },
      performance.now(),
    )
    if (!more && figure.dataset['state'] !== 'paused') end()
  }
  const begin = ({ detail, target }: CustomEvent<{ type: string }>) => {
    if (detail.type !== 'run' || !(target instanceof HTMLElement)) return
    end()
    figure = target
    mute(true)
    narrator.begin()
    timer = setInterval(hear, every)
  }
  page.addEventListener('figure', begin)
  return () => {
    page.removeEventListener('figure', begin)
    end()
    region.remove()
  }
}
