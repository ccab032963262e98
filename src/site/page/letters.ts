/**
 * Until the book's letters are there a page stands in letters of the system (fonts.ts), which are nearly as wide. But no
 * two typefaces agree in every word: now and then a paragraph would get a line more or less, and all below it would move
 * under the reader's eyes. So all letters change at once, and what is in view keeps its height: its words are set closer
 * or wider, by less than is seen.
 */

const upright = '1em "Source Serif 4 Variable",Inter Variable'
const slanted = 'italic 1em "Source Serif 4 Variable"'

/** Hundredths of an em that a space may lose or gain: a third of it. */
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
  const set = (hundredths: number) => (block.style.wordSpacing = `${hundredths / 100}em`)
  let [least, best] = [moved(), 0]
  for (let step = 1; least > 0 && step <= most; step++)
    for (const hundredths of [-step, step]) {
      set(hundredths)
      const now = moved()
      if (now < least) [least, best] = [now, hundredths]
    }
  if (block.style.wordSpacing) set(best)
}

export const bringLetters = async (): Promise<void> => {
  const { documentElement: root, fonts } = document
  // They are not seen yet; asked for early, they may come any moment.
  if (!fonts.check(upright)) root.dataset['letters'] = 'system'
  const families = document.querySelector('.katex')
    ? [`${upright},KaTeX_Main`, `${slanted},KaTeX_Math`]
    : [upright, slanted]
  // What does not come leaves its place to the system's.
  await Promise.allSettled(families.map((family) => fonts.load(family)))
  const blocks = document.querySelectorAll<HTMLElement>('.chapter-head > *, .prose > :is(h2, h3, p, ul, ol)')
  const ends = new Map<HTMLElement, number[]>()
  for (const block of blocks) {
    const { top, bottom } = block.getBoundingClientRect()
    if (bottom > 0 && top < innerHeight) ends.set(block, endsOf(block))
  }
  const [first] = ends.keys()
  const place = first?.getBoundingClientRect().top ?? 0
  delete root.dataset['letters']
  scrollBy({ top: (first?.getBoundingClientRect().top ?? 0) - place, behavior: 'instant' })
  for (const [block, before] of ends) keepLines(block, before)
}
