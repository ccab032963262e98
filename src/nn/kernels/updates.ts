/**
 * Each optimizer's update as one kernel, because in tfjs a dozen small ops per parameter cost more than the
 * arithmetic. Plain loops on cpu and wasm; the same rule in ordinary ops on webgl. Equality is tested.
 *
 * Moments of dead units shrink for ever, and numbers below 1e-38 are up to 40 times slower: below 1e-30 they are 0.
 */
import type { Backend } from '../../lab/engine.ts'
import * as tf from '../tf.ts'
import { memory, type LoopBackend } from './memory.ts'

export type UpdateName = 'SgdUpdate' | 'MomentumUpdate' | 'AdamUpdate'
type Attributes = Readonly<Record<string, number>>

interface Rule {
  /** Of `inputs`, in the order in which `loop` takes them. The parameter first, the gradient second, then slots. */
  inputs: readonly string[]
  /** Writes the new parameter and the new slots into `out`. */
  loop: (inputs: readonly Float32Array[], out: readonly Float32Array[], attributes: Attributes) => void
  /** The same in tfjs ops. */
  ops: (inputs: readonly tf.Tensor[], attributes: Attributes) => tf.Tensor[]
}

const tiny = 1e-30
const flush = (x: number) => (x < tiny && x > -tiny ? 0 : x)

const rules: Record<UpdateName, Rule> = {
  SgdUpdate: {
    inputs: ['param', 'gradient'],
    loop: ([w, g], [next], { lr }) => {
      for (let i = 0; i < w!.length; i++) next![i] = w![i]! - lr! * g![i]!
    },
    ops: ([w, g], { lr }) => [tf.sub(w!, tf.mul(g!, lr!))],
  },
  MomentumUpdate: {
    inputs: ['param', 'gradient', 'v'],
    loop: ([w, g, v], [next, nextV], { lr, mu }) => {
      for (let i = 0; i < w!.length; i++) {
        const velocity = flush(mu! * v![i]! - lr! * g![i]!)
        nextV![i] = velocity
        next![i] = w![i]! + velocity
      }
    },
    ops: ([w, g, v], { lr, mu }) => {
      const velocity = tf.sub(tf.mul(v!, mu!), tf.mul(g!, lr!))
      return [tf.add(w!, velocity), velocity]
    },
  },
  AdamUpdate: {
    inputs: ['param', 'gradient', 'm', 'v'],
    loop: ([w, g, m, v], [next, nextM, nextV], { beta1, beta2, epsilon, rate, scale }) => {
      for (let i = 0; i < w!.length; i++) {
        const gradient = g![i]!
        const first = flush(beta1! * m![i]! + (1 - beta1!) * gradient)
        const second = flush(beta2! * v![i]! + (1 - beta2!) * gradient * gradient)
        nextM![i] = first
        nextV![i] = second
        next![i] = w![i]! - (rate! * first) / (Math.sqrt(second) * scale! + epsilon!)
      }
    },
    ops: ([w, g, m, v], { beta1, beta2, epsilon, rate, scale }) => {
      const first = tf.add(tf.mul(m!, beta1!), tf.mul(g!, 1 - beta1!))
      const second = tf.add(tf.mul(v!, beta2!), tf.mul(tf.square(g!), 1 - beta2!))
      const root = tf.add(tf.mul(tf.sqrt(second), scale!), epsilon!)
      return [tf.sub(w!, tf.div(tf.mul(first, rate!), root)), first, second]
    },
  },
}

/** The new parameter, then the new slots. */
export const updateKernel = (
  name: UpdateName,
  inputs: Record<string, tf.Tensor>,
  attributes: Attributes,
): tf.Tensor[] => tf.engine().runKernel(name, inputs, { ...attributes })

const kernelOf = (name: UpdateName, backendName: LoopBackend): tf.KernelConfig => {
  const { inputs: names, loop } = rules[name]
  return {
    kernelName: name,
    backendName,
    kernelFunc: ({ inputs, attrs, backend }) => {
      const infos = names.map((input) => inputs[input]!)
      const { shape } = infos[0]!
      // The parameter and its slots come out, the gradient does not.
      const shapes = names.slice(1).map(() => shape)
      const { inputs: values, outputs, infos: made } = memory(backendName, backend, infos, shapes)
      loop(values, outputs, attrs as Attributes)
      return made
    },
  }
}
const composite = (name: UpdateName): tf.KernelConfig => ({
  kernelName: name,
  backendName: 'webgl',
  kernelFunc: ({ inputs, attrs }) => {
    const { inputs: names, ops } = rules[name]
    return tf.tidy(() =>
      ops(
        names.map((input) => inputs[input] as tf.Tensor),
        attrs as Attributes,
      ),
    )
  },
})

export const updateKernels = (backend: Backend): tf.KernelConfig[] =>
  (Object.keys(rules) as UpdateName[]).map((name) =>
    backend === 'webgl' ? composite(name) : kernelOf(name, backend),
  )
