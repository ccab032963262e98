/** Speaks to the page around an embed, and hears its commands. Client only. */
import { commandIn, isDoing, messageOf, type Command, type EmbedEvent } from './messages.ts'

/**
 * The origin of the page around this one; null where the browser does not say, or the page has none (a file, a sandbox).
 * Firefox has no `ancestorOrigins`, and says it as the referrer.
 */
function originAround(): string | null {
  const { ancestorOrigins } = location as Partial<Pick<Location, 'ancestorOrigins'>>
  const [first] = ancestorOrigins ?? []
  const origin = first ?? (document.referrer === '' ? 'null' : new URL(document.referrer).origin)
  return origin === 'null' ? null : origin
}

export interface Around {
  tell: (event: EmbedEvent) => void
}

/** @param obey is told each well-formed command of the page around this one, and of no other. */
export function speakWith(figure: string, obey: (command: Command) => void): Around {
  const around = window.parent
  // Opened alone: there is nobody to speak with.
  if (around === window) return { tell: () => undefined }
  const origin = originAround()
  addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    if (source !== around) return
    const command = commandIn(data)
    if (command) obey(command)
  })
  return {
    tell(event) {
      if (!isDoing(event)) around.postMessage(messageOf(figure, event), '*')
      else if (origin !== null) around.postMessage(messageOf(figure, event), origin)
    },
  }
}
