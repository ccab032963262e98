/** The time plots, one above the other on one clock, then the readout; before Run the predict card takes the room below the first. */
import type { ReactNode } from 'react'
import { PredictCard } from '../figure/PredictCard.tsx'
import { Readout } from '../figure/Readout.tsx'

export const TimePlots = ({ children }: { children: ReactNode }) => (
  <div className="time">
    <div className="plots">
      {children}
      <Readout />
    </div>
    <PredictCard />
  </div>
)
