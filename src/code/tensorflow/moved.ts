/** How a TensorFlow.js program moves its training images: data augmentation, all versions made at the start. */
import type { Data } from '../experiment.ts'
import { lines, waysAsCode } from '../program.ts'

export function movedCode(data: Data): string | false {
  if (data.kind !== 'digits' || !data.shifts) return false
  const { size, shifts: reach } = data
  const frame = `[${reach}, ${reach}]`
  return lines(
    `// Every way to move an image by at most ${reach} ${reach === 1 ? 'pixel' : 'pixels'}: [right, down].`,
    'const ways = [',
    ...waysAsCode(reach).map((row) => `  ${row}`),
    ']',
    '// Each training image in all these versions, one after another. What moves in from outside is paper.',
    'const paper = tf.tensor1d(numbers(saved.paper))',
    `const ink = tf.pad(tf.reshape(tf.sub(train.x, paper), [-1, ${size}, ${size}]), [[0, 0], ${frame}, ${frame}])`,
    'const move = ([right, down]) =>',
    `  tf.add(tf.reshape(tf.slice(ink, [0, ${reach} - down, ${reach} - right], [-1, ${size}, ${size}]), [-1, ${size ** 2}]), paper)`,
    'const moved = {',
    `  x: tf.reshape(tf.stack(ways.map(move), 1), [-1, ${size ** 2}]),`,
    '  y: tf.reshape(tf.stack(ways.map(() => train.y), 1), [-1, train.y.shape[1]]),',
    '}',
  )
}
