import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { assemblyScript } from './src/nn/simd/vite.ts'
import { checkBudgets } from './src/site/build/budgets.ts'
import { chapterModules } from './src/site/build/chapterModules.ts'
import { glossaryModule } from './src/site/build/glossaryModule.ts'
import { katexFonts } from './src/site/build/katexFonts.ts'
import { prerender } from './src/site/build/prerender.ts'
import { serviceWorker } from './src/site/build/serviceWorker.ts'
import { onlyDependencies, thirdPartyNotice } from './src/site/build/thirdParty.ts'

/** Folders of live figures. */
const figures = readdirSync(new URL('src/widgets', import.meta.url), { withFileTypes: true }).filter(
  (entry) => entry.isDirectory(),
).length

/** Recharts asks for every scale there is. */
const scales = fileURLToPath(new URL('src/ui/plot/scales.ts', import.meta.url))

/** Else they would all be `dist`, and nobody could say what each weighs. */
const nameOfBackend = ({ facadeModuleId }: { facadeModuleId: string | null }) => {
  const backend = /tfjs-(backend-\w+)\/dist\/index/.exec(facadeModuleId ?? '')?.[1]
  return `assets/${backend ?? '[name]'}-[hash].js`
}

export default defineConfig({
  // Relative, so that one build runs at any path; an absolute one may be given.
  base: process.env['BASE_PATH'] ?? './',
  resolve: { alias: { 'victory-vendor/d3-scale': scales } },
  worker: {
    format: 'es',
    plugins: () => [assemblyScript(), onlyDependencies()],
    rolldownOptions: {
      output: {
        chunkFileNames: nameOfBackend,
        // What the backend for WebGL borrows from the one for cpu; else it would stand with WebGL, and come on cpu, too.
        codeSplitting: {
          groups: [
            {
              name: 'borrowed',
              test: /tfjs-backend-cpu\/dist\/shared\.js$/,
              includeDependenciesRecursively: false,
            },
          ],
        },
      },
    },
  },
  build: {
    target: 'es2022',
    // One style sheet, linked in the head: styles that arrive with a figure's code would shift it.
    cssCodeSplit: false,
    // Nothing as a data: address, which the page's policy forbids for fonts.
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // What the script of every page may load would stand in it with all its files, to be fetched at once. It does
      // for a lecture, which has a dozen; the two or three of a search come one after the other.
      resolveDependencies: (_, files, { hostId }) =>
        hostId.includes('bootstrap') && files.length < 8 ? [] : files,
    },
  },
  environments: {
    client: {
      build: {
        rolldownOptions: {
          // A list of what others export: who takes one thing from it does not get the rest.
          treeshake: { moduleSideEffects: [{ test: /src\/ui\/index\.ts$/, sideEffects: false }] },
          output: {
            codeSplitting: {
              groups: [
                // What explorers share with figures, so that they load nothing else of a figure.
                {
                  name: 'instruments',
                  test: /src\/(lab\/config|ui\/(format|figure\/(useSize|variantStyle)|plot\/ticks))\.ts$/,
                  priority: 1,
                  includeDependenciesRecursively: false,
                },
                // The panels that most figures have some of: one file weighs less than five.
                {
                  name: 'panels',
                  test: /src\/ui\/panels\/(paintGrid|legends|contour|DecisionBoundary|Heatmap|Histograms)\.tsx?$/,
                  priority: 1,
                  includeDependenciesRecursively: false,
                },
                // What nearly every figure needs is one file; panels that few of them have are files of their own.
                {
                  name: 'figure',
                  test: /src\/(ui|lab|widgets)\/|node_modules\/comlink\//,
                  minShareCount: Math.ceil(0.7 * figures),
                  includeDependenciesRecursively: false,
                },
                { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 2 },
                {
                  name: 'charts',
                  test: /node_modules\/(recharts|d3-|victory-vendor|@reduxjs|redux|react-redux|reselect|immer|es-toolkit|decimal|eventemitter|use-sync|clsx|tiny-invariant)/,
                  priority: 1,
                },
              ],
            },
          },
        },
      },
    },
  },
  // Found later, these would reload the page in the middle of a run.
  optimizeDeps: {
    include: [
      'react',
      'react/jsx-dev-runtime',
      'react-dom',
      'react-dom/client',
      'recharts',
      'comlink',
      ...['core', 'backend-cpu', 'backend-wasm', 'backend-webgl'].map((name) => `@tensorflow/tfjs-${name}`),
    ],
  },
  plugins: [
    assemblyScript(),
    chapterModules(),
    glossaryModule(),
    katexFonts(),
    react({ include: /\.[jt]sx$/ }),
    prerender(),
    serviceWorker(),
    checkBudgets(),
    onlyDependencies(),
    thirdPartyNotice(),
  ],
})
