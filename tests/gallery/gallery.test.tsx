/**
 * The figures of the gallery on the other backends, unless one is known to ask a backend for nothing that others do
 * not; and axe on each of them while it trains.
 */
import axe from 'axe-core'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { button, errors, mount, names, reaches, takeTwoSteps } from './figures.tsx'
import { likeOthers } from './likeOthers.ts'

for (const backend of ['cpu', 'webgl'] as const)
  test.each(names.filter((name) => !likeOthers.includes(name)))(
    `%s is idle at first, and takes two steps on ${backend}`,
    async (name) => {
      expect((await takeTwoSteps(name, backend)).dataset['backend']).toBe(backend)
      expect(errors).toEqual([])
    },
  )

test.each(names)('axe finds nothing in %s, and its picture is kept', async (name) => {
  const figure = await mount(name, 'v=1&backend=wasm&seeds=0,1,2')
  // A figure may call it otherwise: "Run it here".
  figure.querySelector<HTMLButtonElement>('button[data-run]')?.click()
  await reaches(figure, 'running', 'done')
  await new Promise((resolve) => setTimeout(resolve, 500))
  if (figure.dataset['state'] === 'running') button(figure, 'Pause').click()
  await reaches(figure, 'paused', 'done')
  const { violations } = await axe.run(figure, { resultTypes: ['violations'] })
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`),
  ).toEqual([])
  await page.screenshot({ element: figure, path: `../../.cache/gallery/${name}.png` })
  expect(errors).toEqual([])
})
