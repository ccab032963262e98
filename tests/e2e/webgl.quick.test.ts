/** The built site where WebGL is there (in software here): a reader who asks for it gets it. */
import { expect, test } from 'vitest'
import { chromiumFlags } from '../../scripts/chromium.mjs'
import { figureOf, press, waitForState } from './figure.ts'
import { useSite } from './site.ts'

const site = useSite(chromiumFlags)

test('a figure trains on WebGL in the built worker', async () => {
  const { page, trouble } = await site.open('en/activations/?one-bend=v%3D1%26backend%3Dwebgl%26seeds%3D0')
  const figure = await figureOf(page, 'one-bend')
  await press(figure, 'Step')
  await waitForState(figure, 'paused')
  expect(await figure.getAttribute('data-backend')).toBe('webgl')
  expect(trouble).toEqual([])
})
