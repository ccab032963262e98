/** Marching squares: where a grid of numbers crosses a level. No DOM. */

/**
 * Line pieces x0, y0, x1, y1, ... in units of cells, with (0, 0) at the centre of the first cell.
 * `grid` is row by row, `size` x `size`. A saddle is resolved by the mean of its four corners.
 * Empty where the grid never crosses `level`, also where it is not finite.
 */
export function contour(grid: ArrayLike<number>, size: number, level: number): number[] {
  const pieces: number[] = []
  for (let row = 0; row + 1 < size; row++)
    for (let column = 0; column + 1 < size; column++) {
      const i = row * size + column
      const a = (grid[i] ?? 0) - level
      const b = (grid[i + 1] ?? 0) - level
      const c = (grid[i + size + 1] ?? 0) - level
      const d = (grid[i + size] ?? 0) - level
      const above = (a > 0 ? 8 : 0) | (b > 0 ? 4 : 0) | (c > 0 ? 2 : 0) | (d > 0 ? 1 : 0)
      if (above === 0 || above === 15) continue
      const north = [column + a / (a - b), row] as const
      const east = [column + 1, row + b / (b - c)] as const
      const south = [column + d / (d - c), row + 1] as const
      const west = [column, row + a / (a - d)] as const
      if (above === 5 || above === 10) {
        // Two opposite corners are above: join them through the middle if the middle is above, too.
        const joined = a + b + c + d > 0
        if ((above === 10) === joined) pieces.push(...north, ...east, ...south, ...west)
        else pieces.push(...north, ...west, ...south, ...east)
        continue
      }
      const ends: number[] = []
      if (a > 0 !== b > 0) ends.push(...north)
      if (b > 0 !== c > 0) ends.push(...east)
      if (d > 0 !== c > 0) ends.push(...south)
      if (a > 0 !== d > 0) ends.push(...west)
      pieces.push(...ends)
    }
  return pieces
}
