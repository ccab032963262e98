import { availableParallelism } from 'node:os'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { chromiumFlags, findChromium } from './scripts/chromium.mjs'
import { assemblyScript } from './src/nn/simd/vite.ts'
import { chapterModules } from './src/site/build/chapterModules.ts'
import { filesOnBackends } from './tests/claims/onBackends.ts'

/** Bundled before the first test: found later, they would reload the page in the middle of a run. */
const tfjs = ['core', 'backend-cpu', 'backend-wasm', 'backend-webgl'].map(
  (name) => `@tensorflow/tfjs-${name}`,
)

/** In ms; by default a second, in which a machine that is busy with another check may not come to do it. */
const poll = { timeout: 30_000 }

/** Unit tests stand beside the code; the folders of tests/ are the suites that need more than one module. */
export default defineConfig(async () => ({
  test: {
    projects: [
      {
        plugins: [assemblyScript(), chapterModules()],
        test: {
          name: 'unit',
          environment: 'node',
          include: [
            'src/**/*.test.ts',
            'tests/{code,site,lab,ui,prose,reference}/**/*.test.ts',
            'tests/claims/**/*.quick.test.ts',
            'tests/walkthroughs/quick.test.ts',
          ],
          testTimeout: 60_000,
        },
      },
      {
        plugins: [assemblyScript()],
        test: {
          name: 'claims',
          environment: 'node',
          include: ['tests/claims/**/*.test.ts'],
          testTimeout: 1_800_000,
          // A run that several tests look at is made before them.
          hookTimeout: 1_800_000,
          fileParallelism: false,
        },
      },
      {
        plugins: [assemblyScript(), react()],
        worker: { format: 'es' as const, plugins: () => [assemblyScript()] },
        optimizeDeps: { include: ['react', 'react-dom/client', 'recharts', 'comlink', 'axe-core', ...tfjs] },
        test: {
          name: 'browser',
          include: ['tests/gallery/**/*.test.tsx', 'tests/browser/**/*.test.ts'],
          testTimeout: 120_000,
          expect: { poll },
          fileParallelism: false,
          browser: {
            enabled: true,
            connectTimeout: 180_000,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: await findChromium(), args: [...chromiumFlags] },
            }),
            instances: [{ browser: 'chromium' as const, viewport: { width: 1280, height: 900 } }],
          },
        },
      },
      {
        plugins: [assemblyScript()],
        optimizeDeps: { include: tfjs },
        test: {
          name: 'backends',
          include: filesOnBackends(process.env['CLAIMS_ON_BACKENDS'] === 'all'),
          testTimeout: 1_800_000,
          // A run that several tests look at is made before them.
          hookTimeout: 1_800_000,
          fileParallelism: false,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: await findChromium(), args: [...chromiumFlags] },
            }),
            instances: (['cpu', 'wasm', 'webgl'] as const).map((backend) => ({
              browser: 'chromium' as const,
              name: `backends: ${backend}`,
              provide: { backend },
            })),
          },
        },
      },
      {
        test: {
          name: 'walkthroughs',
          environment: 'node',
          include: ['tests/walkthroughs/pages.test.ts'],
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          // Pictures and times depend on the machine: `npm run visual` and `npm run first-view` set APART to have them.
          exclude: process.env['APART']
            ? []
            : ['tests/e2e/visual/visual.test.ts', 'tests/e2e/firstView.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          expect: { poll },
          // Each file has a browser of its own, and a page waits as often as it works.
          maxWorkers: Math.max(2, Math.floor(availableParallelism() / 2)),
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
}))
