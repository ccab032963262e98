/** The page's worker: serves every figure's experiment to `useRun.ts`. */
import { serve } from '../lab/host.ts'
import type { Experiment } from '../lab/experiment.ts'
import { engine } from '../nn/engine.ts'

serve(import.meta.glob<{ default: Experiment }>('./*/train.ts'), engine)
