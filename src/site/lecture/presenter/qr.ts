/** A text as a QR code: an SVG path of unit squares, with the quiet zone that readers need around it. */
import newCode from 'qrcode-generator'

/** Empty units on every side; the standard asks for four. */
export const quiet = 4

export interface Code {
  /** Units on each side, quiet zone included. */
  size: number
  /** `d` of a path that is to be filled black on white, whatever the theme. */
  path: string
}

/** Bytes that a code of this error correction can hold at most. */
export const mostBytes = 2331

/**
 * Error correction M: 15% of a code may be hidden. The smallest code that holds the text is made.
 * @throws if the text is longer than a QR code can hold.
 */
export function codeOf(text: string): Code {
  const bytes = new TextEncoder().encode(text).length
  if (bytes > mostBytes)
    throw new Error(
      `Expected at most ${mostBytes} bytes for a QR code, found ${bytes}. Copy the link instead, or change fewer settings.`,
    )
  const code = newCode(0, 'M')
  code.addData(text, 'Byte')
  code.make()
  const count = code.getModuleCount()
  const rows = Array.from({ length: count }, (_, row) => {
    let [path, column] = ['', 0]
    while (column < count) {
      const start = column
      while (column < count && code.isDark(row, column)) column++
      // One rectangle for each stretch of black, so that no hair lines show between squares.
      if (column > start) path += `M${start + quiet} ${row + quiet}h${column - start}v1h-${column - start}z`
      else column++
    }
    return path
  })
  return { size: count + 2 * quiet, path: rows.join('') }
}
