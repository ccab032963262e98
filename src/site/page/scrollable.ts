/** Equations and tables wider than their column scroll in themselves: makes those, and only those, reachable by keyboard. */
const mark = (box: HTMLElement) => {
  if (box.scrollWidth > box.clientWidth) {
    box.tabIndex = 0
    box.setAttribute('role', 'group')
    box.setAttribute('aria-label', `${box.dataset['scroll']}, scrolls sideways`)
  } else for (const name of ['tabindex', 'role', 'aria-label']) box.removeAttribute(name)
}

export const watchScrollable = (): void => {
  const boxes = document.querySelectorAll<HTMLElement>('[data-scroll]')
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) mark(target as HTMLElement)
  })
  for (const box of boxes) observer.observe(box)
  // A font that arrives widens what is inside a box, not the box.
  document.fonts.addEventListener('loadingdone', () => {
    // What is not laid out yet (rest.ts) is observed when it is.
    for (const box of boxes) if (box.checkVisibility({ contentVisibilityAuto: true })) mark(box)
  })
}
