/** Theme, size, motion and contrast as the reader chose them. */
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { preferencesKey } from '../../src/site/theme.ts'
import { activations, another, openWith } from './reader.ts'
import { useSite } from './site.ts'

const site = useSite()

test('preferences hold before the first paint, against the system, and in all tabs', async () => {
  const { page } = await openWith(
    site,
    activations,
    { [preferencesKey]: 'dark larger-text full-motion <svg> more-contrast' },
    {
      colorScheme: 'light',
      reducedMotion: 'reduce',
    },
  )
  await page.context().addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.body) return
      Object.assign(globalThis, {
        atFirst: Object.fromEntries(Object.entries(document.documentElement.dataset)),
      })
      observer.disconnect()
    }).observe(document, { childList: true, subtree: true })
  })
  await page.reload()
  const wanted = { theme: 'dark', text: 'larger', motion: 'full', contrast: 'more', lines: '' }
  expect(await page.evaluate(() => (globalThis as never as { atFirst: object }).atFirst)).toMatchObject(
    wanted,
  )
  const size = (tab: Page) =>
    tab
      .locator('.prose > p')
      .first()
      .evaluate((p) => Number.parseFloat(getComputedStyle(p).fontSize))
  expect(await size(page)).toBeCloseTo(26.8)

  await page.getByRole('button', { name: 'Theme' }).focus()
  await page.keyboard.press('Enter')
  // From what is chosen to the option before it, with the keyboard alone.
  expect(await page.getByRole('radio', { name: 'Larger' }).isChecked()).toBe(true)
  await page.getByRole('radio', { name: 'Larger' }).focus()
  const other = await another(site, page.context(), activations)
  await page.bringToFront()
  await page.keyboard.press('ArrowLeft')
  expect(await size(page)).toBeCloseTo(23.2)
  await other.waitForFunction(() => document.documentElement.dataset['text'] === 'large')
  await page.keyboard.press('Escape')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Theme')
})
