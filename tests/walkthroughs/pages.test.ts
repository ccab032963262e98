/** The walk-throughs of docs/, to the letter, in a copy of the book: what they build is read in a real browser. */
import path from 'node:path'
import { chromium, type Page } from 'playwright'
import { expect, it, onTestFinished } from 'vitest'
import { findChromium } from '../../scripts/chromium.mjs'
import { readEdition } from '../../src/site/build/serviceWorker.ts'
import { deadLinks } from '../e2e/deadLinks.ts'
import { allLaidOut, figureOf, press, waitForState } from '../e2e/figure.ts'
import { serveSite, withoutGPU } from '../e2e/site.ts'
import { stepsOf, take } from './steps.ts'
import { copyOfTheBook } from './tree.ts'

/** A page of a built site at `base`. What its console complains of is in `trouble`. */
async function open(folder: string, base: string, place: string) {
  const site = await serveSite(base, { folder })
  const browser = await chromium.launch({ executablePath: await findChromium(), args: [...withoutGPU] })
  onTestFinished(() => browser.close())
  const page = await browser.newPage()
  const trouble: string[] = []
  page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()))
  page.on('pageerror', (error) => trouble.push(error.message))
  await page.goto(site.url + place)
  return { page, trouble, site }
}

/** Runs a figure to its end, as its reader would; what it then says. */
async function run(page: Page, widget: string): Promise<string> {
  const figure = await figureOf(page, widget)
  await press(figure, 'Run')
  await waitForState(figure, 'done')
  return figure.locator('.readout').innerText()
}

/**
 * Takes the steps of a page, and has a look at what they have built.
 * @returns what is left of them when all are taken, as git sees it
 */
async function walk(page: string, look: (built: string) => Promise<void>): Promise<string> {
  const tree = copyOfTheBook(path.basename(page, '.md'))
  onTestFinished(() => tree.remove())
  for (const step of stepsOf(page)) {
    take(step, tree)
    if (step.kind === 'command' && step.line.startsWith('npm run build'))
      await look(path.join(tree.folder, 'dist'))
  }
  return tree.changes()
}

const patience = 900_000
const eight = 'The network with eight units first got 95%'

it('docs/add-a-figure.md', { timeout: patience }, async () => {
  const left = await walk('docs/add-a-figure.md', async (built) => {
    const { page, trouble } = await open(built, '/', 'en/pruning/')
    expect(await run(page, 'circle-units')).toContain(eight)
    expect(trouble).toEqual([])
  })
  expect(left).toBe('')
})

it('docs/add-a-chapter.md', { timeout: patience }, async () => {
  const left = await walk('docs/add-a-chapter.md', async (built) => {
    const { page, trouble } = await open(built, '/', 'en/circles/')
    expect(await page.locator('h1').innerText()).toBe('Circles')
    await allLaidOut(page)
    expect(await page.locator('main a.ref').allInnerTexts()).toEqual(['Figure 8.1', '(8.1)'])
    expect(await run(page, 'circle-units')).toContain(eight)
    expect(trouble).toEqual([])
  })
  expect(left).toBe('')
})

it('docs/deploy.md', { timeout: patience }, async () => {
  const base = '/book/'
  const left = await walk('docs/deploy.md', async (built) => {
    expect(deadLinks(built, base).dead).toEqual([])
    const { page, trouble, site } = await open(built, base, 'en/activations/')
    expect(await run(page, 'one-bend')).toContain('to get 95% of the test points right')
    const { edition } = await readEdition(built)
    const saved = () =>
      page.evaluate(async () => {
        const names = (await caches.keys()).filter((name) => name.includes(' edition '))
        return Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length))
      })
    await expect.poll(saved, { timeout: 60_000 }).toEqual([edition.files.length])
    expect(trouble).toEqual([])
    await page.context().setOffline(true)
    await site.close()
    await page.goto(`${site.url}en/pruning/`)
    expect(await page.locator('h1').innerText()).toBe('Pruning')
  })
  expect(left).toBe('')
})
