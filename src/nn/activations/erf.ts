/** The error function in double precision, for plots. No tfjs. */

/** erf(x) = 2 / sqrt(pi) times the integral of e^(-t^2) from 0 to x, to 1e-15. */
export function erf(x: number): number {
  const size = Math.abs(x)
  if (size > 6) return Math.sign(x)
  return size < 2.5 ? series(x) : Math.sign(x) * (1 - tail(size))
}

/** Abramowitz and Stegun 7.1.6: all terms have one sign, so nothing cancels. */
function series(x: number): number {
  let term = x
  let sum = x
  for (let n = 1; n < 60; n++) {
    term *= (2 * x * x) / (2 * n + 1)
    sum += term
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum
}

/** erfc for x >= 2.5, the continued fraction of Abramowitz and Stegun 7.1.14 from its end. */
function tail(x: number): number {
  let fraction = x
  for (let n = 60; n > 0; n--) fraction = x + n / 2 / fraction
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / fraction
}
