import { expect, it } from 'vitest'
import { fromLink } from '../../lab/link.ts'
import { learning, recording, setup } from '../../../tests/ui/recording.ts'
import { linkToFigure } from './link.ts'

const run = recording(learning, { config: { learningRate: 0.03 } })

it('opens the settings and scrolls to the figure', () => {
  const url = new URL(linkToFigure(run, 'race', 'fast', 'https://book.example/en/activations/#sec-2'))
  expect(url.hash).toBe('#fig-fast')
  expect(url.pathname).toBe('/en/activations/')
  expect(fromLink(setup, url.searchParams.get('race') ?? '').config).toEqual({ learningRate: 0.03 })
})

it('keeps what the address holds for other figures, and replaces its own', () => {
  const url = new URL(
    linkToFigure(run, 'race', undefined, 'https://book.example/?race=v%3D1%26seeds%3D7&bend=v%3D1'),
  )
  expect(url.searchParams.get('bend')).toBe('v=1')
  expect(url.searchParams.getAll('race')).toEqual(['v=1&learningRate=0.03&seeds=0,1'])
  expect(url.hash).toBe('')
})
