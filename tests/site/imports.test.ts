/** What may import what (docs/architecture.md) is held by lint. A rule that matches nothing would pass in silence. */
import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'

interface Case {
  forbidden: string[]
  allowed: string[]
}

const cases: Record<string, Case> = {
  'src/nn/layers/a.ts': {
    forbidden: ['@tensorflow/tfjs-core', 'comlink', 'react', '../../lab/run.ts', '../../ui/index.ts'],
    allowed: [
      '../tf.ts',
      '../../lab/engine.ts',
      '../../lab/config.ts',
      '../../lab/experiment.ts',
      '../../lab/images.ts',
    ],
  },
  'src/nn/tf.ts': { forbidden: [], allowed: ['@tensorflow/tfjs-core'] },
  'src/lab/a.ts': {
    forbidden: ['@tensorflow/tfjs-core', 'comlink', 'react', '../nn/random.ts', '../widgets/useRun.ts'],
    allowed: ['./engine.ts'],
  },
  'src/lab/host.ts': { forbidden: ['../nn/random.ts', '../ui/index.ts'], allowed: ['comlink'] },
  'src/widgets/one/train.ts': {
    forbidden: [
      '@tensorflow/tfjs-core',
      'react',
      '../../ui/index.ts',
      '../two/config.ts',
      '../../widgets/two/config.ts',
      '../useRun.ts',
    ],
    allowed: ['./config.ts', '../../nn/layers/mlp.ts', '../../lab/histogram.ts'],
  },
  'src/widgets/one/index.tsx': {
    forbidden: [
      './train.ts',
      '../two/config.ts',
      '../worker.ts',
      '../../mdx/components.ts',
      '../../nn/layers/mlp.ts',
      '../../nn/activations/relu.ts',
      'comlink',
    ],
    allowed: [
      '../useRun.ts',
      '../../ui/index.ts',
      '../../nn/random.ts',
      '../../nn/datasets/moons.ts',
      '../../nn/activations/scalar.ts',
    ],
  },
  'src/widgets/one/code.ts': {
    forbidden: [
      './train.ts',
      '../two/config.ts',
      '../useRun.ts',
      '../../ui/index.ts',
      '../../nn/tf.ts',
      '../../nn/layers/mlp.ts',
      'react',
    ],
    allowed: [
      './config.ts',
      '../../code/define.ts',
      '../../nn/random.ts',
      '../../nn/initializers.ts',
      '../../nn/leastSquares.ts',
    ],
  },
  'src/code/a.ts': {
    forbidden: ['../nn/tf.ts', '../nn/layers/mlp.ts', '../ui/index.ts', '../widgets/useRun.ts', 'react'],
    allowed: [
      '../lab/setup.ts',
      '../nn/random.ts',
      '../nn/initializers.ts',
      '../nn/scaledInitializer.ts',
      '../nn/datasets/batches.ts',
      '../nn/activations/scalar.ts',
    ],
  },
  'src/widgets/one/config.ts': { forbidden: ['../../nn/tf.ts'], allowed: ['../../lab/config.ts'] },
  'src/explorers/one/index.tsx': {
    forbidden: ['../../nn/layers/mlp.ts', '../../widgets/useRun.ts', '../../site/plan.ts'],
    allowed: [
      '../../nn/activations/scalar.ts',
      '../../nn/windows.ts',
      '../../nn/stochasticWindow.ts',
      '../../ui/index.ts',
    ],
  },
  'src/ui/a.ts': {
    forbidden: ['../nn/random.ts', '../mdx/components.ts', '../site/plan.ts', '../widgets/useRun.ts'],
    allowed: ['../lab/runState.ts', 'react'],
  },
  'src/mdx/a.ts': {
    forbidden: ['../site/plan.ts', '../widgets/useRun.ts', '../nn/random.ts'],
    allowed: ['../ui/index.ts', 'react'],
  },
  'src/site/a.ts': {
    forbidden: ['../nn/layers/mlp.ts', 'comlink', '@tensorflow/tfjs-core'],
    allowed: ['../mdx/components.ts', '../lab/setup.ts'],
  },
}

/** What lint says of the imports in `files`, as "file: source". */
async function refused(files: Record<string, readonly string[]>): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'imports-'))
  try {
    await copyFile('.oxlintrc.json', join(folder, '.oxlintrc.json'))
    for (const [file, sources] of Object.entries(files)) {
      await mkdir(dirname(join(folder, file)), { recursive: true })
      await writeFile(
        join(folder, file),
        sources.map((source, i) => `export { x as x${i} } from '${source}'`).join('\n'),
      )
    }
    // Lint ends with an error when it finds something, which is what is wanted here.
    const report = await new Promise<string>((done) => {
      execFile(
        resolve('node_modules/.bin/oxlint'),
        ['--format=unix', 'src'],
        { cwd: folder },
        (_error, out) => done(out),
      )
    })
    return [...report.matchAll(/^(\S+?):(\d+):.*no-restricted-imports/gm)].map(
      ([, file, line]) => `${file}: ${files[file!]![Number(line) - 1]}`,
    )
  } finally {
    await rm(folder, { recursive: true })
  }
}

test('lint refuses each import that the architecture forbids, and no other', async () => {
  const files = Object.entries(cases)
  const found = await refused(
    Object.fromEntries(files.map(([file, { forbidden, allowed }]) => [file, [...forbidden, ...allowed]])),
  )
  const expected = files.flatMap(([file, { forbidden }]) => forbidden.map((source) => `${file}: ${source}`))
  expect(found.toSorted()).toEqual(expected.toSorted())
})
