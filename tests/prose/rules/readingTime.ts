/**
 * That `minutes` of the front matter is how long the chapter takes. One formula: words at a reader's pace, time to look at
 * formulas and tables, and time to guess, run and watch each figure. The doing of exercises is not reading: of them the
 * question counts, not hints and solutions.
 */
import { visit } from 'unist-util-visit'
import { isElement } from '../../../src/mdx/compile/attributes.ts'
import type { Rule } from '../rule.ts'
import type { Chapter } from '../text/chapters.ts'
import { passages } from '../text/passages.ts'

const wordsPerMinute = 200

/** Seconds for each of these, besides the words around it. */
const seconds: Readonly<Record<string, number>> = {
  inlineMath: 2,
  math: 20,
  table: 20,
  Figure: 90,
  Explorer: 60,
}

/** Of the computed time: so far may the written one be off. */
const tolerance = 0.2

const closed = ['Hint', 'Solution']

const wordCount = (text: string): number => text.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0

export function readingMinutes({ tree }: Chapter): number {
  const read = passages(tree).filter(({ inside }) => !inside.some((name) => closed.includes(name)))
  let minutes = read.reduce((sum, { text }) => sum + wordCount(text), 0) / wordsPerMinute
  visit(tree, (node) => {
    if (isElement(node) && closed.includes(node.name ?? '')) return 'skip'
    minutes += (seconds[(isElement(node) ? node.name : node.type) ?? ''] ?? 0) / 60
    return undefined
  })
  return minutes
}

export const readingTime: Rule = (chapter) => {
  const front = chapter.tree.children.find((node) => node.type === 'yaml')
  const before = front?.value.split(/^minutes: /m)
  const written = Number.parseInt(before?.[1] ?? '', 10)
  const minutes = readingMinutes(chapter)
  if (Math.abs(written - minutes) <= tolerance * minutes) return []
  const line = (front?.position?.start.line ?? 0) + (before?.[0]?.split('\n').length ?? 0)
  const unit = minutes < 20 ? 1 : 5
  const right = Math.max(1, unit * Math.round(minutes / unit))
  const reason = `The chapter takes ${minutes.toFixed(1)} minutes by its words, formulas and figures, the front matter says ${written}. Write minutes: ${right}.`
  return [{ line, reason }]
}
