/**
 * All JavaScript of an embed page before its figure: it starts the figure, and speaks with the page around it. It loads
 * nothing of what the book knows of its reader (progress, preferences, search, what is kept for offline).
 */
import type { Run } from '../../lab/runState.ts'
import type { FigureNews } from '../../ui/figure/news.ts'
import { start } from '../page/islands.ts'
import { bringRecorded } from '../page/recorded.ts'
import { followRun } from './bookLink.ts'
import { watchHeight } from './height.ts'
import { watchTheme } from './look.ts'
import type { Command } from './messages.ts'
import { optionsIn } from './options.ts'
import { speakWith } from './parent.ts'

const options = optionsIn(location.search)
const chooseTheme = watchTheme(options.theme)
const island = document.querySelector<HTMLElement>('[data-island]')
const link = document.querySelector<HTMLAnchorElement>('a[data-book-link]')
const { embed: figure = '', title = '', number = '' } = document.body.dataset
let shown: (() => Run) | null = null

/** Presses what the reader would press: the bar may be hidden, but what it does is the figure's affair. */
function obey(command: Command): void {
  if (command.type === 'theme') {
    chooseTheme(command.theme)
    return
  }
  if (!shown) return
  const { status } = shown().getState()
  const trains = status === 'running' || status === 'loading'
  if (command.type === 'reset') shown().reset()
  else if (trains === (command.type === 'pause'))
    island?.querySelector<HTMLElement>('figure [data-run]')?.click()
}

const { tell } = speakWith(figure, obey)

function hear(news: FigureNews): void {
  if (news.type === 'ready') {
    shown = news.shown
    if (!options.predict) news.recall(null)
    if (link) void followRun(link, news.shown).catch((error: unknown) => console.error(error))
    tell({ type: 'ready', title, number })
  } else if (news.type === 'run' || news.type === 'done') tell({ type: news.type, recorded: news.recorded })
  else if (news.type === 'prediction') tell({ type: news.type, guess: news.guess, label: news.label })
  else if (news.type === 'answer')
    tell({ type: news.type, answer: news.answer, label: news.label, right: news.right })
}

document.addEventListener('figure', ({ detail }) => hear(detail))
bringRecorded()
watchHeight((height) => tell({ type: 'resize', height }))
if (island)
  void start(island).then(() => {
    // An explorer has no run, and tells no news.
    if (island.dataset['island']?.startsWith('explorers/') && island.dataset['hydrated'] !== undefined)
      tell({ type: 'ready', title, number })
  })
