import { expect, it } from 'vitest'
import { distancesTo, drawings, drawn, size } from '../../src/explorers/which-changes/drawn.ts'
import { distance, resample, unchanged, type Change } from '../../src/explorers/which-changes/resample.ts'

/** 200 images: of each digit one, as the explorer draws it, for twenty seeds. */
const images = Array.from({ length: 20 }, (_, seed) => drawings(seed)).flatMap((all) =>
  Array.from({ length: 10 }, (_, digit) => {
    const { image, others, strangers } = drawn(all, digit)
    return { image, near: distancesTo(image, others), far: distancesTo(image, strangers) }
  }),
)

/** Of all images the shares that a change takes further than the nearest of their digit, and of another. */
function shares(change: Partial<Change>) {
  const moved = images.map((each) => ({
    ...each,
    moved: distance(each.image, resample(each.image, size, { ...unchanged, ...change })),
  }))
  const share = (of: 'near' | 'far') =>
    moved.filter((each) => each.moved > each[of][0]!).length / images.length
  const found = { near: share('near'), far: share('far') }
  console.log(
    `${JSON.stringify(change)}: beyond the nearest of its digit ${found.near}, of another ${found.far}`,
  )
  return found
}

it('a shift right by one pixel takes most images further than another drawing of their digit, and than another digit', () => {
  const { near, far } = shares({ right: 1 })
  expect(near).toBeGreaterThan(0.8)
  expect(far).toBeGreaterThan(0.65)
  expect(shares({ down: 1 }).near).toBeGreaterThan(0.6)
})

it('a turn by 15 degrees takes few of them that far', () => {
  const { near, far } = shares({ turn: 15 })
  expect(near).toBeLessThan(0.35)
  expect(far).toBeLessThan(0.1)
})
