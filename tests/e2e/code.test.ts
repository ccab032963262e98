/** The figure as a program: the panel below the control bar, by mouse and by keyboard, and what it saves. */
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { figureOf } from './figure.ts'
import { useSite } from './site.ts'

const site = useSite()
const chapter = 'en/activations/'

async function openPanel(link: string) {
  const { page, trouble } = await site.open(`${chapter}${link}`, {
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const figure = await figureOf(page, 'one-bend')
  await figure.getByRole('button', { name: 'More', exact: true }).click()
  await figure.getByRole('button', { name: 'Copy as code' }).click()
  const panel = figure.getByRole('region', { name: 'The figure as code' })
  await panel.waitFor()
  return { page, trouble, figure, panel, text: () => panel.locator('pre').innerText() }
}

test('the program has the settings of the figure, in the chosen library, and is copied', async () => {
  const { page, trouble, panel, text } = await openPanel('?one-bend=v%3D1%26units%3D7%26seeds%3D3,4')
  expect(await text()).toContain("import * as tf from '@tensorflow/tfjs'")
  expect(await text()).toContain('for (const units of [7, 7])')
  expect(await text()).toContain('This is the network of seed 3')
  await panel.getByRole('button', { name: 'Keras' }).click()
  await panel.getByLabel('Variant').selectOption('tanh')
  const shown = await text()
  expect(shown).toContain('import keras')
  expect(shown).toContain('activation="tanh"')
  await panel.getByRole('button', { name: 'Copy', exact: true }).click()
  await panel.getByText('Copied').waitFor()
  expect((await page.evaluate(() => navigator.clipboard.readText())).trim()).toBe(shown.trim())
  expect(trouble).toEqual([])
})

test('it follows the settings; the file that it saves is of the same network', async () => {
  const { page, trouble, figure, panel, text } = await openPanel('')
  expect(await text()).toContain('for (const units of [16, 16])')
  await figure.getByRole('button', { name: 'Settings' }).click()
  await figure.getByRole('button', { name: 'One hidden layer' }).click()
  await panel.getByText('for (const units of [16])').waitFor()
  const saving = page.waitForEvent('download')
  await panel.getByRole('button', { name: 'Save data and starting weights' }).click()
  const file = await saving
  expect(file.suggestedFilename()).toBe('one-bend-linear.json')
  const saved = JSON.parse(await readFile(await file.path(), 'utf8')) as {
    layers: { shape: number[] }[][]
    link: string
  }
  expect(saved.layers.map((layer) => layer.map(({ shape }) => shape))).toEqual([
    [[2, 16], [16]],
    [[16, 1], [1]],
  ])
  expect(saved.link).toContain('depth%3D1')
  await panel.getByText('Saved as one-bend-linear.json').waitFor()
  expect(trouble).toEqual([])
})

test('keys: the code scrolls by arrows, and Close gives the focus back to the figure', async () => {
  const { trouble, figure, panel } = await openPanel('')
  const code = panel.locator('pre')
  await code.focus()
  await code.press('End')
  await code.press('ArrowDown')
  await expect.poll(() => code.evaluate((pre) => pre.scrollTop)).toBeGreaterThan(0)
  await panel.getByRole('button', { name: 'Close' }).press('Enter')
  await panel.waitFor({ state: 'detached' })
  expect(await figure.evaluate((element) => element.contains(document.activeElement))).toBe(true)
  expect(trouble).toEqual([])
})
