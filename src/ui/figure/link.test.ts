import { expect, it } from 'vitest'
import { fromLink } from '../../lab/link.ts'
import { learning, recording, setup } from '../../../tests/ui/recording.ts'
import { linkToFigure } from './link.ts'

const at = (epoch: number) => ({ step: epoch, epoch })
const run = recording(learning, { config: { learningRate: 0.03 } })

it('opens the settings and scrolls to the figure', () => {
  const url = new URL(
    linkToFigure(run, 'settings', 'race', 'fast', 'https://book.example/en/activations/#sec-2'),
  )
  expect(url.hash).toBe('#fig-fast')
  expect(url.pathname).toBe('/en/activations/')
  expect(fromLink(setup, url.searchParams.get('race') ?? '').config).toEqual({ learningRate: 0.03 })
})

it('keeps what the address holds for other figures, and replaces its own', () => {
  const url = new URL(
    linkToFigure(
      run,
      'settings',
      'race',
      undefined,
      'https://book.example/?race=v%3D1%26seeds%3D7&bend=v%3D1',
    ),
  )
  expect(url.searchParams.get('bend')).toBe('v=1')
  expect(url.searchParams.getAll('race')).toEqual(['v=1&learningRate=0.03&seeds=0,1'])
  expect(url.hash).toBe('')
})

it('a moment holds how the run began, what was changed up to it, and no backend', () => {
  const changed = recording(learning, {
    config: { learningRate: 1 },
    initialConfig: { learningRate: 0.5 },
    changes: [
      { step: 4, values: { learningRate: 0.03 } },
      { step: 15, values: { learningRate: 1 } },
    ],
    now: at(10),
    backendChoice: 'cpu',
  })
  const text = (what: 'moment' | 'settings') =>
    new URL(linkToFigure(changed, what, 'race', undefined, 'https://book.example/')).searchParams.get('race')
  expect(text('moment')).toBe('v=2&learningRate=0.5&seeds=0,1&change=4:learningRate:0.03&at=10')
  expect(fromLink(setup, text('moment') ?? '')).toMatchObject({ at: 10, backend: 'auto', corrections: [] })
  expect(text('settings')).toBe('v=1&learningRate=1&seeds=0,1&backend=cpu')
})
