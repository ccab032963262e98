/** Replaces each <Measured> by the number that was measured; one that cannot be found is an author's mistake. */
import type { Root, Text } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { attributes, isElement } from './attributes.ts'
import { measuredText, type Measurements } from './measuredValue.ts'
import { report } from './problems.ts'

export const measured =
  ({ measurements }: { measurements: Measurements }) =>
  (tree: Root, file: VFile) =>
    visit(tree, (node, index, parent) => {
      if (!parent || index === undefined || !isElement(node) || node.name !== 'Measured') return undefined
      const { values } = attributes(node)
      // What is missing has been reported with the words.
      if (!values['from'] || !values['of']) return undefined
      const result = measuredText(values, measurements)
      if ('fault' in result) {
        report(file, node, result.fault)
        return undefined
      }
      const text: Text = { type: 'text', value: result.text }
      parent.children.splice(index, 1, text as never)
      return index + 1
    })
