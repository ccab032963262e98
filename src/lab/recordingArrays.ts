/**
 * Typed arrays in JSON: each is written once into a list, as base64, and stands elsewhere as its place in it.
 * Nothing is lost here; floats that `coarse` has rounded take half the room.
 */

/** A typed array in text. `grid` holds places between `low` and `high`, in one byte each or in two. */
interface Packed {
  type: 'float32' | 'uint8' | 'grid'
  low?: number
  high?: number
  /** Bytes of a place. */
  width?: 1 | 2
  data: string
}

/** So many numbers are a picture, which is drawn in 256 colours; fewer may be points of a line. */
const picture = 2048

const widthOf = (values: { length: number }): 1 | 2 => (values.length >= picture ? 1 : 2)

/** The last place; the one after it stands for NaN, which is how a picture leaves a cell empty. */
const lastPlace = (width: 1 | 2) => 256 ** width - 2

interface Grid {
  low: number
  high: number
  last: number
}

/** Null where infinities or no numbers at all leave nothing to divide. */
function gridOf(values: Float32Array): Grid | null {
  let [low, high] = [Infinity, -Infinity]
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  return low > -Infinity && high < Infinity && low <= high
    ? { low, high, last: lastPlace(widthOf(values)) }
    : null
}

const placeOf = (value: number, { low, high, last }: Grid) =>
  Number.isNaN(value) ? last + 1 : high > low ? Math.round(((value - low) / (high - low)) * last) : 0

function valueAt(place: number, { low, high, last }: Grid): number {
  if (place > last) return Number.NaN
  return place === last ? high : Math.fround(low + (place / last) * (high - low))
}

/**
 * The nearest values on an even grid from the least to the greatest, of 255 for a picture and 65,535 otherwise;
 * as they are if one is infinite. `coarse(coarse(x))` is `coarse(x)`.
 */
export function coarse(values: Float32Array): Float32Array {
  const grid = gridOf(values)
  return grid ? values.map((value) => valueAt(placeOf(value, grid), grid)) : values
}

/** Every float array in a tree of plain data, made coarse. */
export function coarseTree(tree: unknown): unknown {
  if (tree instanceof Float32Array) return coarse(tree)
  if (Array.isArray(tree)) return tree.map(coarseTree)
  if (typeof tree !== 'object' || tree === null || ArrayBuffer.isView(tree)) return tree
  return Object.fromEntries(Object.entries(tree).map(([name, value]) => [name, coarseTree(value)]))
}

const toBase64 = (bytes: Uint8Array): string => {
  let text = ''
  for (let i = 0; i < bytes.length; i += 8192)
    text += String.fromCharCode(...bytes.subarray(i, Math.min(bytes.length, i + 8192)))
  return btoa(text)
}

const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (char) => char.charCodeAt(0))

/** All high bytes, then all low ones: neighbours differ little in the first half, which then compresses. */
const toBytes = (places: readonly number[], width: 1 | 2): Uint8Array =>
  Uint8Array.from(
    width === 1 ? places : [...places.map((place) => place >> 8), ...places],
    (place) => place & 255,
  )

const toPlaces = (bytes: Uint8Array, width: 1 | 2): number[] => {
  if (width === 1) return Array.from(bytes)
  const half = bytes.length >> 1
  return Array.from({ length: half }, (_, i) => (bytes[i]! << 8) | bytes[half + i]!)
}

/** Platforms that run this are little endian, as typed arrays in a browser are. */
function pack(values: Float32Array | Uint8Array): Packed {
  if (values instanceof Uint8Array) return { type: 'uint8', data: toBase64(values) }
  const grid = gridOf(values)
  if (grid) {
    const places = Array.from(values, (value) => placeOf(value, grid))
    const width = widthOf(values)
    if (values.every((value, i) => Object.is(value, valueAt(places[i]!, grid))))
      return { type: 'grid', low: grid.low, high: grid.high, width, data: toBase64(toBytes(places, width)) }
  }
  const { buffer, byteOffset, byteLength } = values
  return { type: 'float32', data: toBase64(new Uint8Array(buffer, byteOffset, byteLength)) }
}

function unpack({ type, low = 0, high = 0, width = 2, data }: Packed): Float32Array | Uint8Array {
  const bytes = fromBase64(data)
  if (type === 'uint8') return bytes
  const grid = { low, high, last: lastPlace(width) }
  if (type === 'grid') return Float32Array.from(toPlaces(bytes, width), (place) => valueAt(place, grid))
  return new Float32Array(bytes.buffer, 0, bytes.length >> 2)
}

/** `tree` with a place in `arrays` for each typed array; arrays with the same numbers share one. */
export function packArrays(tree: unknown): { packed: unknown; arrays: Packed[] } {
  const places = new Map<string, number>()
  const arrays: Packed[] = []
  const walk = (node: unknown): unknown => {
    if (node instanceof Float32Array || node instanceof Uint8Array) {
      const made = pack(node)
      const key = JSON.stringify(made)
      const known = places.get(key) ?? arrays.push(made) - 1
      places.set(key, known)
      return { array: known }
    }
    if (ArrayBuffer.isView(node))
      throw new Error(`A view holds a ${node.constructor.name}; recordings keep Float32Array and Uint8Array.`)
    if (Array.isArray(node)) return node.map(walk)
    if (typeof node === 'number' && !Number.isFinite(node)) return { number: String(node) }
    if (typeof node !== 'object' || node === null) return node
    return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, walk(value)]))
  }
  return { packed: walk(tree), arrays }
}

const isPacked = (value: unknown): value is Packed => {
  const { type, low = 0, high = 0, width = 2, data } = (value ?? {}) as Partial<Packed>
  return (
    (type === 'float32' || type === 'uint8' || type === 'grid') &&
    typeof low === 'number' &&
    typeof high === 'number' &&
    (width === 1 || width === 2) &&
    typeof data === 'string' &&
    /^[A-Za-z0-9+/]*={0,2}$/.test(data) &&
    data.length % 4 === 0
  )
}

/**
 * The way back: a function that puts the arrays into a tree. Each place gets an array of its own.
 * @param broken makes the error of what was found.
 */
export function unpackArrays(
  arrays: readonly unknown[],
  broken: (what: string) => Error,
): (tree: unknown) => unknown {
  const packed = arrays.map((each, i) => {
    if (!isPacked(each)) throw broken(`expected numbers as base64 in "arrays", found something else at ${i}`)
    return each
  })
  const walk = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(walk)
    if (typeof node !== 'object' || node === null) return node
    const entries = Object.entries(node)
    const [[name, place] = []] = entries
    if (entries.length === 1 && name === 'array' && typeof place === 'number') {
      const found = packed[place]
      if (!found) throw broken(`expected ${packed.length} arrays, and one is called number ${place}`)
      return unpack(found)
    }
    if (entries.length === 1 && name === 'number') return Number(place)
    return Object.fromEntries(entries.map(([key, value]) => [key, walk(value)]))
  }
  return walk
}
