/** What slides and their notes say is held to the rules of words, statements and measured numbers. */
import { describe, expect, it } from 'vitest'
import { printed } from './rule.ts'
import { lectureRules } from './rules.ts'
import { lectureSlugs, parseLecture, readLecture } from './text/chapters.ts'

describe.each(Object.entries(lectureRules))('a lecture %s', (_, rule) => {
  it.each(lectureSlugs)('%s', (slug) => {
    const lecture = readLecture(slug)
    expect(printed(lecture, rule(lecture, [])).join('\n')).toBe('')
  })
})

const source = `---
minutes: 50
---

<Slide figure="race" key="It simply learns." ask="Which one?" metrics="loss">

## Before you press Space

It reaches 91.5% in all seeds.

</Slide>
`

it('reads key lines and notes, each with its line', () => {
  const lecture = parseLecture('test', source)
  const found = Object.values(lectureRules).flatMap((rule) => rule(lecture, []))
  expect(printed(lecture, found)).toEqual([
    expect.stringMatching(/^content\/en\/lectures\/test\.mdx:5: "simply" is not a word/),
    expect.stringMatching(/^content\/en\/lectures\/test\.mdx:9: "reaches 91.5%" looks measured/),
  ])
})
