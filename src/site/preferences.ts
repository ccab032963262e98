/** What the reader may choose: the menu is made of it, and "Your reading" says it. */
import { spokenRuns } from './theme.ts'

interface Preference {
  name: string
  title: string
  /** The word that is kept, and what the menu says; one of them is the standard, without a word. */
  options: readonly (readonly [word: string, label: string])[]
}

const system = ['', 'Follow the system'] as const

export const preferences: readonly Preference[] = [
  { name: 'theme', title: 'Theme', options: [['light', 'Light'], ['dark', 'Dark'], system] },
  {
    name: 'text',
    title: 'Text size',
    options: [
      ['small-text', 'Small'],
      ['', 'Standard'],
      ['large-text', 'Large'],
      ['larger-text', 'Larger'],
    ],
  },
  {
    name: 'lines',
    title: 'Line spacing',
    options: [
      ['', 'Standard'],
      ['wide-lines', 'Wide'],
    ],
  },
  { name: 'motion', title: 'Motion', options: [['full-motion', 'Full'], ['less-motion', 'Less'], system] },
  {
    name: 'contrast',
    title: 'Contrast',
    options: [['plain-contrast', 'Standard'], ['more-contrast', 'More'], system],
  },
  {
    name: 'voice',
    title: 'Speak of runs, for a screen reader',
    options: [
      ['', 'Events only'],
      [spokenRuns, 'Progress, too'],
    ],
  },
]
