/** The page of snippets: options that show in every snippet, and one figure to look at. Client only. */
import { copyText } from '../../ui/clipboard.ts'
import { heightIn } from './messages.ts'
import { optionsIn, searchOf, type Options } from './options.ts'
import { frameName, heightScript, snippetOf, usualHeight } from './snippet.ts'

/** @throws if the page has no such element. */
function find<E extends Element>(within: ParentNode, selector: string, kind: new () => E): E {
  const element = within.querySelector(selector)
  if (!(element instanceof kind)) throw new Error(`The page of snippets has no ${selector}.`)
  return element
}

export function start(): void {
  const page = find(document, '[data-embedding]', HTMLElement)
  const section = find(page, '.embedding-try', HTMLElement)
  const form = find(section, 'form', HTMLFormElement)
  const preview = find(section, '.embedding-preview', HTMLElement)
  const status = find(section, '[role=status]', HTMLElement)
  const lines = find(section, 'code', HTMLElement)
  const folder = new URL('./', location.href).href
  const figures = [...page.querySelectorAll<HTMLElement>('.embedding-figure')].map((element) => {
    const { name = '', number = '', title = '' } = element.dataset
    return { name, number, title, folder, lines: find(element, 'code', HTMLElement) }
  })
  let frame: HTMLIFrameElement | null = null
  let height = usualHeight

  const chosen = () => {
    const data = new FormData(form)
    const word = (name: string) => {
      const value = data.get(name)
      return typeof value === 'string' ? value : ''
    }
    const words = new URLSearchParams([
      ['theme', word('theme')],
      ['controls', word('controls')],
      ['predict', data.has('predict') ? 'on' : 'off'],
    ])
    const options: Options = optionsIn(`?${words.toString()}`)
    return { name: word('figure'), fixed: word('height') === 'fixed', options }
  }
  const write = () => {
    const { name, fixed, options } = chosen()
    for (const figure of figures) {
      figure.lines.textContent = snippetOf({ ...figure, height: usualHeight }, options)
      if (figure.name === name)
        lines.textContent = snippetOf({ ...figure, height: fixed ? height : usualHeight }, options)
    }
  }
  const show = () => {
    const { name, options } = chosen()
    const figure = figures.find((one) => one.name === name)
    if (!figure) return
    const source = `${folder}${name}/${searchOf(options)}`
    if (frame?.src === source) return
    frame?.remove()
    frame = document.createElement('iframe')
    frame.src = source
    frame.title = frameName(figure)
    frame.allow = 'fullscreen; clipboard-write'
    frame.style.height = `${usualHeight}px`
    preview.append(frame)
  }
  addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
    const told = heightIn(data)
    if (!frame || origin !== location.origin || source !== frame.contentWindow || told === null) return
    height = told
    frame.style.height = `${told}px`
    write()
  })
  // Enter in a field would send the form.
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('change', () => {
    status.textContent = ''
    show()
    write()
  })
  find(section, '[data-copy]', HTMLButtonElement).addEventListener('click', () => {
    void copyText(lines.textContent ?? '').then((copied) => {
      status.textContent = copied
        ? 'Copied'
        : 'The browser did not let this page copy. Select the lines and copy them.'
    })
  })
  find(page, '[data-height-script] code', HTMLElement).textContent = heightScript(location.origin)
  section.hidden = false
  show()
  write()
}
