/** The small keys that stand beside a panel's title. */

/** Circle and square, as the points of a decision boundary are drawn. */
export const ClassLegend = ({ a = 'class A', b = 'class B' }: { a?: string; b?: string }) => (
  <span className="classes">
    <span>
      <i className="class-a" />
      {a}
    </span>
    <span>
      <i className="class-b" />
      {b}
    </span>
  </span>
)

/** The ends of a colour scale with the ramp between them. */
export const RampLegend = ({
  low,
  high,
  sequential,
}: {
  low: string
  high: string
  sequential?: boolean
}) => (
  <span className="ramp">
    {low} <i className={sequential ? 'seq' : 'div'} /> {high}
  </span>
)
