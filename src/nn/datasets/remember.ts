/**
 * Keeps the latest results of a pure function, so that the variants of a figure, which share their data,
 * share it in memory too, and Reset need not draw it again. Callers must not write into what they get.
 * @param limit how many results are kept; the one made first is forgotten first.
 */
export function remember<Key extends readonly (string | number)[], Result>(
  limit: number,
  make: (...key: Key) => Result,
): (...key: Key) => Result {
  const kept = new Map<string, Result>()
  return (...key) => {
    const name = JSON.stringify(key)
    const known = kept.get(name)
    if (known !== undefined) return known
    const made = make(...key)
    kept.set(name, made)
    for (const oldest of kept.keys()) {
      if (kept.size <= limit) break
      kept.delete(oldest)
    }
    return made
  }
}
