/**
 * Copies `text`, and says whether it could: not every browser lets a page copy, and without https, or in a frame that may
 * not, there is no clipboard at all. Who is told so shows the text to be copied by hand. Client only.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
