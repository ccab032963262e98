/**
 * A page may stand in letters of the system until the book's are there (fonts.ts). They are nearly as wide, but no two
 * typefaces agree in every word: now and then a paragraph would get a line more or less, and all below it would move
 * under the reader's eyes. So the letters of words and formulas change at once, and what is in view keeps its lines: its
 * words are set closer or wider, mostly by less than is seen.
 */

const serif = '1em "Source Serif 4 Variable"'

/** Hundredths of an em that a space may lose or gain: a third of it. Two or three are enough for most. */
const most = 8

/** px: less than a line, more than letters differ in. */
const tolerance = 9

/** px from the top of a block to where it ends, and to where each link, term or formula in it ends. */
function endsOf(block: Element): number[] {
  const { top } = block.getBoundingClientRect()
  return [block, ...block.children].map((each) => each.getBoundingClientRect().bottom - top)
}

function keepLines(block: HTMLElement, before: readonly number[]): void {
  // A block that ends elsewhere moves all that follow.
  const moved = () =>
    endsOf(block).reduce(
      (sum, end, i) => (Math.abs(end - before[i]!) > tolerance ? sum + (i ? 1 : 99) : sum),
      0,
    )
  const set = (hundredths: number) => (block.style.wordSpacing = hundredths ? `${hundredths / 100}em` : '')
  let [least, best] = [moved(), 0]
  for (let step = 1; least > 0 && step <= most; step++)
    for (const hundredths of [-step, step]) {
      set(hundredths)
      const now = moved()
      if (now < least) [least, best] = [now, hundredths]
    }
  set(best)
}

const isInView = (block: Element) => {
  const { top, bottom } = block.getBoundingClientRect()
  return bottom > 0 && top < innerHeight
}

export const bringLetters = async (): Promise<void> => {
  const { documentElement: root, fonts } = document
  requestAnimationFrame(() =>
    setTimeout(() => {
      // Asked for early, and not there when the page was painted: they would come at any moment.
      if (root.dataset['letters'] && !fonts.check(serif)) root.dataset['letters'] = 'system'
    }),
  )
  const formulas = document.querySelector('.katex') ? ',KaTeX_Main,KaTeX_Math' : ''
  // What does not come leaves its place to the system's.
  await Promise.allSettled([fonts.load(`${serif},Inter Variable${formulas}`), fonts.load(`italic ${serif}`)])
  const blocks = [...document.querySelectorAll<HTMLElement>('.chapter-head > *, .prose > *')].filter(isInView)
  const ends = blocks.map(endsOf)
  const place = () => blocks[0]?.getBoundingClientRect().top ?? 0
  const before = place()
  delete root.dataset['letters']
  const moved = place() - before
  // Browsers that hold a text where it is have done so by now.
  if (moved) scrollBy({ top: moved, behavior: 'instant' })
  for (const [i, block] of blocks.entries()) if (!block.matches('.island')) keepLines(block, ends[i]!)
}
