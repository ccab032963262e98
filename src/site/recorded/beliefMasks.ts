/**
 * What a classifier believes over the plane as two greyscale pictures, one per class: how sure it is of that class.
 * A page lays the colours of its theme below them (CSS masks), so one file serves light, dark and paper.
 */
import { crc32, deflateSync } from 'node:zlib'

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

/** 0 to 255, in 32 steps: finer ones are not seen, and these compress well. */
const level = (value: number) => Math.round((Math.round(Math.max(0, Math.min(1, value)) * 31) / 31) * 255)

/** A square PNG of grey and alpha, black at the given opacities, as a data URL. @param alpha 0 to 1, row by row. */
export function opacityPng(alpha: readonly number[], size: number): string {
  const rows = Array.from({ length: size }, (_, row) => [
    0,
    ...alpha.slice(row * size, (row + 1) * size).flatMap((value) => [0, level(value)]),
  ])
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size, 0)
  head.writeUInt32BE(size, 4)
  // 8 bits, grey with alpha.
  head.set([8, 4, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const png = Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Uint8Array.from(rows.flat()), { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ])
  return `data:image/png;base64,${png.toString('base64')}`
}

/** @param grid probabilities of class B. @returns opacities of the colours of class A and class B. */
export const sureOf = (grid: ArrayLike<number>): { a: number[]; b: number[] } => ({
  a: Array.from(grid, (p) => Math.max(0, 1 - 2 * p)),
  b: Array.from(grid, (p) => Math.max(0, 2 * p - 1)),
})
