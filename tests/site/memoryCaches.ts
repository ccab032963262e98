/** The browser's cache storage as Node lacks it: what the service worker uses of it, in memory. */
export function memoryCaches() {
  const all = new Map<string, Map<string, Response>>()
  const cacheOf = (files: Map<string, Response>) => ({
    match: (address: string) => Promise.resolve(files.get(address)?.clone()),
    put: (address: string, response: Response) => Promise.resolve(void files.set(address, response)),
    keys: () => Promise.resolve([...files.keys()].map((url) => ({ url }))),
  })
  return {
    open(name: string) {
      const files = all.get(name) ?? new Map<string, Response>()
      all.set(name, files)
      return Promise.resolve(cacheOf(files))
    },
    match: (address: string, { cacheName }: { cacheName: string }) =>
      Promise.resolve(all.get(cacheName)?.get(address)?.clone()),
    keys: () => Promise.resolve([...all.keys()]),
    delete: (name: string) => Promise.resolve(all.delete(name)),
  }
}
