/**
 * Files of digits that come with the site: an instructor has put them into `public/data/`. The page names them in its
 * head (`<meta name="digits">`), because asking for files that are not there would be an error in every console.
 */

/** Addresses, as the page states them; none where the site brings no digits. */
export const siteAddresses = (): string[] =>
  (document.querySelector<HTMLMetaElement>('meta[name=digits]')?.content ?? '').split(' ').filter(Boolean)

/** Two figures of a page share what was fetched. */
const fetched = new Map<string, Promise<File>>()

/** @throws a sentence where a file cannot be fetched. */
export const fetchSiteFiles = (): Promise<File[]> =>
  Promise.all(
    siteAddresses().map((address) => {
      const known = fetched.get(address) ?? fetchFile(new URL(address, document.baseURI))
      fetched.set(address, known)
      // One that failed may be there the next time.
      known.catch(() => fetched.delete(address))
      return known
    }),
  )

async function fetchFile(address: URL): Promise<File> {
  const name = address.pathname.split('/').at(-1) ?? 'digits'
  let status = 'no answer'
  try {
    const response = await fetch(address)
    if (response.ok) return new File([await response.blob()], name)
    status = `status ${response.status}`
  } catch (error) {
    status = error instanceof Error ? error.message : String(error)
  }
  throw new Error(
    `This site’s digits could not be loaded: expected “${name}”, found ${status}. Load the page again.`,
  )
}
