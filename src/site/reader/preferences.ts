/** Preferences as "Your reading" shows and resets them. */
import { preferences } from '../preferences.ts'
import { preferencesEvent } from '../theme.ts'

/** "theme: dark; text size: large"; empty where all is standard. Words that no preference has are left out. */
export const preferenceWords = (stored: string): string => {
  const words = stored.split(' ')
  return preferences
    .flatMap(({ title, options }) => {
      const chosen = options.find(([word]) => word !== '' && words.includes(word))
      return chosen ? [`${title.toLowerCase()}: ${chosen[1].toLowerCase()}`] : []
    })
    .join('; ')
}

/** Applies the words to this page, its menu included. */
export const applyPreferences = (words: string): void => {
  dispatchEvent(new CustomEvent(preferencesEvent, { detail: words }))
}
