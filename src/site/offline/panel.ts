/** "Save for offline": fills each `[data-offline]` of the page with what is saved, and one button. */
import { button, make } from '../page/elements.ts'
import type { Failure } from './messages.ts'
import { askAgain, onReport, removeAll, saveAll } from './registration.ts'
import { whileSilent } from './silence.ts'
import type { Wish } from './wish.ts'

/** `offline.json`: bytes that are fetched for the whole book (gzip where it helps), and bytes that it takes then. */
interface Sizes {
  fetched: number
  kept: number
}

export type State =
  | { name: 'offered' }
  | { name: 'saving'; share: number }
  | { name: 'saved' }
  | { name: 'failed'; reason: Failure }

/** How long a worker at work may be silent, in milliseconds: a file of half a megabyte on a slow line takes a while. */
const patience = 30_000

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`

const failures: Record<Failure, string> = {
  network: 'Not everything arrived. What is here stays here, and the rest is fetched at your next visit.',
  room: 'There is no room for the book on this device. It goes on online.',
  changed: 'The book was published anew while it was being saved. The rest is fetched at your next visit.',
  browser: 'This browser does not let the book be saved. It goes on online.',
}

/** One `[data-offline]`; the function that is returned shows a state. */
function fillIn(place: HTMLElement, { fetched, kept }: Sizes, press: (state: State) => void) {
  let shown: State | undefined
  const words = make('p')
  words.setAttribute('role', 'status')
  const bar = make('progress')
  bar.setAttribute('aria-label', 'Saved of the book')
  const amount = make('small')
  const act = button('', () => {
    if (shown && shown.name !== 'saving') press(shown)
  })
  place.replaceChildren(words, bar, amount, act)
  place.hidden = false

  const say = (text: string, label: string) => {
    // A live region that is set to what it says would be read again.
    if (words.textContent !== text) words.textContent = text
    act.textContent = label
  }
  return (state: State) => {
    shown = state
    place.dataset['state'] = state.name
    bar.hidden = amount.hidden = state.name !== 'saving'
    act.setAttribute('aria-disabled', String(state.name === 'saving'))
    if (state.name === 'offered')
      say('The whole book can be read without a connection.', `Save for offline (${megabytes(fetched)})`)
    else if (state.name === 'saving') {
      say('Saving the book for offline reading.', 'Saving')
      bar.value = state.share
      amount.textContent = `${megabytes(state.share * fetched)} of ${megabytes(fetched)}`
    } else if (state.name === 'saved')
      say(
        `Saved: the whole book opens without a connection. It takes ${megabytes(kept)} of this device.`,
        'Remove from this device',
      )
    else say(failures[state.reason], 'Try again')
  }
}

const isSizes = (value: unknown): value is Sizes =>
  typeof value === 'object' &&
  value !== null &&
  'fetched' in value &&
  'kept' in value &&
  typeof value.fetched === 'number' &&
  typeof value.kept === 'number'

/** Why something could not be saved, as far as a page can tell: what fails in the worker says nothing of room. */
async function reasonFor(error: unknown, { kept }: Sizes): Promise<State> {
  console.info('The book cannot be saved:', error)
  const { quota = Infinity, usage = 0 } = await navigator.storage.estimate()
  const full = (error instanceof DOMException && error.name === 'QuotaExceededError') || quota - usage < kept
  return { name: 'failed', reason: full ? 'room' : 'browser' }
}

/**
 * Shows what `wish`, the wish when the page was opened, makes likely, then what the worker reports. The function that is
 * returned tells of an error. On a page without the element it only says it on the console.
 */
export async function showOffline(scope: string, wish: Wish): Promise<(error: unknown) => Promise<void>> {
  const places = [...document.querySelectorAll<HTMLElement>('[data-offline]')]
  if (places.length === 0)
    return (error) => Promise.resolve(console.info('The book cannot be saved for offline reading:', error))
  const sizes: unknown = await (await fetch(new URL('offline.json', scope))).json()
  if (!isSizes(sizes)) throw new Error('offline.json does not hold the two sizes `fetched` and `kept`.')

  const show = (state: State) => {
    for (const view of views) view(state)
    if (state.name === 'saving') worker.heard()
    else worker.stop()
  }
  const tell = async (error: unknown) => show(await reasonFor(error, sizes))
  const worker = whileSilent(
    patience,
    () => void askAgain(scope).then((there) => there || show({ name: 'offered' }), tell),
    () => show({ name: 'failed', reason: 'network' }),
  )
  const press = (state: State) => {
    const work = async () => {
      if (state.name === 'saved') {
        await removeAll(scope)
        show({ name: 'offered' })
      } else {
        show({ name: 'saving', share: 0 })
        await saveAll(scope)
      }
    }
    void work().catch(tell)
  }
  const views = places.map((place) => fillIn(place, sizes, press))
  show(wish === 'whole' ? { name: 'saving', share: 0 } : { name: 'offered' })

  onReport(scope, (report) => {
    if (report.offline === 'progress') show({ name: 'saving', share: report.saved / report.total })
    else if (report.offline === 'done') show({ name: 'saved' })
    else if (report.offline === 'failed') show({ name: 'failed', reason: report.reason })
    else if (report.offline === 'removed') show({ name: 'offered' })
  })
  return tell
}
