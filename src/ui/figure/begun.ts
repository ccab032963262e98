/** What a figure needs once its run has begun, in one piece of code: most figures of a page are never run. */
export { checkExercises } from './checkExercises.ts'
export { diagnosisOf } from './diagnoses.ts'
export { createWait } from './wait.ts'
