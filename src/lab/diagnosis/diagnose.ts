/**
 * "Why did it break?": from a run's own statistics to one sentence and, where a field can help, a button. Pure.
 * Nothing is said of a run that learns, and nothing where no cause fits.
 */
import { deadUnits } from './causes/deadUnits.ts'
import { inputs } from './causes/inputs.ts'
import { learningRateTooHigh } from './causes/learningRateTooHigh.ts'
import { learningRateTooLow } from './causes/learningRateTooLow.ts'
import { saturatedUnits } from './causes/saturatedUnits.ts'
import { symmetricUnits } from './causes/symmetricUnits.ts'
import { unrelatedLabels } from './causes/unrelatedLabels.ts'
import { vanishingGradients } from './causes/vanishingGradients.ts'
import { weightsTooLarge } from './causes/weightsTooLarge.ts'
import { causes, type Cause, type Diagnosis, type Finding } from './diagnosis.ts'
import { casesOf, type Case, type Evidence } from './evidence.ts'
import { symptomsOf, type Symptoms } from './symptoms.ts'
import { capital } from './words.ts'

/** In the order in which they are asked: what was wrong at the start before what came of it. */
const ways: Record<Cause, (c: Case, symptoms: Symptoms) => Finding | null> = {
  inputs,
  symmetricUnits,
  saturatedUnits,
  weightsTooLarge,
  deadUnits,
  vanishingGradients,
  learningRateTooHigh,
  unrelatedLabels,
  learningRateTooLow,
}

/** These are about the settings, not about one draw of weights: at least half of the seeds must agree. */
const general: readonly Cause[] = ['vanishingGradients', 'unrelatedLabels', 'learningRateTooLow']

/** May be asked at any time; most causes speak only when the run is over. @returns the commonest cause, or null. */
export function diagnose(evidence: Evidence): Diagnosis | null {
  const cases = casesOf(evidence)
  const findings = cases.map(findingOf)
  const counts = causes.map((cause) => {
    const seeds = findings.flatMap((finding, seed) => (finding?.cause === cause ? [seed] : []))
    return { cause, seeds: general.includes(cause) && seeds.length * 2 < cases.length ? [] : seeds }
  })
  const { cause, seeds } = counts.reduce((most, one) => (one.seeds.length > most.seeds.length ? one : most))
  const [seed] = seeds
  const finding = seed === undefined ? null : findings[seed]
  if (!finding) return null
  const where = seeds.length < cases.length ? `in ${seeds.length} of ${cases.length} seeds, ` : ''
  return {
    cause,
    variant: evidence.variant,
    seeds,
    sentence: `${capital(where + finding.sentence)}.`,
    remedy: finding.remedy,
  }
}

function findingOf(c: Case): Finding | null {
  const symptoms = symptomsOf(c)
  for (const cause of causes) {
    const finding = ways[cause](c, symptoms)
    if (finding) return finding
  }
  return null
}
