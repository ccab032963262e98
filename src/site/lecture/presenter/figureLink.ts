/** The address by which students open the figure of a slide, as short as its state allows. No DOM. */

/**
 * @param link of a figure, as its menu copies it: `.../?one-bend=v%3D1%26depth%3D3#fig-bend`
 * @returns the same, readable: without settings where none differ from the published figure
 */
export function shortLink(link: string, widget: string): string {
  const url = new URL(link)
  const own = url.searchParams.get(widget)
  url.search = ''
  if (own === null || own === 'v=1') return url.href
  // A query may hold = , : as they are.
  const text = encodeURIComponent(own).replaceAll(/%(?:3D|2C|3A)/g, (code) => decodeURIComponent(code))
  url.search = `${widget}=${text}`
  return url.href
}
