import type { Items } from '../menuItem.ts'

export const fullScreen: Items = ({ element, say }) => [
  {
    icon: 'screen',
    words: document.fullscreenElement ? 'Leave full screen' : 'Full screen',
    letter: 'f',
    act() {
      const change = document.fullscreenElement ? document.exitFullscreen() : element()?.requestFullscreen()
      change?.catch(() => say('The browser did not let this figure fill the screen.', { ms: 6000 }))
    },
  },
]
