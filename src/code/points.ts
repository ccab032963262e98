/** The formulas of the data sets in the plane (nn/datasets) as code. `label` is 0 or 1; `noise` is added afterwards. */
import type { planar } from '../nn/datasets/planar.ts'

export interface PointsCode {
  /** What they are: "Two spirals". */
  words: string
  /** JavaScript that sets `place`, the two coordinates of one point; `uniform(low, high)` draws. */
  javascript: string
  /** Python that sets `place` of all points, `[count, 2]`. */
  python: string
}

export const pointsCode: Record<keyof typeof planar, PointsCode> = {
  spirals: {
    words: 'Two spirals wound into each other',
    javascript: `const along = uniform(0.08, 1)
    const angle = 2 * Math.PI * 1.25 * along + Math.PI * label
    const place = [2.5 * along * Math.cos(angle), 2.5 * along * Math.sin(angle)]`,
    python: `along = rng.uniform(0.08, 1, count)
    angle = 2 * np.pi * 1.25 * along + np.pi * label
    place = np.stack([2.5 * along * np.cos(angle), 2.5 * along * np.sin(angle)], axis=1)`,
  },
  moons: {
    words: 'Two half circles that interlock',
    javascript: `const angle = uniform(0, Math.PI)
    const side = label === 0 ? 1 : -1
    const place = [side * 1.5 * (Math.cos(angle) - 0.5), side * 1.5 * (Math.sin(angle) - 0.25)]`,
    python: `angle = rng.uniform(0, np.pi, count)
    side = np.where(label == 0, 1, -1)
    place = np.stack([side * 1.5 * (np.cos(angle) - 0.5), side * 1.5 * (np.sin(angle) - 0.25)], axis=1)`,
  },
  circles: {
    words: 'A small circle inside a large one',
    javascript: `const angle = uniform(0, 2 * Math.PI)
    const radius = label === 0 ? 0.8 : 2
    const place = [radius * Math.cos(angle), radius * Math.sin(angle)]`,
    python: `angle = rng.uniform(0, 2 * np.pi, count)
    radius = np.where(label == 0, 0.8, 2.0)
    place = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)`,
  },
  blobs: {
    words: 'Two Gaussian blobs',
    javascript: `const angle = Math.PI * (0.25 + label)
    const place = [1.5 * Math.cos(angle), 1.5 * Math.sin(angle)]`,
    python: `angle = np.pi * (0.25 + label)
    place = np.stack([1.5 * np.cos(angle), 1.5 * np.sin(angle)], axis=1)`,
  },
}
