/** What probabilities say of labelled rows: mistakes, and how well a number for each row tells the mistakes from the rest. No tfjs. */

export interface Answers {
  /** The most probable class of each row, the first of equals. */
  classes: Uint8Array
  /** 1 where that is not the label. */
  wrong: Uint8Array
  /** The share of such rows. */
  error: number
}

/** @param probabilities `[rows, classes]`, flat; multiples of them say the same. @param labels one class for each row. */
export function answersOf(probabilities: ArrayLike<number>, labels: ArrayLike<number>): Answers {
  const rows = labels.length
  const count = probabilities.length / rows
  const classes = new Uint8Array(rows)
  const wrong = new Uint8Array(rows)
  for (let row = 0; row < rows; row++) {
    let best = 0
    for (let k = 1; k < count; k++)
      if (probabilities[row * count + k]! > probabilities[row * count + best]!) best = k
    classes[row] = best
    wrong[row] = best === labels[row] ? 0 : 1
  }
  return { classes, wrong, error: wrong.reduce((sum, one) => sum + one, 0) / rows }
}

/**
 * The chance that a wrong row has the greater score than a right one, ties counted half: the area under the ROC curve
 * (Mann and Whitney's U over the number of pairs). 0.5 is a guess, and what it is where there is no pair.
 */
export function finds(scores: ArrayLike<number>, wrong: ArrayLike<number>): number {
  const order = Array.from(scores, (_, row) => row).sort((a, b) => scores[a]! - scores[b]!)
  let [pairs, rightBelow, wrongs] = [0, 0, 0]
  for (let start = 0; start < order.length;) {
    let [end, tiedWrong, tiedRight] = [start, 0, 0]
    for (; end < order.length && scores[order[end]!] === scores[order[start]!]; end++) {
      if (wrong[order[end]!]) tiedWrong++
      else tiedRight++
    }
    pairs += tiedWrong * (rightBelow + tiedRight / 2)
    rightBelow += tiedRight
    wrongs += tiedWrong
    start = end
  }
  const all = rightBelow * wrongs
  return all > 0 ? pairs / all : 0.5
}
