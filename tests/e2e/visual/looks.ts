/** In which forms a page is looked at. */
import type { Place } from './places.ts'

export interface Look {
  theme: 'light' | 'dark' | 'projector' | 'projector-dark'
  width: number
  height: number
}

const wide = { width: 1440, height: 900 }
const narrow = { width: 390, height: 844 }

const onScreens: readonly Look[] = [
  { theme: 'light', ...wide },
  { theme: 'dark', ...wide },
  { theme: 'light', ...narrow },
  { theme: 'dark', ...narrow },
]
/** A projector's themes are worn by lectures alone. */
const onProjectors: readonly Look[] = [
  { theme: 'projector', width: 1440, height: 810 },
  { theme: 'projector-dark', width: 1440, height: 810 },
  { theme: 'projector', ...narrow },
]

export const looksOf = ({ kind }: Place): readonly Look[] => (kind === 'slides' ? onProjectors : onScreens)

export const lookName = ({ theme, width }: Look) => `${theme} at ${width} px`
