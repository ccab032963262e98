/** Brings the notes page to life. Loaded there alone. */
import { createRoot } from 'react-dom/client'
import { PresenterApp, type NotesFacts } from './PresenterApp.tsx'
import { createRemote } from './remote.ts'

export function start(): void {
  const page = document.querySelector<HTMLElement>('[data-presenter]')!
  const facts = JSON.parse(page.dataset['presenter'] ?? '') as NotesFacts
  const query = new URLSearchParams(location.search)
  const remote = createRemote(facts.slug, new URL(facts.root, location.href).pathname, query.get('with'))
  const docked = query.has('here')
  if (docked) document.documentElement.dataset['docked'] = ''
  document.documentElement.dataset['presenting'] = ''
  for (const cue of page.querySelectorAll<HTMLElement>('[data-cue]')) {
    cue.role = 'button'
    cue.tabIndex = 0
    cue.title = 'Pause here'
    cue.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      cue.click()
    })
  }
  const part = (name: string) => page.querySelector(`[data-part=${name}]`)!
  const places = { head: part('head'), left: part('left'), foot: part('foot') }
  createRoot(document.createElement('div')).render(<PresenterApp {...{ facts, remote, places, docked }} />)
}
