/** How long the figure of the home page looked stuck from other random starts, as recorded. Read when pages are rendered. */
import text from '../../../content/recordings/looks-stuck/five-starts.json?raw'
import { decodeRecording } from '../../lab/recording.ts'
import { leaves } from '../../widgets/looks-stuck/config.ts'

/** Epochs, by seed in ascending order. @throws if a seed never left: then the sentence about them has to change. */
export function recordedWaits(): number[] {
  const { variants, seeds } = decodeRecording(text)
  const { epochs, metrics } = variants['network']!
  return seeds.map((seed, i) => {
    const losses = metrics['loss']!.map((row) => row[i]!)
    const epoch = leaves(epochs, losses)
    if (epoch === null)
      throw new Error(
        `Expected every seed of looks-stuck to learn; seed ${seed} did not within ${epochs.at(-1)} epochs.`,
      )
    return epoch
  })
}
