/** Shapes of what panels draw: plain data and typed arrays, made in the worker by `view()`, drawn by `ui`. */

/** Labelled points in the plane; class A is 0, class B is 1. */
export interface PointsView {
  /** x0, y0, x1, y1, ... */
  xy: Float32Array
  label: Uint8Array
}

/** What a classifier believes over a square of the plane. */
export interface BoundaryView {
  /** Probability of class B, row by row from the top left; length size². */
  grid: Float32Array
  size: number
  /** The square spans [-extent, extent] in both directions. */
  extent: number
  points: PointsView
}

/** What a classifier believed at one moment of its training. */
export interface MomentView {
  /** On the run's clock. */
  epoch: number
  /** The share of the test points that it had right, 0 to 1. */
  right: number
  boundary: BoundaryView
}

/**
 * One histogram per layer on a common axis; values outside `range` are counted in the end bins. Empty `counts` are a
 * layer that nothing has reached yet.
 */
export interface HistogramsView {
  range: readonly [number, number]
  layers: { name: string; counts: Float32Array; mean: number; std: number }[]
}

/** A table of numbers drawn as colours; `signed` runs violet to amber around zero, otherwise low to high. */
export interface HeatmapView {
  values: Float32Array
  rows: number
  columns: number
  signed: boolean
  /** The values at the ends of the colour scale: [-limit, limit] if signed, [0, limit] if not. */
  limit: number
}

/** Several functions of one number, drawn over each other. */
export interface CurvesView {
  /** Where the functions were asked, ascending. */
  x: Float32Array
  /** Curve by curve, length `count * x.length`. */
  curves: Float32Array
  count: number
  /** For each curve 1 if it is constant (the network is dead), otherwise 0. */
  dead: Uint8Array
}

/** A function of one number that was fitted to points. */
export interface FitView {
  /** Where both functions were asked, ascending. */
  x: Float32Array
  fit: Float32Array
  /** What the points would lie on without noise. */
  truth: Float32Array
  /** x0, y0, x1, y1, ... */
  points: Float32Array
}

/** Steps on a bowl-shaped loss, seen from above in the plane of two of its axes, with the least loss at (0, 0). */
export interface BowlView {
  /** Second derivatives of the loss along the horizontal and the vertical axis, both above 0. */
  curvatures: readonly [number, number]
  /** x0, y0, x1, y1, ...: the start, then one point per step or less often, and the present at the end. */
  path: Float32Array
}

/** A few magnitudes side by side. */
export interface BarsView {
  values: Float32Array
}
