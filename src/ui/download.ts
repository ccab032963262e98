/** Hands the reader a file. Client only. */

/** How long the file is kept for the browser to take, ms. */
const kept = 60_000

export function download(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), kept)
}
