/** A linear function of ten numbers with noise, seen through random ReLU units. Plain numbers. */
import { random, type Random } from '../../nn/random.ts'
import { inputs, testPoints, visited } from './config.ts'

/** Values of a feature at all training points, all test points and all places of the path. */
interface Feature {
  train: Float64Array
  test: Float64Array
  path: Float64Array
}

export interface Problem {
  /** Targets with noise, of the training points. */
  y: Float64Array
  /** Targets without noise. */
  test: Float64Array
  path: Float64Array
  /** ReLU(v · x) with v from N(0, 1 / inputs): the first p are the same however many there are. */
  features: readonly Feature[]
}

/** Places of the path between two of the training points that it visits. */
const between = 24
/** How far along the path each of its places is: 1 at the first training point, 2 at the second. */
export const pathPlaces = Float64Array.from(
  { length: (visited - 1) * between + 1 },
  (_, i) => 1 + i / between,
)

/**
 * @param points how many to train on: x from N(0, 1) in each of ten directions, y = u · x + N(0, noise²) with a random
 * unit vector u. More points are added to the same ones.
 * @param most features to draw.
 */
export function drawProblem(seed: number, points: number, noise: number, most: number): Problem {
  const r = random(seed)
  const u = direction(r.split('target'))
  const train = normals(r.split('data'), points)
  const test = normals(r.split('test'), testPoints)
  const path = along(train)
  const [noises, weights] = [r.split('noise'), r.split('weights')]
  const features = Array.from({ length: most }, () => {
    const v = normals(weights, 1, Math.sqrt(1 / inputs))
    return { train: relu(project(train, v)), test: relu(project(test, v)), path: relu(project(path, v)) }
  })
  return {
    y: project(train, u).map((value) => value + noises.normal(0, noise)),
    test: project(test, u),
    path: project(path, u),
    features,
  }
}

/** `[count, inputs]`, flat. */
const normals = (r: Random, count: number, std = 1) =>
  Float64Array.from({ length: count * inputs }, () => r.normal(0, std))

function direction(r: Random): Float64Array {
  const v = normals(r, 1)
  const length = Math.sqrt(v.reduce((sum, value) => sum + value * value, 0))
  return v.map((value) => value / length)
}

/** Places on the way straight from each of the first points to the next, `[places, inputs]`, flat. */
function along(points: Float64Array): Float64Array {
  const path = new Float64Array(pathPlaces.length * inputs)
  for (const [i, place] of pathPlaces.entries()) {
    const from = Math.min(visited - 2, Math.floor(place - 1))
    const share = place - 1 - from
    for (let j = 0; j < inputs; j++) {
      const [a, b] = [points[from * inputs + j]!, points[(from + 1) * inputs + j]!]
      path[i * inputs + j] = a + share * (b - a)
    }
  }
  return path
}

/** v · x for each row x of `rows`, `[count, inputs]`. */
function project(rows: Float64Array, v: Float64Array): Float64Array {
  const values = new Float64Array(rows.length / inputs)
  for (let i = 0; i < values.length; i++)
    for (let j = 0; j < inputs; j++) values[i]! += rows[i * inputs + j]! * v[j]!
  return values
}

const relu = (values: Float64Array) => values.map((value) => Math.max(0, value))
