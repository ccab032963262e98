import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import ActivationExplorer from '../../src/explorers/activation-explorer/index.tsx'
import NormalizationAxes from '../../src/explorers/normalization-axes/index.tsx'
import Whitening from '../../src/explorers/whitening/index.tsx'
import OneBend from '../../src/widgets/one-bend/index.tsx'

it('a live figure renders without a window: idle, named, with its question, axes reserved', () => {
  const html = renderToString(createElement(OneBend, { number: '1.1' }))
  expect(html).toContain('data-figure="one-bend"')
  expect(html).toContain('data-state="idle"')
  expect(html).toContain('data-asking')
  for (const name of ['Run', 'Step', 'Reset', 'Settings'])
    expect(html).toMatch(new RegExp(`<button[^>]*(aria-label="${name}"|>(<svg.*?</svg>)?${name}</button>)`))
  expect(html.match(/class="plot-box"/g)).toHaveLength(2)
  expect(html).not.toContain('recharts')
})

const once = () => renderToString(createElement(OneBend, { number: '1.1' }))

it('renders the same twice, so hydration finds what it expects', () => {
  expect(once()).toBe(once())
})

it('the explorer is readable before any script: value, slope and range in words', () => {
  const html = renderToString(createElement(ActivationExplorer, { number: '1.2' }))
  expect(html).toContain('data-explorer="activation-explorer"')
  expect(html).toContain('(0, 1)')
  expect(html).toContain('The slope is 0.20')
})

it('the other explorers are readable before any script, too, and render the same twice', () => {
  const whitening = () => renderToString(createElement(Whitening, { id: 'a', number: '3.1' }))
  expect(whitening()).toContain('Raw')
  expect(whitening()).toContain('Covariance')
  expect(whitening()).toBe(whitening())
  const axes = () => renderToString(createElement(NormalizationAxes, { id: 'b', number: '3.2' }))
  expect(axes()).toContain('4 × 2 × 2 = 16 numbers')
  expect(axes()).toBe(axes())
})
