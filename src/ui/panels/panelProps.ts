/** What every panel of a variant is told. */
export interface PanelProps<View, Shape> {
  variant: string
  /** Finds what to draw in the variant's view; undefined while it is not there. */
  pick: (view: View) => Shape | undefined
}
