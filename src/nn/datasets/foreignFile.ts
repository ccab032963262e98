/** What a file is that is not IDX, in words for an error message. A guess from its first bytes, no more. */

const signatures: readonly (readonly [words: string, start: string, at?: number])[] = [
  ['a ZIP archive (unpack it first)', 'PK\x03\x04'],
  ['a file packed with gzip twice (unpack it first)', '\x1f\x8b'],
  ['a PNG picture', '\x89PNG'],
  ['a JPEG picture', '\xff\xd8\xff'],
  ['a GIF picture', 'GIF8'],
  ['a PDF document', '%PDF'],
  ['a NumPy array', '\x93NUMPY'],
  ['an HDF5 file', '\x89HDF'],
  ['a bzip2 archive (unpack it first)', 'BZh'],
  ['an xz archive (unpack it first)', '\xfd7zXZ'],
  ['a 7-Zip archive (unpack it first)', '7z\xbc\xaf'],
  ['a tar archive (unpack it first)', 'ustar', 257],
  ['a Parquet file', 'PAR1'],
  ['a pointer of Git LFS instead of the file', 'version https://git-lfs'],
  ['a web page', '<'],
]

/**
 * @param start the first four bytes.
 * @param piece the bytes that came with the last of them; more is recognized where they are the start of the file too.
 */
export function foundInstead(start: Uint8Array, piece: Uint8Array): string {
  const whole = piece.length >= start.length && start.every((byte, i) => byte === piece[i])
  const text = String.fromCharCode(...(whole ? piece.subarray(0, 300) : start))
  const known = signatures.find(([, mark, at = 0]) => text.startsWith(mark, at))
  if (known) return known[0]
  if (/^[\t\r\n\x20-\x7e]+$/.test(text))
    return `text (“${text.slice(0, 16).replaceAll(/\s+/g, ' ').trim()}…”)`
  return Array.from(start, (byte) => byte.toString(16).padStart(2, '0')).join(' ')
}

/** A file's name as it may stand in a sentence: printable, and not long. */
export function quoted(name: string): string {
  const printable = name.replaceAll(/[\p{C}“”]/gu, '').trim() || 'The file'
  return `“${printable.length > 60 ? `${printable.slice(0, 40)}…${printable.slice(-16)}` : printable}”`
}
