import { createElement, type ComponentType } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import Bottleneck from '../../src/explorers/bottleneck/index.tsx'
import DragAKernel from '../../src/explorers/drag-a-kernel/index.tsx'
import Padding from '../../src/explorers/padding/index.tsx'

const html = (Explorer: ComponentType<{ id: string; number: string }>) =>
  renderToString(createElement(Explorer, { id: 'a', number: '6.1' }))

it('the explorers of convolution are readable before any script: sums, sizes and counts in words', () => {
  expect(html(DragAKernel)).toMatch(/role="slider"[^>]*aria-valuetext="row 4, column 5 of the map/)
  expect(html(DragAKernel)).toContain('add up to 0')
  expect(html(Padding)).toContain('(6 + 0 + 0 − 3) / 1, + 1 = 4')
  expect(html(Padding)).toContain('each pixel is: 1, 2, 3, 3, 2, 1.')
  expect(html(Bottleneck)).toContain('69,632')
  expect(html(Bottleneck)).toContain('589,824')
})

it('and render the same twice', () => {
  for (const Explorer of [DragAKernel, Padding, Bottleneck]) expect(html(Explorer)).toBe(html(Explorer))
})
