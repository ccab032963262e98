/** Marks where in the chapter the page stands: the section in the contents, the line below the bar. What was read is kept by reader/. */

/** A section counts as reached when its heading is above this share of the screen. */
const line = 0.35

/** A heading that has no box yet (site/rest.ts) is below. */
const isReached = (heading: HTMLElement) =>
  heading.checkVisibility() && heading.getBoundingClientRect().top < innerHeight * line

export const watchProgress = (): void => {
  const article = document.querySelector<HTMLElement>('article.prose')
  if (!article) return
  const lists = [...document.querySelectorAll<HTMLElement>('[data-sections]')]
  const headings = [...(lists[0]?.querySelectorAll('a') ?? [])].flatMap(
    (link) => document.getElementById(decodeURIComponent(link.hash.slice(1))) ?? [],
  )
  const bar = document.querySelector<HTMLElement>('.contents-bar')
  let current = -2

  const mark = (now: number) => {
    current = now
    for (const list of lists) {
      ;[...list.children].forEach((item, i) => {
        item.classList.toggle('done', i < now)
        item.classList.toggle('now', i === now)
        item.firstElementChild?.setAttribute('aria-current', i === now ? 'location' : 'false')
      })
      const item = list.children[now] as HTMLElement | undefined
      list.style.setProperty('--read', item ? `${item.offsetTop + 12}px` : '0px')
    }
    const title = bar?.querySelector('[data-section-title]')
    if (title) title.textContent = headings[now]?.textContent ?? ''
  }

  const update = () => {
    const reached = headings.filter(isReached).length
    if (reached - 1 !== current) mark(reached - 1)
    const { top, height } = article.getBoundingClientRect()
    const place = Math.min(1, Math.max(0, -top / Math.max(1, height - innerHeight)))
    bar?.style.setProperty('--read', String(place))
  }

  let waiting = false
  const soon = () => {
    if (waiting) return
    waiting = true
    requestAnimationFrame(() => {
      waiting = false
      update()
    })
  }
  addEventListener('scroll', soon, { passive: true })
  addEventListener('resize', soon)
  bar?.addEventListener('toggle', () => mark(current))
  bar?.addEventListener('click', ({ target }) => {
    if ((target as Element).closest('a')) bar.removeAttribute('open')
  })
  update()
}
