/** Shows pictures of the slide in a frame of its own, as large as the slides' window and made smaller. Client only. */
import type { Picture } from './messages.ts'

/** What could act, load or lead somewhere: a picture has none of it. */
const acting = 'script, style, link, meta, base, iframe, object, embed, form, video, audio'

/** The HTML of a picture without anything that acts, whoever sent it. */
export function harmless(html: string): Node[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  for (const part of body.querySelectorAll(acting)) part.remove()
  for (const part of body.querySelectorAll('*'))
    for (const name of part.getAttributeNames())
      if (/^on|^(xlink:)?href$|^(form)?action$|^src(doc|set)?$/i.test(name)) part.removeAttribute(name)
  return [...body.childNodes]
}

/** In the frame time stands still (`data-mirror`): what fades on the wall does not begin anew with each picture. */
const page = (styles: readonly string[]) =>
  `<!doctype html><html data-lecturing data-mirror><head>${styles.map((href) => `<link rel="stylesheet" href="${href}">`).join('')}</head><body></body></html>`

/** Not sandboxed: canvases draw nothing where scripts are forbidden. `harmless` and the page's policy see to it. */
export function createMirror(frame: HTMLIFrameElement): (picture: Picture) => void {
  const styles = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map(
    ({ href }) => href,
  )
  let latest: Picture | null = null
  let ready = false

  function draw(): void {
    const inside = frame.contentDocument
    if (!latest || !ready || !inside) return
    const { html, theme, width, height, canvases } = latest
    const scale = frame.parentElement!.clientWidth / width
    frame.style.width = `${width}px`
    frame.style.height = `${height}px`
    frame.style.transform = `scale(${scale})`
    frame.parentElement!.style.aspectRatio = `${width} / ${height}`
    inside.documentElement.dataset['theme'] = theme
    inside.body.replaceChildren(...harmless(html).map((node) => inside.adoptNode(node)))
    for (const canvas of inside.querySelectorAll<HTMLCanvasElement>('canvas[data-bitmap]')) {
      const bitmap = canvases[Number(canvas.dataset['bitmap'])]
      if (!bitmap) continue
      canvas.width = bitmap.width
      canvas.height = bitmap.height
      canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
    }
  }
  frame.addEventListener('load', () => {
    ready = true
    draw()
  })
  frame.srcdoc = page(styles)
  new ResizeObserver(draw).observe(frame.parentElement!)
  return (picture) => {
    for (const bitmap of latest?.canvases ?? []) bitmap.close()
    latest = picture
    draw()
  }
}
