/** What the explorer says. No DOM. */
import type { Guess, Label } from './label.ts'
import type { Change } from './resample.ts'

/** "a 6", "an 8". */
export const aDigit = (digit: number): string => `${digit === 8 ? 'an' : 'a'} ${digit}`

export const guessWords = (digit: number): Record<Guess, string> => ({
  same: `Still ${aDigit(digit)}`,
  other: 'Another digit',
  none: 'No digit',
})

const times = (factor: number) => factor.toFixed(1)

/** "turned by 180 degrees, moved 1 right"; "not changed". */
export function changeWords({ width, height, mirror, turn, right, down }: Change): string {
  const parts = [
    width !== 1 && `width times ${times(width)}`,
    height !== 1 && `height times ${times(height)}`,
    mirror === 'leftRight' && 'mirrored left to right',
    mirror === 'upDown' && 'mirrored top to bottom',
    turn !== 0 && `turned ${turn > 0 ? 'right' : 'left'} by ${Math.abs(turn)} degrees`,
    right !== 0 && `moved ${Math.abs(right)} ${right > 0 ? 'right' : 'left'}`,
    down !== 0 && `moved ${Math.abs(down)} ${down > 0 ? 'down' : 'up'}`,
  ].filter((part) => part !== false)
  return parts.length > 0 ? parts.join(', ') : 'not changed'
}

function verdict(digit: number, label: Label): string {
  const taught = `Taught as ${aDigit(digit)}, the changed image`
  switch (label.is) {
    case 'same':
      return `it is still ${aDigit(digit)}. ${taught} teaches something true, at no cost.`
    case 'other':
      return `it is ${aDigit(label.digit)} now. ${taught} teaches a mistake.`
    case 'none':
      return `nobody writes a digit like this. ${taught} teaches a shape that will not be asked for.`
    default:
      return `none. Readers do not agree here, or it depends on how the digit was written. Your answer counts.`
  }
}

export const answerWords = (digit: number, guess: Guess | null, label: Label): string =>
  guess === null
    ? `What do you call it after the change? Choose an answer.`
    : `You said: ${guessWords(digit)[guess].toLowerCase()}. The book’s answer: ${verdict(digit, label)}`

export const nearerWords = (distances: readonly number[], moved: number): string =>
  `${distances.filter((each) => each < moved).length} of ${distances.length}`
