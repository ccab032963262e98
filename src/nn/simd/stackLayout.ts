/** What the kernels of assembly/denseStack.ts are told: the fields of its two classes. */
import { fieldNames, writeFields, type Fields } from './fields.ts'
import type { Heap } from './heap.ts'

export const losses = ['softmaxCrossEntropy', 'sigmoidCrossEntropy', 'meanSquaredError'] as const
export const optimizers = ['sgd', 'momentum', 'adam'] as const

const stackFields = fieldNames(
  'seeds layers batch steps activation loss optimizer features rows seedX seedY x y picks rates ' +
    'alpha beta1 rest1 beta2 rest2 epsilon ' +
    'inputs labels error otherError gradient transposed zeros results logits firstSeed ' +
    'keys dropBelow keptScale l1 l2',
)
const reals = new Set(['alpha', 'beta1', 'rest1', 'beta2', 'rest2', 'epsilon', 'keptScale', 'l1', 'l2'])
const layerFields = fieldNames(
  'inputs units stride a mask masked copies kernel bias kernelSlot0 biasSlot0 kernelSlot1 biasSlot1',
)

const stackBytes = 144
const layerBytes = 76

export type { Fields }

export const layoutBytes = (layers: number): number => stackBytes + layers * layerBytes

export function writeLayout(heap: Heap, address: number, stack: Fields, layers: readonly Fields[]): void {
  writeFields(heap, address, stackFields, stack, reals)
  layers.forEach((layer, i) => writeFields(heap, address + stackBytes + i * layerBytes, layerFields, layer))
}
