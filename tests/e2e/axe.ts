/** What axe, the checker of accessibility, finds in a page as it is now. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'

/** A line for each rule that is broken, with the elements that break it. Whole pages take long where figures are. */
export const axe = async (page: Page, part = 'html'): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze()
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  )
}
