/** What the service worker answers to a request for something of the book. */
import { nameOf, notFoundPage, unsavedPage, type Edition } from './edition.ts'
import { Changed, Removed, type Store } from './store.ts'

interface Answering {
  scope: string
  edition: Edition
  store: Store
  /** May what is fetched be kept? */
  mayKeep: () => Promise<boolean>
  /** Lets work go on after the answer. */
  after: (work: Promise<unknown>) => void
}

/** `en/activations` where there is `en/activations/`: relative addresses need the slash, so the reader is sent there. */
const needsSlash = (edition: Edition, name: string): boolean =>
  name !== '' && !name.endsWith('/') && edition.files.some((file) => file.name === `${name}/`)

/** Fetches, and keeps the answer if it is a file of this edition. */
async function fromNetwork(request: Request, name: string, answering: Answering): Promise<Response> {
  const response = await fetch(request)
  const file = answering.edition.files.find((one) => one.name === name)
  if (!file || !response.ok) return response
  const copy = response.clone()
  const keep = async () => {
    if (!(await answering.mayKeep())) return
    try {
      await answering.store.keep(file, copy)
    } catch (error) {
      // Published anew, removed, or no room: the page has its answer either way.
      if (!(error instanceof Changed || error instanceof Removed || error instanceof DOMException))
        throw error
    }
  }
  answering.after(keep())
  return response
}

/** A browser whose storage fails has nothing saved, and still gets its page from the network. */
async function findSaved({ store }: Answering, name: string): Promise<Response | undefined> {
  try {
    return await store.find(name)
  } catch (error) {
    console.warn(`What is saved of ${name} cannot be read:`, error)
    return undefined
  }
}

/** A page in words; in the worst case a line of text. */
async function inWords(store: Store, page: string, status: number): Promise<Response> {
  const found = await store.find(page)
  const body = found
    ? await found.text()
    : 'This page is not saved on this device, and there is no connection.'
  const type = found ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8'
  return new Response(body, { status, headers: { 'content-type': type } })
}

/**
 * Pages and files come from the edition first: pages and code of one edition fit together, at once and with no network.
 * What is not there comes from the network. Without one: from another edition, or a page in words.
 */
export async function answer(request: Request, answering: Answering): Promise<Response> {
  const { scope, edition, store } = answering
  const name = nameOf(scope, request.url) ?? ''
  const found = await findSaved(answering, name)
  if (found) return found
  const isPage = request.mode === 'navigate'
  if (isPage && needsSlash(edition, name)) {
    const { search } = new URL(request.url)
    return Response.redirect(new URL(`${name}/${search}`, scope).href, 302)
  }
  try {
    return await fromNetwork(request, name, answering)
  } catch (error) {
    const older = await store.findOlder(name)
    if (older) return older
    if (!isPage) throw error
    const isOurs = edition.files.some((file) => file.name === name)
    return isOurs ? inWords(store, unsavedPage, 503) : inWords(store, notFoundPage, 404)
  }
}
