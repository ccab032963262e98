/**
 * What an embedded figure and the page around it say to each other with `postMessage` (docs/embedding.md). Versioned: what
 * is here keeps its meaning; a message that means something else gets another version. No DOM.
 */
import { themes, type Options } from './options.ts'

const [name, version] = ['watch-it-learn', 1] as const

/** What any page that frames the figure may know: it could see as much from its own clock and layout. */
export type Notice =
  | { type: 'ready'; title: string; number: string }
  /** CSS px that the whole embed takes. */
  | { type: 'resize'; height: number }
  /** `recorded`: what plays is the recording, not a computation. */
  | { type: 'run'; recorded: boolean }
  | { type: 'done'; recorded: boolean }

/** What the reader did: told only to a page whose origin is known. */
export type Doing =
  /** null: the question was skipped. `label` is the option as the reader sees it. */
  | { type: 'prediction'; guess: string | null; label: string | null }
  /** `right` is null where nobody guessed. */
  | { type: 'answer'; answer: string; label: string; right: boolean | null }

export type EmbedEvent = Notice | Doing

export const isDoing = ({ type }: EmbedEvent): boolean => type === 'prediction' || type === 'answer'

/** @param figure the figure's name in the address of the embed. */
export const messageOf = (figure: string, event: EmbedEvent) => ({ source: name, version, figure, ...event })

export type Command = { type: 'run' | 'pause' | 'reset' } | { type: 'theme'; theme: Options['theme'] }

/**
 * The command in a message `{ target: 'watch-it-learn', version: 1, type: 'run' | 'pause' | 'reset' }` or
 * `{ ..., type: 'theme', theme: 'dark' }`. Null for everything else, and it throws at nothing that a page can send.
 */
export function commandIn(data: unknown): Command | null {
  if (typeof data !== 'object' || data === null) return null
  const { target, version: spoken, type, theme } = data as Readonly<Record<string, unknown>>
  if (target !== name || spoken !== version) return null
  if (type === 'run' || type === 'pause' || type === 'reset') return { type }
  const wanted = themes.find((one) => one === theme)
  return type === 'theme' && wanted !== undefined ? { type, theme: wanted } : null
}

/** The height in a message of an embed, at most 20 000 px; null for everything else. */
export function heightIn(data: unknown): number | null {
  if (typeof data !== 'object' || data === null) return null
  const { source, type, height } = data as Readonly<Record<string, unknown>>
  if (source !== name || type !== 'resize' || typeof height !== 'number') return null
  return height > 0 && height <= 20_000 ? height : null
}
