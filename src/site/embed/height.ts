/** Tells how high the embed is, at first and whenever it changes. Client only. */
export function watchHeight(tell: (height: number) => void): void {
  let told = 0
  const measure = () => {
    // A figure that fills the screen has left the page.
    if (document.fullscreenElement) return
    const height = Math.ceil(document.body.getBoundingClientRect().height)
    if (height === told || height === 0) return
    told = height
    tell(height)
  }
  new ResizeObserver(measure).observe(document.body)
  document.addEventListener('fullscreenchange', measure)
}
