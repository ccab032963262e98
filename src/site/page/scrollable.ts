/** Equations and tables wider than their column scroll in themselves: makes those, and only those, reachable by keyboard. */
export const watchScrollable = (): void => {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const box = target as HTMLElement
      const wide = box.scrollWidth > box.clientWidth
      if (wide) {
        box.tabIndex = 0
        box.setAttribute('role', 'group')
        box.setAttribute('aria-label', `${box.dataset['scroll']}, scrolls sideways`)
      } else for (const name of ['tabindex', 'role', 'aria-label']) box.removeAttribute(name)
    }
  })
  for (const box of document.querySelectorAll('[data-scroll]')) observer.observe(box)
}
