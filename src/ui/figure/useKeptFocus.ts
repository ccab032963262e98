/**
 * Keeps the focus in a figure: when what had it goes away (a card that was answered, a table that was hidden),
 * Run has it. Client only.
 */
import { useEffect, type RefObject } from 'react'

/** Gives the focus to the figure's Run or Pause button, without scrolling. */
export const focusRun = (figure: Element | null) =>
  figure?.querySelector<HTMLElement>('[data-run]')?.focus({ preventScroll: true })

export function useKeptFocus(figure: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const element = figure.current
    if (!element) return undefined
    let last: Element | null = null
    const enter = ({ target }: FocusEvent) => {
      last = target instanceof Element ? target : null
    }
    // Where the focus left something that stays, the reader moved it: then there is nothing to keep.
    const leave = ({ target }: FocusEvent) =>
      queueMicrotask(() => {
        if (last === target && last?.isConnected && document.activeElement !== last) last = null
      })
    const removed = new MutationObserver(() => {
      if (!last || last.isConnected) return
      last = null
      if (document.activeElement === document.body) focusRun(element)
    })
    element.addEventListener('focusin', enter)
    element.addEventListener('focusout', leave)
    removed.observe(element, { childList: true, subtree: true })
    return () => {
      element.removeEventListener('focusin', enter)
      element.removeEventListener('focusout', leave)
      removed.disconnect()
    }
  }, [figure])
}
