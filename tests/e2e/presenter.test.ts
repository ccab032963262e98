/** Two windows and one run: what happens on the slide is seen in the notes, what is pressed in the notes happens on the slide. */
import jsQR from 'jsqr'
import type { BrowserContext, Locator, Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { axe } from './axe.ts'
import { useSite } from './site.ts'

const site = useSite()
const lecture = 'en/activations/lecture/'
/** Networks that are not trained: a run of ten steps. */
const slide = `${lecture}#fig-born-dead`

const question = (slides: Page) => slides.locator('.opts')
const shown = (slides: Page) => slides.locator('.slide-host[data-shown] figure')
const wall = (notes: Page) => notes.locator('.wall-title [role=status]')
const text = (place: Locator) => place.innerText()
const mirrored = (notes: Page, part: string) => notes.frameLocator('.mirror iframe').locator(part)

async function openSlides(place = slide) {
  const { page: slides, trouble } = await site.open(place, { viewport: { width: 1280, height: 720 } })
  await question(slides).waitFor()
  return { slides, trouble, context: slides.context() }
}

async function openNotes(slides: Page, context: BrowserContext): Promise<Page> {
  const opened = context.waitForEvent('page')
  // Its code comes after the slides.
  await slides.keyboard.press('w')
  const notes = await opened
  await notes.setViewportSize({ width: 1280, height: 740 })
  await wall(notes).waitFor()
  return notes
}

/** Waits until the run of the slide is over. */
const done = (slides: Page) =>
  slides.locator('.slide-host[data-shown] figure[data-state=done]').waitFor({ timeout: 90_000 })

/** The plots say the same in both windows; numbers stand in them. */
async function samePlots(slides: Page, notes: Page): Promise<string> {
  const plots = '.slide-host[data-shown] .plots'
  await expect
    .poll(async () => text(mirrored(notes, plots)), { timeout: 20_000 })
    .toBe(await text(slides.locator(plots)))
  return text(slides.locator(plots))
}

describe('the presenter window', () => {
  it('shows the run of the slide, and its keys drive it', async () => {
    const { slides, trouble, context } = await openSlides()
    const notes = await openNotes(slides, context)
    notes.on('console', (message) => message.type() === 'error' && trouble.push(message.text()))
    notes.on('pageerror', (error) => trouble.push(error.message))
    expect(await text(notes.locator('.presenter-head'))).toContain('Figure 3 of 5: Five widths')
    expect(await notes.locator('[data-notes]:visible').count()).toBe(1)
    expect(await text(notes.locator('[data-notes]:visible'))).toContain('Say what dead means')

    // Hands are counted in the notes; the wall keeps them to itself until they are locked.
    await notes.keyboard.press('a')
    await notes.keyboard.press('c')
    await notes.keyboard.press('c')
    await notes.getByText('The room predicted (3 hands)').waitFor()
    expect(await slides.locator('.opt-count').allInnerTexts()).toEqual(['', '', ''])

    await notes.keyboard.press('Space')
    await done(slides)
    await expect.poll(() => text(wall(notes))).toBe('depth 10, done.')
    const end = await samePlots(slides, notes)
    expect(end).toMatch(/width 2[\s\S]*\d+%/)
    await notes.getByText('Right: Most.').waitFor()

    // One measurement back: the same value in both, and another than at the end.
    await notes.keyboard.press('ArrowLeft')
    await expect.poll(() => text(wall(notes))).toBe('depth 9, done.')
    expect(await samePlots(slides, notes)).not.toBe(end)
    // A cue of the notes is a way to its place.
    await notes.getByText('depth 2', { exact: true }).click()
    await expect.poll(() => text(wall(notes))).toBe('depth 2, done.')
    await samePlots(slides, notes)

    const blank = await mirrored(notes, 'canvas').evaluateAll((canvases) =>
      canvases.map((canvas) => {
        const { width, height } = canvas as HTMLCanvasElement
        const pixels = (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height).data
        return pixels.every((value) => value === 0)
      }),
    )
    expect(blank).toEqual([false, false, false])

    await notes.keyboard.press('n')
    await notes.getByText('Figure 4 of 5: Five activations learn digits').waitFor()
    await expect.poll(() => slides.url()).toContain('#fig-race')
    expect(trouble).toEqual([])
  })

  it('follows again after either window was loaded anew, and says when the slides are gone', async () => {
    const { slides, context } = await openSlides()
    const notes = await openNotes(slides, context)
    await notes.reload()
    await wall(notes).waitFor()
    await mirrored(notes, '.opts').waitFor()

    await slides.keyboard.press('s')
    await shown(slides).waitFor()
    await slides.reload()
    await question(slides).waitFor()
    await expect.poll(() => text(wall(notes)), { timeout: 20_000 }).toContain('The question of')
    expect(await notes.locator('.bond').count()).toBe(0)

    await slides.close()
    await notes.getByText('The slides do not answer').waitFor()
    expect(await notes.getByRole('link', { name: 'Open the slides' }).count()).toBe(1)
  })

  it('finds slides that are open when it is opened late, and asks which where there are two', async () => {
    const { slides, context } = await openSlides()
    const late = await context.newPage()
    await late.goto(`${site.url}${lecture}notes/`)
    await wall(late).waitFor()
    expect(await text(late.locator('.presenter-head'))).toContain('Figure 3 of 5')
    await late.close()

    const others = await context.newPage()
    await others.goto(`${site.url}${lecture}#fig-bend`)
    await question(others).waitFor()
    const notes = await context.newPage()
    await notes.goto(`${site.url}${lecture}notes/`)
    await notes.getByText('Which do you show?').waitFor()
    await notes.getByRole('button', { name: 'The same layers' }).click()
    await expect.poll(() => text(notes.locator('.presenter-head'))).toContain('Figure 1 of 5')
    // Two lectures do not mix: only one of them moves.
    await notes.keyboard.press('n')
    await expect.poll(() => others.url()).toContain('#fig-thermometer')
    expect(slides.url()).toContain('#fig-born-dead')
  })

  it('offers no slides that were closed, and follows those that are left', async () => {
    const { slides, context } = await openSlides()
    const others = await context.newPage()
    await others.goto(`${site.url}${lecture}#fig-bend`)
    await question(others).waitFor()
    const notes = await context.newPage()
    await notes.goto(`${site.url}${lecture}notes/`)
    await notes.getByRole('button', { name: 'The same layers' }).waitFor()
    await others.close()
    await expect
      .poll(() => text(notes.locator('.presenter-head')), { timeout: 20_000 })
      .toContain('Figure 3 of 5')
    await slides.close()
    // Nobody is left to follow.
    await notes.getByText('The slides do not answer').waitFor()
    expect(await notes.getByRole('button', { name: 'Follow the slides' }).count()).toBe(0)
  })

  it('is shown over the slides where the browser opens no window', async () => {
    const { slides } = await openSlides()
    await slides.evaluate(() => {
      window.open = () => null
    })
    await slides.keyboard.press('w')
    await slides.getByText('The browser kept the notes window from opening').waitFor()
    const docked = slides.locator('.over-notes')
    const notes = slides.frameLocator('.over-notes')
    const note = notes.getByText('Say what dead means')
    await note.waitFor()
    // They wear the theme of the room, whatever the reader chose.
    const worn = () => notes.locator('html').getAttribute('data-theme')
    await expect.poll(worn).toBe('projector')
    await slides.keyboard.press('d')
    await expect.poll(worn).toBe('projector-dark')
    // The sentence covers nothing of the slide, which has made room.
    const [said, stage] = [slides.locator('.over-said'), slides.locator('[data-stage]')]
    const below = (await stage.boundingBox())!
    expect((await said.boundingBox())!.y).toBeGreaterThanOrEqual(below.y + below.height - 1)
    await slides.keyboard.press('Shift+W')
    await expect.poll(() => docked.count()).toBe(0)

    // Keys close them from inside, too, and are the slides' again afterwards.
    for (const key of ['w', 'Shift+W']) {
      await slides.keyboard.press('Shift+W')
      await note.click()
      await notes.getByText('Figure 3 of 5').waitFor()
      await slides.keyboard.press(key)
      await expect.poll(() => docked.count()).toBe(0)
    }
    await slides.keyboard.press('Shift+W')
    await notes.getByRole('button', { name: 'Close the notes' }).click()
    await expect.poll(() => docked.count()).toBe(0)
    await slides.keyboard.press('s')
    await shown(slides).waitFor()
  })

  it('keeps the time, and says how it fits the slide', async () => {
    const { slides, context } = await openSlides()
    await context.clock.install()
    const notes = await openNotes(slides, context)
    await notes.getByRole('button', { name: 'Start the clock' }).click()
    await notes.clock.fastForward('25:00')
    const plan = notes.locator('.clock-plan')
    await expect.poll(() => text(notes.locator('.clock'))).toMatch(/^25:[0-2]\d$/)
    // 45 minutes and five slides: the third has the time up to 27 minutes.
    expect(await text(plan)).toContain('on pace')
    await notes.getByLabel('Planned minutes').fill('30')
    await expect.poll(() => text(plan)).toContain('7 min behind')
    await notes.getByRole('button', { name: 'Pause the clock' }).click()
    const stands = await text(notes.locator('.clock'))
    expect(stands).toMatch(/^25:[0-2]\d$/)
    await notes.reload()
    await expect.poll(() => text(notes.locator('.clock'))).toBe(stands)
  })

  it.each(['light', 'dark'] as const)('has no fault that axe finds, %s', async (colorScheme) => {
    const { slides, context } = await openSlides()
    const notes = await openNotes(slides, context)
    await notes.emulateMedia({ colorScheme })
    await mirrored(notes, '.opts').waitFor()
    expect(await axe(notes, 'html', '.mirror')).toEqual([])
  })
})

/** What a camera would read off the screen. */
async function scan(page: Page, part: Locator): Promise<string | undefined> {
  const png = (await part.screenshot()).toString('base64')
  // As a phone would see it from some way off, and few enough pixels to hand over.
  const side = 320
  const pixels = await page.evaluate(
    async ([source, size]) => {
      const image = new Image()
      image.src = `data:image/png;base64,${source}`
      await image.decode()
      const context = new OffscreenCanvas(size, size).getContext('2d')!
      context.drawImage(image, 0, 0, size, size)
      return Array.from(context.getImageData(0, 0, size, size).data)
    },
    [png, side] as const,
  )
  return jsQR(new Uint8ClampedArray(pixels), side, side)?.data
}

describe('the code for students', () => {
  it('leads to the figure in its state, in both rooms', async () => {
    const { slides, context } = await openSlides(`${lecture}?born-dead=v=1%26depth=5#fig-born-dead`)
    const notes = await openNotes(slides, context)
    await notes.keyboard.press('q')
    const code = slides.locator('.wall-code .qr')
    await code.waitFor()
    const address = `${site.url}en/activations/?born-dead=v=1%26depth=5#fig-born-dead`
    expect(await scan(slides, code)).toBe(address)
    expect(await text(slides.locator('.wall-link'))).toBe(address.replace('http://', ''))
    await slides.keyboard.press('d')
    await expect
      .poll(() => slides.evaluate(() => document.documentElement.dataset['theme']))
      .toBe('projector-dark')
    expect(await scan(slides, code)).toBe(address)
    await slides.keyboard.press('q')
    await expect.poll(() => code.count()).toBe(0)
  })

  it('is short where nothing was changed, and can lead to a moment of the run', async () => {
    const { slides } = await openSlides()
    await slides.keyboard.press('Space')
    await done(slides)
    await slides.keyboard.press('q')
    const link = slides.locator('.wall-link')
    await expect
      .poll(() => text(link))
      .toBe(`${site.url}en/activations/#fig-born-dead`.replace('http://', ''))
    await slides.getByRole('button', { name: 'At this moment of the run' }).click()
    expect(await text(link)).toContain('?born-dead=v=2%26at=10#fig-born-dead')
  })
})

describe('the deck', () => {
  it('is what the link says, as far as it can be', async () => {
    const { slides } = await openSlides(`${lecture}?deck=kill,bend,sizes&minutes=soon`)
    await slides.getByText('Figure 1 of 2', { exact: true }).waitFor()
    const said = await text(slides.locator('.over-said'))
    expect(said).toContain('This lecture has no figure “sizes”; the others are shown.')
    expect(said).toContain('Expected whole minutes from 1 to 600, found “soon”')
    await slides.getByRole('button', { name: 'Close' }).click()
    expect(await slides.locator('.over-said').count()).toBe(0)
  })

  it('is edited in the notes, shared as a link, and shown', async () => {
    const { slides, context } = await openSlides()
    const notes = await openNotes(slides, context)
    await notes.keyboard.press('e')
    const dialog = notes.getByRole('dialog')
    await dialog.getByLabel('1.1 The same layers').uncheck()
    await dialog.getByRole('button', { name: 'One network, two learning rates, one leak: earlier' }).click()
    await dialog.getByLabel('Planned minutes').fill('40')
    const link = `${site.url}${lecture}?deck=thermometer,born-dead,kill,race&minutes=40`
    expect(await dialog.getByLabel('Link to this lecture').inputValue()).toBe(link)
    await dialog.getByRole('button', { name: 'Show this deck' }).click()
    await expect.poll(() => slides.url()).toBe(`${link}#fig-born-dead`)
    await expect.poll(() => text(notes.locator('.presenter-head')), { timeout: 20_000 }).toContain('2 of 4')
    expect(await notes.getByLabel('Planned minutes').inputValue()).toBe('40')
  })
})
