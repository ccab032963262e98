/** Noisy points of a sine, and polynomials through them. Plain numbers. */
import { random } from '../../nn/random.ts'
import { ridge } from '../../nn/ridge.ts'

/** What the points would lie on without noise. */
export const truth = (x: number): number => Math.sin(Math.PI * x)

/** Where errors without noise are measured: evenly from -1 to 1, both ends among them. */
export const grid = Float64Array.from({ length: 401 }, (_, i) => (i - 200) / 200)
const trueGrid = grid.map(truth)

export interface Points {
  x: Float64Array
  y: Float64Array
}

/** x evenly distributed on [-1, 1), y = sin(πx) + N(0, noise²). A greater count adds points to the same ones. */
export function drawPoints(seed: number, count: number, noise: number): Points {
  const r = random(seed)
  const [places, noises] = [r.split('data'), r.split('noise')]
  const x = Float64Array.from({ length: count }, () => places.uniform(-1, 1))
  return { x, y: x.map((value) => truth(value) + noises.normal(0, noise)) }
}

/**
 * The polynomial of the least mean squared error + λ |w|², in closed form: no gradient steps, which in powers of x would
 * hardly move along most directions and so be a hidden early stopping.
 * @param lambda at least 0; every weight counts, that of x⁰ too.
 * @returns the weights of x⁰, x¹, ...
 */
export function fitPolynomial({ x, y }: Points, degree: number, lambda: number): Float64Array {
  const powers = Array.from({ length: degree + 1 }, (_, k) => x.map((value) => value ** k))
  return ridge(powers, y, lambda * x.length)
}

/** Horner's rule. */
export function evaluate(weights: Float64Array, x: Float64Array): Float64Array {
  return x.map((value) => {
    let sum = 0
    for (let k = weights.length - 1; k >= 0; k--) sum = sum * value + weights[k]!
    return sum
  })
}

const meanSquare = (a: Float64Array, b: Float64Array) =>
  a.reduce((sum, value, i) => sum + (value - b[i]!) ** 2, 0) / a.length

/** The mean squared distance from the sine over [-1, 1], which no noise is part of. */
export const testError = (weights: Float64Array): number => meanSquare(evaluate(weights, grid), trueGrid)

export const trainingError = (weights: Float64Array, { x, y }: Points): number =>
  meanSquare(evaluate(weights, x), y)
