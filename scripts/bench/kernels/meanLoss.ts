/** The loss that all contestants are judged by: the mean cross-entropy of all networks and rows. */
import { rowsOf, type Workload } from './workloads.ts'

/** @param logits network by network, row by row. */
export function meanLoss(workload: Workload, logits: Float32Array): number {
  const seeds = workload.kind === 'dense' ? workload.seeds : [0]
  const labels = seeds.flatMap((seed) => [...rowsOf(workload, seed).y])
  const outputs = workload.kind === 'dense' ? workload.sizes.at(-1)! : workload.classes
  const rows = logits.length / outputs
  let sum = 0
  for (let row = 0; row < rows; row++) {
    const z = logits.subarray(row * outputs, (row + 1) * outputs)
    sum += rowLoss(z, labels[row % labels.length]!)
  }
  return sum / rows
}

function rowLoss(z: Float32Array, label: number): number {
  // One logit is that of class 1; class 0 has 0.
  const all = z.length === 1 ? [0, z[0]!] : [...z]
  const most = Math.max(...all)
  const logOfSum = most + Math.log(all.reduce((sum, each) => sum + Math.exp(each - most), 0))
  return logOfSum - all[label]!
}
