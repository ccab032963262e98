/** How a Keras program moves its training images: data augmentation, all versions made at the start. */
import type { Data } from '../experiment.ts'
import { lines, waysAsCode } from '../program.ts'

export function movedCode(data: Data): string | false {
  if (data.kind !== 'digits' || !data.shifts) return false
  const { size, shifts: reach } = data
  const frame = `(${reach}, ${reach})`
  const cut = (side: string) => `${reach} - ${side} : ${reach + size} - ${side}`
  return lines(
    `# Every way to move an image by at most ${reach} ${reach === 1 ? 'pixel' : 'pixels'}: [right, down].`,
    'ways = [',
    ...waysAsCode(reach).map((row) => `    ${row}`),
    ']',
    '# Each training image in all these versions, one after another. What moves in from outside is paper.',
    'paper = numbers(saved["paper"])',
    `ink = np.pad((train_x - paper).reshape(-1, ${size}, ${size}), ((0, 0), ${frame}, ${frame}))`,
    `moved_x = [ink[:, ${cut('down')}, ${cut('right')}].reshape(-1, ${size ** 2}) for right, down in ways]`,
    `moved_x = np.stack(moved_x, axis=1).reshape(-1, ${size ** 2}) + paper`,
    'moved_y = np.repeat(train_y, len(ways))',
  )
}
