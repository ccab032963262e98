import type { Ending } from '../../save/fileName.ts'
import type { Items, MenuFigure } from '../menuItem.ts'

const kinds: readonly (readonly [ending: Ending, words: string])[] = [
  ['svg', 'Save the plot (SVG)'],
  ['png', 'Save the plot (PNG)'],
  ['csv', 'Save the data (CSV)'],
]

function save(figure: MenuFigure, ending: Ending): void {
  if (figure.run.getState().reach.step === 0) {
    figure.say('There is nothing to save yet. Run the figure first.', { ms: 6000 })
    return
  }
  const saved = import('../../save/save.ts').then((code) => code.save(figure, ending))
  saved.catch((error: unknown) => {
    const why = error instanceof Error ? ` (${error.message})` : ''
    figure.say(`The file could not be made${why}. Try again.`)
  })
}

export const saves: Items = (figure) =>
  kinds.map(([ending, words]) => ({ icon: 'save', words, act: () => save(figure, ending) }))
