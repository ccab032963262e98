/** Slides of a lecture in the browser: where one is, what stands on the stage. */
import type { Locator, Page } from 'playwright'

export const lecture = (chapter: string) => `en/${chapter}/lecture/`
/** "Figure 1 of 6" */
export const place = (page: Page) => page.locator('.slide-place').innerText()
export const heading = (page: Page) => page.getByRole('heading', { level: 1 })
/** The figure that is shown, once it is there. */
export const shown = (page: Page): Locator => page.locator('.slide-host[data-shown] figure')
export const options = (page: Page): Locator => page.locator('.opts .opt')
/** Waits until the slide stands: its question or its figure. */
export const stand = (page: Page) => page.locator('.opts, .slide-host[data-shown] figure').first().waitFor()
