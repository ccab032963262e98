/** The page's worker: serves every figure's experiment to `useRun.ts`, which says in its name what is switched off. */
import { serve } from '../lab/host.ts'
import type { Experiment } from '../lab/experiment.ts'
import { engine } from '../nn/engine.ts'
import { setSimd } from '../nn/simd/heap.ts'

if (self.name.endsWith('without SIMD kernels')) setSimd(false)
serve(import.meta.glob<{ default: Experiment }>('./*/train.ts'), engine)
