/** Brings the slides of a lecture to life. Loaded on lecture pages alone. */
import { createRoot } from 'react-dom/client'
import { fetchAhead } from './ahead.ts'
import { deckHolder, readDeck, slideIn } from './deck.ts'
import { LectureApp } from './LectureApp.tsx'
import type { PresenterAct } from './keys.ts'
import { chosenDeck } from './presenter/chosenDeck.ts'
import { createLecture, projectorThemes, type Lecture, type ProjectorTheme } from './state.ts'
import { recall, remember } from './windowMemory.ts'

/** Of this window: the room stays as dark as it is when the page is loaded again. */
const themeKey = 'projector'

function rememberedTheme(): ProjectorTheme {
  const value = recall(themeKey)
  return projectorThemes.find((theme) => theme === value) ?? 'projector'
}

/** The page wears the theme of the room, whatever the reader chose for reading. */
function followTheme(lecture: Lecture): void {
  const page = document.documentElement
  const wear = () => {
    const { theme } = lecture.getState()
    if (page.dataset['theme'] === theme) return
    page.dataset['theme'] = theme
    remember(themeKey, theme, 'The theme')
  }
  wear()
  lecture.subscribe(wear)
  new MutationObserver(wear).observe(page, { attributeFilter: ['data-theme'] })
}

/** The address follows the slide, so that a reload, a bookmark or a copy of it comes back to it. */
function followAddress(lecture: Lecture, figures: readonly string[]): void {
  const write = () => {
    const hash = `#fig-${lecture.getState().figure}`
    if (location.hash !== hash) history.replaceState(history.state, '', hash)
  }
  lecture.subscribe(write)
  addEventListener('hashchange', () => {
    const index = slideIn(location.hash, figures)
    if (index !== null) lecture.dispatch({ type: 'goTo', index })
  })
}

export function start(): void {
  const published = readDeck(document)
  const { deck, notes } = chosenDeck(published, location.search)
  const figures = deck.slides.map(({ figure }) => figure)
  const index = slideIn(location.hash, figures) ?? 0
  const lecture = createLecture({ figures, index, theme: rememberedTheme() })
  document.documentElement.dataset['lecturing'] = ''
  followTheme(lecture)
  followAddress(lecture, figures)
  const holder = document.querySelector<HTMLElement>(deckHolder)!
  const root = holder.dataset['root'] ?? './'
  const presenter = import('./presenter/attach.tsx').then(({ attachPresenter }) =>
    attachPresenter({ deck, published, lecture, root, notes }),
  )
  // Without it the slides go on.
  presenter.catch((error: unknown) => console.error('The presenter window cannot be used:', error))
  const present = (act: PresenterAct) => {
    presenter.then(
      (go) => go(act),
      () => lecture.report(lecture.getState().figure, { notice: 'The notes could not be loaded.' }),
    )
  }
  createRoot(holder).render(<LectureApp {...{ deck, lecture, root, present }} />)
  void fetchAhead(
    deck.slides.map(({ widget }) => widget),
    index,
  )
}
