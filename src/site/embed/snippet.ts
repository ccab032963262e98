/** What an author copies into a page: a frame with a figure, and a script that makes frames as high as their figures. No DOM. */
import { escape } from '../../ui/escape.ts'
import { searchOf, type Options } from './options.ts'

export interface Frame {
  /** Of the embed pages, with a slash at the end: "https://example.org/book/en/embed/". */
  folder: string
  /** The figure's name in the address. */
  name: string
  number: string
  title: string
  /** CSS px that the frame has until its figure tells how high it is, and where nothing listens. */
  height: number
}

/** Where nobody has looked how high a figure is. */
export const usualHeight = 960

export const frameName = ({ number, title }: Pick<Frame, 'number' | 'title'>): string =>
  `Figure ${number} of Watch It Learn: ${title}`

export function snippetOf(frame: Frame, options: Options): string {
  const { folder, name, height } = frame
  return [
    '<iframe',
    `  src="${escape(`${folder}${name}/${searchOf(options)}`)}"`,
    `  title="${escape(frameName(frame))}"`,
    '  loading="lazy"',
    '  allow="fullscreen; clipboard-write"',
    `  style="width: 100%; height: ${height}px; border: 0"`,
    '></iframe>',
  ].join('\n')
}

/** For the page around the frames, once. @param origin of the book: "https://example.org". */
export const heightScript = (origin: string): string => `<script>
  addEventListener('message', ({ origin, source, data }) => {
    if (origin !== ${JSON.stringify(origin)} || data?.source !== 'watch-it-learn' || data.type !== 'resize') return
    for (const frame of document.querySelectorAll('iframe'))
      if (frame.contentWindow === source) frame.style.height = \`\${data.height}px\`
  })
</script>`
