/** All fast kernels by tfjs's names. */
import { convKernels } from './conv.ts'
import { elementwiseKernels } from './elementwise.ts'
import type { FastKernel } from './faster.ts'
import { poolKernels } from './pool.ts'
import { batchMatMul } from './products.ts'
import { rowKernels } from './rows.ts'
import { updateKernels } from './updates.ts'

export const fastKernels: Record<string, FastKernel> = {
  BatchMatMul: batchMatMul,
  ...convKernels,
  ...elementwiseKernels,
  ...poolKernels,
  ...rowKernels,
  ...updateKernels,
}
