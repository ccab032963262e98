/** Uses of terms in a chapter show their entry on hover, focus and touch. The code for it comes when the first is met. */

export const watchTerms = (): void => {
  if (!document.querySelector('.term-use')) return
  let touched = false
  const meet = (event: Event) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.term-use') : null
    if (!link) return
    const { type } = event
    // A tap opens, a second one follows. It also hovers and focuses, which says nothing.
    if (type === 'click') {
      if (!touched || link.hasAttribute('aria-describedby')) return
      event.preventDefault()
    } else if (type === 'focusin' ? !link.matches(':focus-visible') : touched) return
    import('./popover.ts').then(
      ({ show }) => show(link, type),
      (error: unknown) => {
        console.error(error)
        if (type === 'click') location.assign(link.href)
      },
    )
  }
  const note = (event: PointerEvent) => (touched = event.pointerType === 'touch')
  for (const type of ['pointermove', 'pointerdown'] as const)
    addEventListener(type, note, { capture: true, passive: true })
  for (const type of ['mouseover', 'focusin', 'click']) document.addEventListener(type, meet)
}
