/** The two-class data sets in the plane by the name that a reader chooses. */
import { blobs } from './blobs.ts'
import { circles } from './circles.ts'
import { moons } from './moons.ts'
import { spirals } from './spirals.ts'

export const planar = { spirals, moons, circles, blobs }
