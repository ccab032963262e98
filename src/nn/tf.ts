/**
 * The only module that imports tfjs: the functional API, its gradients, and the backends, each loaded when it is
 * asked for. No chained ops, no tfjs layers or optimizers (see docs/decisions/0002-tfjs-behind-one-module.md).
 */
import { enableProdMode, env } from '@tensorflow/tfjs-core'
import '@tensorflow/tfjs-core/dist/register_all_gradients'
import type { Backend } from '../lab/engine.ts'

export * from '@tensorflow/tfjs-core'

// Production mode only drops advice on the console and a shape check of nested arrays, which nobody here passes.
enableProdMode()

/** Registers a backend with tfjs, without starting it. Its code is downloaded by the first call. */
export async function loadBackend(backend: Backend): Promise<void> {
  if (backend === 'cpu') await import('@tensorflow/tfjs-backend-cpu')
  else if (backend === 'webgl') await import('@tensorflow/tfjs-backend-webgl')
  else await loadWasm()
}

async function loadWasm(): Promise<void> {
  const wasm = await import('@tensorflow/tfjs-backend-wasm')
  // Threads break in a minified build on a cross-origin isolated page, and small networks gain nothing from them.
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false)
  // In Node the package finds its binary by itself.
  if (env().getBool('IS_NODE')) return
  const [simd, plain] = await Promise.all([
    import('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url'),
    import('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url'),
  ])
  wasm.setWasmPaths({
    // tfjs wants a path for each of its binaries; without threads it never asks for this one.
    'tfjs-backend-wasm-threaded-simd.wasm': absolute(simd.default),
    'tfjs-backend-wasm-simd.wasm': absolute(simd.default),
    'tfjs-backend-wasm.wasm': absolute(plain.default),
  })
}

/** A worker made from a blob has no folder for a path to be relative to. */
const absolute = (url: string) => new URL(url, globalThis.location.origin).href
