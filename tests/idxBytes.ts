/** Writes IDX files for tests. */

const header = (dimensions: readonly number[], type = 0x08): Uint8Array => {
  const bytes = new Uint8Array(4 + 4 * dimensions.length)
  const view = new DataView(bytes.buffer)
  bytes.set([0, 0, type, dimensions.length])
  for (const [i, length] of dimensions.entries()) view.setUint32(4 + 4 * i, length)
  return bytes
}

/** An IDX file of bytes; `numbers` need not be as long as `dimensions` claims. */
export function idxBytes(
  dimensions: readonly number[],
  numbers: ArrayLike<number>,
  type?: number,
): Uint8Array<ArrayBuffer> {
  const start = header(dimensions, type)
  const bytes = new Uint8Array(start.length + numbers.length)
  bytes.set(start)
  bytes.set(numbers, start.length)
  return bytes
}

/** A file as a reader would drop it. */
export const file = (name: string, bytes: Uint8Array<ArrayBuffer>): File => new File([bytes], name)

/** Packed as gzip packs. */
export async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(packed).arrayBuffer())
}

/** Images in which every pixel differs from its neighbours, dark on the whole as MNIST is. */
export const somePixels = (length: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length }, (_, i) => (Math.imul(i + 7, 2654435761) >>> 24) >> 1)

export const someLabels = (count: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: count }, (_, i) => i % 10)
