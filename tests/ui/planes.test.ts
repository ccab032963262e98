import { createElement, type ComponentType } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import BowlMeetsBall from '../../src/explorers/bowl-meets-ball/index.tsx'
import OneOutlier from '../../src/explorers/one-outlier/index.tsx'
import Prior from '../../src/explorers/prior/index.tsx'
import UnitBall from '../../src/explorers/unit-ball/index.tsx'

const html = (Explorer: ComponentType<{ id: string; number: string }>) =>
  renderToString(createElement(Explorer, { id: 'a', number: '1.1' }))

it('explorers with points to drag are readable before any script, their points named and placed', () => {
  expect(html(UnitBall)).toContain('this is a norm')
  expect(html(BowlMeetsBall)).toContain('No weight is 0')
  expect(html(OneOutlier)).toContain('Neither has moved')
  expect(html(Prior)).toContain('The mode is 0.45')
  for (const Explorer of [UnitBall, BowlMeetsBall, OneOutlier, Prior])
    expect(html(Explorer)).toMatch(/role="slider"[^>]*aria-label="[^"]+"[^>]*aria-valuetext="[^"]+"/)
})

it('and render the same twice', () => {
  for (const Explorer of [UnitBall, BowlMeetsBall, OneOutlier, Prior])
    expect(html(Explorer)).toBe(html(Explorer))
})
