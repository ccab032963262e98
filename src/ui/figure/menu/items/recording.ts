import type { Items } from '../menuItem.ts'

export const recording: Items = ({ playing, play, leave }) => [
  {
    icon: 'recording',
    words: playing ? 'Back to the live figure' : 'Play the recording',
    letter: 'p',
    act: playing ? leave : play,
  },
]
