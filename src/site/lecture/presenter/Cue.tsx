/** Where in the run the notes point: "epoch 24", marked. With `at` the presenter window makes it a way to go there. */
import type { ReactNode } from 'react'

export const Cue = ({ at, children }: { at?: number; children?: ReactNode }) => (
  <mark data-cue={at}>{children}</mark>
)
