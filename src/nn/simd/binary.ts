/** The compiled kernels, on any memory: addresses in, nothing out. Knows no tfjs. All addresses and strides in bytes. */
import base64 from './assembly/index.ts?assemblyscript'

export interface Binary {
  /** See assembly/activations.ts; `kind` from activationCodes.ts. */
  activationForward(kind: number, x: number, y: number, n: number, alpha: number): void
  activationGradient(kind: number, dy: number, y: number, dx: number, n: number, alpha: number): void
  /** Updates whole networks; see assembly/denseStack.ts and stackLayout.ts. */
  denseStackTrain(stack: number): void
  denseStackEvaluate(stack: number): void
  /** M, N, K, a, rowA, stepA, b, rowB, c, rowC, init, rowInit, segments, segmentA, segmentB: see assembly/gemm.ts. */
  gemm(...args: FifteenNumbers): void
  /** count, M, K, N, a, sizeA, transposeA, b, sizeB, transposeB, out, scratch, zeros. */
  products(...args: number[]): void
  /** See assembly/conv.ts; `conv` as windows.ts writes it. */
  convolve(conv: number, x: number, filter: number, out: number): void
  convolveFilterGradient(conv: number, x: number, dy: number, gradient: number): void
  convolveInputGradient(conv: number, dy: number, filter: number, dx: number): void
  /** See assembly/pool.ts. */
  maxPool(pool: number, x: number, y: number): void
  maxPoolGradient(pool: number, x: number, y: number, dy: number, dx: number): void
  averagePool(pool: number, x: number, y: number): void
  averagePoolGradient(pool: number, dy: number, dx: number): void
  stochasticPool(pool: number, x: number, draws: number, y: number, place: number): void
  stochasticPoolGradient(pool: number, place: number, dy: number, dx: number): void
  /** x, gamma, beta, y, mean, variance, outer, perSeed, rows, groups, width, epsilon, center: see assembly/normalize.ts. */
  normalize(...args: number[]): void
  /** dy, x, gamma, mean, variance, dx, dgamma, dbeta, outer, perSeed, rows, groups, width, epsilon, center. */
  normalizeGradient(...args: FifteenNumbers): void
  addRows(x: number, row: number, out: number, outer: number, rows: number, columns: number): void
  multiplyRows(x: number, row: number, out: number, outer: number, rows: number, columns: number): void
  sums(x: number, outer: number, reduced: number, inner: number, to: number): void
  sgd(w: number, g: number, next: number, n: number, lr: number): void
  /** w, g, v, next, nextV, n, lr, mu. */
  momentum(...args: number[]): void
  /** w, g, m, v, next, nextM, nextV, n, beta1, 1 - beta1, beta2, 1 - beta2, epsilon, rate, scale. */
  adam(...args: FifteenNumbers): void
}
type FifteenNumbers = number[]

let compiled: Promise<WebAssembly.Module> | null = null

/** Rejects where the browser has no SIMD. */
export async function instantiate(memory: WebAssembly.Memory): Promise<Binary> {
  compiled ??= WebAssembly.compile(Uint8Array.from(atob(base64), (each) => each.charCodeAt(0)))
  const { exports } = await WebAssembly.instantiate(await compiled, { env: { memory } })
  return exports as unknown as Binary
}
