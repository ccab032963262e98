/**
 * The built worker on WebGL (in software here) and on plain JavaScript, for a reader who asks for them: both train, and
 * neither loads the other. On wasm, the rest of these tests train.
 */
import { expect, test } from 'vitest'
import { chromiumFlags } from '../../scripts/chromium.mjs'
import { figureOf, press, waitForState } from './figure.ts'
import { useSite } from './site.ts'

const site = useSite(chromiumFlags)

test.each(['webgl', 'cpu'])('a figure trains on %s in the built worker', async (backend) => {
  const link = encodeURIComponent(`v=1&backend=${backend}&seeds=0`)
  // A page without figures: this one asks for its backend as soon as it is near, which may be before anybody listens.
  const { page, trouble } = await site.open('en/claims/')
  const backends = new Set<string>()
  page.context().on('request', (request) => {
    const name = /\/backend-(\w+)-[\w-]{8}\.js$/.exec(request.url())?.[1]
    if (name) backends.add(name)
  })
  await page.goto(`${site.url}en/activations/?one-bend=${link}`)
  const figure = await figureOf(page, 'one-bend')
  await press(figure, 'Step')
  await waitForState(figure, 'paused')
  expect(await figure.getAttribute('data-backend')).toBe(backend)
  expect([...backends]).toEqual([backend])
  expect(trouble).toEqual([])
})
