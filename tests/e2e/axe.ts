/** What axe, the checker of accessibility, finds in a page as it is now. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import { allLaidOut } from './figure.ts'

/**
 * A line for each rule that is broken, with the elements that break it. Only these are asked for: to report all that is
 * well with the elements of a chapter takes three times as long as to find what is not. A page without frames is looked
 * at in one go, which the library calls its legacy mode.
 * @param part selector of what is looked at
 * @param without selector of what is not
 */
export async function axe(page: Page, part = 'html', without?: string): Promise<string[]> {
  // What is wider than its column can be reached by keyboard once it is laid out.
  await allLaidOut(page)
  const builder = new AxeBuilder({ page })
    .include(part)
    .options({ resultTypes: ['violations'] })
    .setLegacyMode(page.frames().length === 1)
  if (without) builder.exclude(without)
  const { violations } = await builder.analyze()
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  )
}
