/** One cut: more of a network's weights go, the least important first, and none comes back. */
import type { Criterion } from './criteria.ts'
import { cutOrder, masksAt, type Scope, type Scores } from './cutOrder.ts'
import { importance, type Asked } from './importance.ts'
import type { KernelMasks } from './kernelMasks.ts'

export interface Cutting extends Asked {
  /** Over the kernels of the model, layer by layer. */
  masks: KernelMasks
  criterion: Criterion
  scope: Scope
}

/** @param sparsity the share of all weights that is cut afterwards, those among them that were cut before. */
export function cutTo(sparsity: number, { masks, criterion, scope, ...asked }: Cutting): void {
  const scores = stillThere(importance(criterion, asked), masks.read())
  masks.set(masksAt(cutOrder(scores, asked.randoms.length, scope), sparsity))
}

/** What is cut stays the least important of all. */
const stillThere = (scores: Scores, masks: readonly Float32Array[]): Scores =>
  scores.map((layer, l) => layer.map((score, i) => (masks[l]![i] === 1 ? score : -Infinity)))
