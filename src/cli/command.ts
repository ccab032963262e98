/** The words of `npm run lab`, as they were typed. It knows no widget; `settings.ts` holds them to one. */

/** A mistake of the caller's: one sentence, exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}

export interface RunCommand {
  do: 'run'
  widget: string
  /** As typed; a name at most once. */
  set: ReadonlyMap<string, string>
  variants?: readonly string[]
  seeds?: readonly string[]
  steps?: string
  backend?: string
  json: boolean
}

export type Command =
  RunCommand | { do: 'help' } | { do: 'list'; json: boolean } | { do: 'describe'; widget: string }

/** Options with a value, and those without. */
const valued = ['--set', '--variants', '--seeds', '--steps', '--backend'] as const
const flags = ['--json', '--list', '--describe', '--help'] as const
type Valued = (typeof valued)[number]
type Flag = (typeof flags)[number]

const isValued = (word: string): word is Valued => (valued as readonly string[]).includes(word)
const isFlag = (word: string): word is Flag => (flags as readonly string[]).includes(word)
const options = [...valued, ...flags].join(', ')

interface Words {
  widgets: string[]
  set: Map<string, string>
  values: Map<Valued, string>
  flags: Set<Flag>
}

/** `name=value`; a value may hold further signs. */
function assign(words: Words, text: string): void {
  const at = text.indexOf('=')
  if (at < 1)
    throw new UsageError(`--set takes name=value, as in --set depth=3, and found "${text}" instead.`)
  const name = text.slice(0, at)
  if (words.set.has(name)) throw new UsageError(`The setting ${name} is given twice; name it once.`)
  words.set.set(name, text.slice(at + 1))
}

function read(argv: readonly string[]): Words {
  const words: Words = { widgets: [], set: new Map(), values: new Map(), flags: new Set() }
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i]!
    if (!word.startsWith('-')) {
      words.widgets.push(word)
      continue
    }
    const equals = word.indexOf('=')
    const option = word === '-h' ? '--help' : equals < 0 ? word : word.slice(0, equals)
    if (isFlag(option)) {
      if (equals >= 0) throw new UsageError(`${option} takes no value; leave out "${word.slice(equals)}".`)
      words.flags.add(option)
    } else if (isValued(option)) {
      const value = equals >= 0 ? word.slice(equals + 1) : argv[++i]
      if (value === undefined || value === '' || value.startsWith('--'))
        throw new UsageError(`${option} needs a value after it; see npm run lab -- --help.`)
      if (option === '--set') {
        assign(words, value)
        // One --set may be followed by several: --set depth=3 noise=0.2
        while (/^[^-=][^=]*=/.test(argv[i + 1] ?? '')) assign(words, argv[++i]!)
      } else if (words.values.has(option))
        throw new UsageError(`${option} is given twice; give it once, with commas between its values.`)
      else words.values.set(option, value)
    } else throw new UsageError(`There is no option ${option}; there are ${options}.`)
  }
  return words
}

const listOf = (text: string) => text.split(',').map((part) => part.trim())

/** @throws {UsageError} when the words make no command. */
export function parseCommand(argv: readonly string[]): Command {
  const { widgets, set, values, flags: given } = read(argv)
  const has = (flag: Flag) => given.has(flag)
  if (has('--help') || argv.length === 0) return { do: 'help' }
  const [widget, second] = widgets
  if (second !== undefined)
    throw new UsageError(
      `One widget at a time: "${widget}" and "${second}" are two. A setting is written --set name=value.`,
    )
  const settings = [...(set.size > 0 ? ['--set'] : []), ...values.keys()]
  if (has('--list') || has('--describe')) {
    const [what, other] = has('--list') ? ['--list', has('--describe')] : ['--describe', has('--list')]
    if (other) throw new UsageError('--list and --describe are two commands; give one of them.')
    if (settings.length > 0) throw new UsageError(`${what} runs nothing, so it takes no ${settings[0]}.`)
    if (has('--list')) {
      if (widget !== undefined)
        throw new UsageError(`--list names all widgets; to read about one, give --describe ${widget}.`)
      return { do: 'list', json: has('--json') }
    }
    if (widget === undefined) throw new UsageError('--describe needs the name of a widget; see --list.')
    return { do: 'describe', widget }
  }
  if (widget === undefined) throw new UsageError('Name the widget to run; --list names them all.')
  const [variants, seeds, steps, backend] = (['--variants', '--seeds', '--steps', '--backend'] as const).map(
    (option) => values.get(option),
  )
  return {
    do: 'run',
    widget,
    set,
    ...(variants !== undefined && { variants: listOf(variants) }),
    ...(seeds !== undefined && { seeds: listOf(seeds) }),
    ...(steps !== undefined && { steps }),
    ...(backend !== undefined && { backend }),
    json: has('--json'),
  }
}

export const help = `npm run lab -- <widget> [options]     runs a widget's experiment in Node, without a browser
npm run lab -- --list                 names the widgets
npm run lab -- --describe <widget>    its settings, variants and metrics, as JSON

  --set name=value ...   settings that differ from the published ones
  --variants a,b         some of the variants; all of them by default
  --seeds 0,1,2          seeds, each a network of its own; the figure's own by default
  --steps N              stops after N steps (weight updates); a whole run by default
  --backend cpu|wasm     what computes; wasm by default
  --json                 one JSON object instead of a table

A name or value that is not known is one sentence on the error output, and exit code 2.`
