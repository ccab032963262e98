/** What a window remembers when it is loaded again. Storage may be forbidden: then it holds for this page. Client only. */

export function recall(key: string): string | null {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}

/** @param what it is, as the console names it: "The clock". */
export function remember(key: string, text: string, what: string): void {
  try {
    sessionStorage.setItem(key, text)
  } catch (error) {
    console.info(`${what} is not remembered:`, error)
  }
}
