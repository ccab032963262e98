/** How `scripts/in-node.mjs` bundles a module of the book for Node. */
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import { assemblyScript } from '../nn/simd/vite.ts'

const require = createRequire(import.meta.url)

const tfjs = ['core', 'backend-cpu', 'backend-wasm', 'backend-webgl'].map(
  (name) => `@tensorflow/tfjs-${name}`,
)

/** tfjs's own builds for Node; the ones that a page bundles cannot find their binaries here. */
const tfjsForNode = (): Plugin => ({
  name: 'book:tfjs-for-node',
  enforce: 'pre',
  resolveId: (id) =>
    tfjs.includes(id) ? { id: pathToFileURL(require.resolve(id)).href, external: 'absolute' } : null,
})

export default defineConfig({
  logLevel: 'error',
  publicDir: false,
  plugins: [assemblyScript(), tfjsForNode()],
  ssr: { noExternal: true, target: 'node' },
  build: {
    minify: false,
    target: 'node20',
    emptyOutDir: true,
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: false, entryFileNames: 'entry.mjs' } },
  },
})
