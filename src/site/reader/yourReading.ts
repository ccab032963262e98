/** The page "Your reading": shows the record, saves it as a file, takes one in, erases it. */
import { make } from '../page/elements.ts'
import { preferencesKey } from '../theme.ts'
import { account } from './account.ts'
import { saveButton } from './aside.ts'
import { browserStore as store, onChangeElsewhere } from './browserStore.ts'
import { eraseEverything, everything, putBack, type Kept } from './everything.ts'
import { fromFile, saveText, toFile } from './file.ts'
import { applyPreferences, preferenceWords } from './preferences.ts'
import { isEmpty, merge, type ReaderRecord } from './record.ts'
import { asideKey } from './keys.ts'
import { count } from './words.ts'

const get = (name: string): HTMLElement => {
  const element = document.querySelector<HTMLElement>(`[data-part="${name}"]`)
  if (!element) throw new Error(`The page has no part "${name}"; pages/ReaderPage.tsx makes it.`)
  return element
}

/** What is kept besides the record; nothing where storage is forbidden. */
const others = (): Kept => {
  try {
    return everything(localStorage)
  } catch {
    return new Map()
  }
}

const showChapters = ({ chapters }: ReaderRecord) => {
  const place = get('chapters')
  const known = JSON.parse(place.dataset['known'] ?? '[]') as { slug: string; title: string; href: string }[]
  const slugs = [...new Set([...known.map(({ slug }) => slug), ...Object.keys(chapters)])]
  place.replaceChildren(
    ...slugs.flatMap((slug) => {
      const chapter = chapters[slug]
      if (!chapter) return []
      const { title, href } = known.find((one) => one.slug === slug) ?? { title: chapter.title, href: '' }
      const heading = make('h2', title)
      if (href) {
        const link = make('a', title)
        link.href = href
        heading.replaceChildren(link)
      }
      return [make('section', heading, ...account(chapter, href))]
    }),
  )
}

const showOthers = (kept: Kept) => {
  const preferences = preferenceWords(kept.get(preferencesKey) ?? '')
  const measured = [...kept.keys()].filter((key) => key.includes(':backends:')).length
  const asides = [...kept.keys()].filter((key) => key.startsWith(asideKey))
  get('asides').replaceChildren(
    ...asides.map((key) =>
      make('li', 'What could not be read was set aside, and nothing of it was deleted. ', saveButton(key)),
    ),
  )
  const also = [
    ...(preferences ? [`your preferences from the menu “Theme” (${preferences})`] : []),
    ...(measured > 0 ? [`how fast ${count(measured, 'figure')} computed on this device`] : []),
  ]
  get('others').textContent = also.length > 0 ? `Also kept: ${also.join(', and ')}.` : ''
}

export const start = (): void => {
  /** What was changed here, the last at the end: how to take it back, and what the button is called then. */
  const changes: { name: string; back: () => void }[] = []
  /** The question that is asked now, by the button that asks it. */
  let asked: 'erase' | 'bring' = 'erase'
  let brought: ReaderRecord | null = null
  const status = get('status')

  const show = () => {
    const record = store.read()
    showChapters(record)
    showOthers(others())
    get('nothing').hidden = !isEmpty(record)
    get('trouble').textContent = [store.trouble() ?? '', ...store.aside().map(({ words }) => words)].join(' ')
    get('save').toggleAttribute('disabled', isEmpty(record))
  }
  const say = (words: string) => {
    status.textContent = words
  }
  const offerUndo = () => {
    const last = changes.at(-1)
    get('undo').textContent = last?.name ?? ''
    get('undo').hidden = !last
  }
  const sayChanged = (words: string, name: string, back: () => void) => {
    changes.push({ name, back })
    say(words)
    offerUndo()
    get('undo').focus()
  }
  const ask = (open: 'erasing' | 'bringing' | null) => {
    for (const name of ['erasing', 'bringing'] as const) get(name).hidden = name !== open
    if (!open) return
    asked = open === 'erasing' ? 'erase' : 'bring'
    get(open).querySelector('button')?.focus()
  }

  const acts: Record<string, () => void> = {
    save() {
      const { name, text } = toFile(store.read(), new Date())
      saveText(name, text)
      say(`Your reading is saved as ${name}.`)
    },
    bring: () => get('file').click(),
    add: () => take('add'),
    replace: () => take('replace'),
    keep: () => {
      ask(null)
      brought = null
      get(asked).focus()
    },
    erase: () => ask('erasing'),
    'erase-all'() {
      ask(null)
      let kept: Kept
      try {
        kept = eraseEverything(localStorage, store)
      } catch (error) {
        console.info('Nothing could be erased:', error)
        say('This browser keeps nothing for this site, so there is nothing to erase.')
        get('erase').focus()
        return
      }
      applyPreferences('')
      show()
      sayChanged('Everything is erased. While this page is open, it can be undone.', 'Undo erasing', () =>
        putBack(localStorage, store, kept, Date.now()),
      )
    },
    undo() {
      changes.pop()?.back()
      applyPreferences(others().get(preferencesKey) ?? '')
      show()
      say('It is as it was before.')
      offerUndo()
      get('erase').focus()
    },
  }
  const take = (how: 'add' | 'replace') => {
    if (!brought) return
    const before = store.read()
    store.replace(how === 'add' ? merge(before, brought) : { ...brought, since: Date.now() })
    ask(null)
    brought = null
    show()
    sayChanged(
      how === 'add'
        ? 'The file was added to what was here.'
        : 'The file has replaced what was here. While this page is open, it can be undone.',
      how === 'add' ? 'Undo adding' : 'Undo replacing',
      () => store.replace({ ...before, since: Date.now() }),
    )
  }
  const read = async (file: File) => {
    const parsed = await fromFile(file, Date.now())
    if (!parsed.record) {
      ask(null)
      say(
        `${file.name} ${parsed.why}. Expected a file that was saved here, on “Your reading”. Nothing was changed.`,
      )
      return
    }
    brought = parsed.record
    const chapters = Object.values(brought.chapters).map(({ title }) => title)
    const left =
      parsed.dropped > 0
        ? ` ${count(parsed.dropped, 'entry', 'entries')} of it made no sense and will be left out.`
        : ''
    get('found').textContent =
      `${file.name} knows of ${chapters.length > 0 ? chapters.join(', ') : 'no chapter'}.${left}`
    say('')
    ask('bringing')
  }

  for (const [name, act] of Object.entries(acts)) {
    for (const button of document.querySelectorAll(`button[data-act="${name}"]`))
      button.addEventListener('click', act)
  }
  get('file').addEventListener('change', ({ target }) => {
    const input = target as HTMLInputElement
    const file = input.files?.[0]
    if (file) void read(file)
    // The same file again is a choice, too.
    input.value = ''
  })
  onChangeElsewhere(show)
  show()
  get('acts').hidden = false
}
