/** Whether the reader wants less motion: as the page has decided (data-motion of its root), or else as the system says. Client only. */
let system: MediaQueryList | undefined

export const lessMotion = (): boolean => {
  const { motion } = document.documentElement.dataset
  return motion ? motion === 'less' : (system ??= matchMedia('(prefers-reduced-motion: reduce)')).matches
}
