/** Every chapter of content/en, rule by rule. What fails says where, and what to write instead. */
import { describe, expect, it } from 'vitest'
import { printed } from './rule.ts'
import { rules } from './rules.ts'
import { readChapter, slugs, type Chapter } from './text/chapters.ts'

/** A chapter that cannot be read fails its own tests only. */
const readable = slugs.flatMap((slug): Chapter[] => {
  try {
    return [readChapter(slug)]
  } catch {
    return []
  }
})
const book = readable.toSorted((a, b) => a.order - b.order)

describe.each(slugs)('%s', (slug) => {
  it.each(Object.entries(rules))('%s', (_, rule) => {
    const chapter = readChapter(slug)
    expect(printed(chapter, rule(chapter, book)).join('\n')).toBe('')
  })
})
