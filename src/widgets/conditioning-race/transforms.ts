/** What is done to the features before anything is learned. All statistics are those of the training rows. */
import type { VariantOf } from '../../lab/setup.ts'
import { symmetricEigen } from '../../nn/symmetricEigen.ts'
import type setup from './config.ts'

type Rows = readonly (readonly number[])[]

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

function centre(rows: Rows): number[][] {
  const means = rows[0]!.map((_, j) => meanOf(rows.map((row) => row[j]!)))
  return rows.map((row) => row.map((value, j) => value - means[j]!))
}

function standardise(rows: Rows): number[][] {
  const centred = centre(rows)
  const spreads = centred[0]!.map((_, j) => Math.sqrt(meanOf(centred.map((row) => row[j]! ** 2))))
  return centred.map((row) => row.map((value, j) => value / spreads[j]!))
}

/** Turns the rows to the axes of their covariance and divides by the spread along each ("PCA whitening"). */
function whiten(rows: Rows): number[][] {
  const centred = centre(rows)
  const places = centred[0]!.map((_, j) => j)
  const covariance = places.map((i) => places.map((j) => meanOf(centred.map((row) => row[i]! * row[j]!))))
  const { values, vectors } = symmetricEigen(covariance)
  return centred.map((row) =>
    vectors.map((vector, k) => vector.reduce((sum, v, i) => sum + v * row[i]!, 0) / Math.sqrt(values[k]!)),
  )
}

export const transforms: Record<VariantOf<typeof setup>, (rows: Rows) => Rows> = {
  raw: (rows) => rows,
  centred: centre,
  standardised: standardise,
  whitened: whiten,
}
