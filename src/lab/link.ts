/** Settings, and the moment to show, from the text of a link; `toLink.ts` writes it, and is not needed before a reader copies one. */
import { parseSettings, type RawSettings, type Settings } from './parseSettings.ts'
import type { Setup } from './setup.ts'

/** Links that only hold settings are of version 1; version 2 added `at` and `change`. */
export const [plain, momentous] = ['1', '2']

/** A hand-edited link can hold a lone %: then it stands for itself. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return text
    throw error
  }
}

/** What is told of a link; there is no end to what can stand in one. */
const mostSentences = 12

function shortened(sentences: string[]): string[] {
  if (sentences.length <= mostSentences) return sentences
  const told = sentences.slice(0, mostSentences - 1)
  return [
    ...told,
    `${sentences.length - told.length} more things in this link could not be taken as they are.`,
  ]
}

/** The nearest valid settings to what stands in `text`, and a sentence for each thing that had to change, up to twelve. */
export function fromLink<S extends Setup>(setup: S, text: string): Settings<S> & { corrections: string[] } {
  const config: [string, string][] = []
  const raw: RawSettings = {}
  const changes: string[] = []
  const notes: string[] = []
  for (const pair of text.replace(/^[?#]/, '').split('&')) {
    if (pair === '') continue
    const at = pair.includes('=') ? pair.indexOf('=') : pair.length
    const name = decode(pair.slice(0, at))
    const value = pair.slice(at + 1)
    if (name === 'seeds' || name === 'variants') raw[name] = value.split(',').map(decode)
    else if (name === 'backend' || name === 'at') raw[name] = decode(value)
    else if (name === 'change') changes.push(...decode(value).split(','))
    else if (name !== 'v') config.push([name, decode(value)])
    else if (value !== plain && value !== momentous)
      notes.push('This link was made by another edition of the book; what is known here was used.')
  }
  const { corrections, ...settings } = parseSettings(setup, {
    ...raw,
    changes,
    config: Object.fromEntries(config),
  })
  return { ...(settings as Settings<S>), corrections: shortened([...notes, ...corrections]) }
}
