/** What the reader wants to have on the device. It lies in the cache storage, where page and worker both can read it. */
import { stateOf } from './edition.ts'

/** `whole` book; only the `visited` pages; or nothing (`none`), because the reader has removed it. */
export const wishes = ['whole', 'visited', 'none'] as const
export type Wish = (typeof wishes)[number]

const key = (scope: string) => new URL('wish', scope).href

/** Null where nothing, or nothing that can be understood, was wished. Rejects where the browser keeps nothing. */
export async function readWish(scope: string): Promise<Wish | null> {
  const cache = await caches.open(stateOf(scope))
  const text = await (await cache.match(key(scope)))?.text()
  return wishes.find((wish) => wish === text) ?? null
}

export async function writeWish(scope: string, wish: Wish): Promise<void> {
  const cache = await caches.open(stateOf(scope))
  await cache.put(key(scope), new Response(wish))
}
