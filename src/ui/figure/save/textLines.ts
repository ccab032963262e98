/** The text of a page where it stands, line by line. Client only. */
export interface TextLine {
  text: string
  /** px on the screen: its left and right end, and the top and bottom of its letters' boxes. */
  left: number
  right: number
  top: number
  bottom: number
}

/** @param node text that may run over several lines. */
export function linesOf(node: Text): TextLine[] {
  const lines: TextLine[] = []
  const range = document.createRange()
  for (const match of node.data.matchAll(/\S+/g)) {
    range.setStart(node, match.index)
    range.setEnd(node, match.index + match[0].length)
    const box = range.getBoundingClientRect()
    if (box.width === 0) continue
    const { left, right, top, bottom } = box
    const line = lines.at(-1)
    if (line && Math.abs(line.top - top) < 2) {
      line.text += ` ${match[0]}`
      line.right = right
    } else lines.push({ text: match[0], left, right, top, bottom })
  }
  return lines
}
