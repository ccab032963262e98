/** How kernels are told what to do: a row of fields of 4 bytes each, in the order of a class in assembly/. */
import type { Heap } from './heap.ts'

export type Fields = Readonly<Record<string, number>>

/** Names in the order of the class, separated by spaces. */
export const fieldNames = (names: string): readonly string[] => names.split(' ')

/** @param reals those that are no whole numbers. Fields that are not given are 0. */
export function writeFields(
  heap: Heap,
  address: number,
  names: readonly string[],
  values: Fields,
  reals: ReadonlySet<string> = new Set(),
): void {
  const [integers, floats] = [heap.integers(), heap.floats()]
  names.forEach((name, i) => {
    const view = reals.has(name) ? floats : integers
    view[address / 4 + i] = values[name] ?? 0
  })
}
