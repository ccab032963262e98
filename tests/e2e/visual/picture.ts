/** Takes a page from top to bottom, in one look. */
import type { Still } from './camera.ts'
import type { Look } from './looks.ts'

/** CSS pixels of a block's side, and how much of the size pictures are taken at: whole pages are long. */
export const grain = { page: { block: 16, scale: 0.25 }, figure: { block: 8, scale: 0.5 } } as const
export type Grain = keyof typeof grain

/** Brings the page into the look, and the window to the height of all that is on it. */
async function wear({ page, settle }: Still, { width, height, theme }: Look): Promise<void> {
  const now = page.viewportSize()!
  // What hangs on the height of the window shows as in a window of a usual height, if the page fits into it.
  if (now.width !== width || now.height < height) await page.setViewportSize({ width, height })
  if (theme === 'light' || theme === 'dark') await page.emulateMedia({ colorScheme: theme })
  // A lecture chooses its theme itself, by a key.
  else if ((await page.evaluate(() => document.documentElement.dataset['theme'])) !== theme)
    await page.keyboard.press('d')
  for (let tries = 0; tries < 5; tries++) {
    await settle()
    // As high as the page: a browser takes what it shows several times faster than what lies below.
    const whole = await page.evaluate(() => document.documentElement.scrollHeight)
    if (whole <= page.viewportSize()!.height) return
    await page.setViewportSize({ width, height: whole })
  }
  throw new Error(`${page.url()} was expected to fit into a window of its height; it grew with each.`)
}

/** PNG, in base64. */
export async function picture(still: Still, kind: Grain, look: Look): Promise<string> {
  await wear(still, look)
  const { data } = await still.devtools.send('Page.captureScreenshot', {
    format: 'png',
    clip: { x: 0, y: 0, ...still.page.viewportSize()!, scale: grain[kind].scale },
    optimizeForSpeed: true,
  })
  return data
}
