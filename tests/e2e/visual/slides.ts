/** A lecture on a projector: each slide with its question, and with its figure half way and at the end of the recording. */
import { options, shown, stand } from '../slides.ts'
import type { Still, Take } from './camera.ts'
import { playTo } from './states.ts'

export async function slideStates({ page, settle }: Still, take: Take): Promise<void> {
  await stand(page)
  const count = Number(/of (\d+)$/.exec(await page.locator('.slide-place').innerText())?.[1])
  if (!(count > 0))
    throw new Error(`Expected "Figure 1 of 6" below a slide of ${page.url()}, found something else.`)
  for (let slide = 1; slide <= count; slide++) {
    await page.evaluate((number) => (location.hash = `#${number}`), slide)
    await page.reload()
    await stand(page)
    await settle()
    const number = String(slide).padStart(2, '0')
    if ((await options(page).count()) > 0) {
      await take(`${number} question`)
      await page.keyboard.press('s')
      await shown(page).waitFor()
    }
    await page.keyboard.press('r')
    const figure = shown(page).and(page.locator('[data-recording]'))
    await figure.waitFor()
    const widget = (await figure.getAttribute('data-figure')) ?? ''
    await playTo(page, widget, 0.5)
    await figure.and(page.locator('[data-state=paused]')).waitFor()
    await take(`${number} paused`)
    await playTo(page, widget, 1)
    await figure.and(page.locator('[data-state=done]')).waitFor()
    await take(`${number} done`)
  }
}
