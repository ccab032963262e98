/** How far a run has come, in one line of a terminal that is written over and over. */

export interface Terminal {
  isTTY?: boolean
  columns?: number
  write(text: string): unknown
}

const every = 100
const width = 30

/** Writes nothing where nobody watches: into a file or a pipe. */
export function progressBar(out: Terminal, label: string, total: number, now = () => performance.now()) {
  let last = -Infinity
  let drawn = false
  return {
    show(step: number): void {
      if (!out.isTTY || now() - last < every) return
      last = now()
      drawn = true
      const full = total > 0 ? Math.round((width * step) / total) : width
      const line = `${label} ${'█'.repeat(full)}${'░'.repeat(width - full)} step ${step} of ${total}`
      out.write(`\r\u001b[2K${line.slice(0, Math.max(20, (out.columns ?? 80) - 1))}`)
    },
    /** Takes the line away again. */
    clear(): void {
      if (drawn) out.write('\r\u001b[2K')
    },
  }
}
