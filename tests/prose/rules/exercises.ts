/** Every exercise can be checked by its reader, and each chapter has enough of them. */
import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { attributes, isElement, type Element } from '../../../src/mdx/compile/attributes.ts'
import type { Rule } from '../rule.ts'

export const leastExercises = 6
export const leastChecked = 2

const within = (node: Nodes | Root, name: string): Element[] => {
  const found: Element[] = []
  visit(node, (child) => {
    if (isElement(child) && child.name === name) found.push(child)
  })
  return found
}

export const exercises: Rule = ({ tree }) => {
  const all = within(tree, 'Exercise')
  const lineOf = (node?: Nodes) => node?.position?.start.line ?? 1
  const missing = all.flatMap((exercise) =>
    ['Hint', 'Solution']
      .filter((part) => within(exercise, part).length !== 1)
      .map((part) => ({
        line: lineOf(exercise),
        reason: `An <Exercise> has one <${part}>, this one has ${within(exercise, part).length}.`,
      })),
  )
  const checked = all.filter((exercise) => attributes(exercise).values['check'] !== undefined)
  const count = (found: number, least: number, what: string, advice: string) =>
    found < least
      ? [
          {
            line: lineOf(all[0]),
            reason: `The chapter has ${found} ${what}; ${least} are the least. ${advice}`,
          },
        ]
      : []
  return [
    ...missing,
    ...count(all.length, leastExercises, 'exercises', 'Write more.'),
    ...count(
      checked.length,
      leastChecked,
      'exercises that a figure checks',
      'Give more of them check="...", metric, and atLeast or atMost.',
    ),
  ]
}
