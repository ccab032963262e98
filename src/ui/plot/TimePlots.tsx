/** The time plots, one above the other on one clock, then the predict card or the readout. */
import type { ReactNode } from 'react'
import { PredictCard } from '../figure/PredictCard.tsx'
import { Readout } from '../figure/Readout.tsx'

export const TimePlots = ({ children }: { children: ReactNode }) => (
  <div className="time">
    {children}
    <PredictCard />
    <Readout />
  </div>
)
