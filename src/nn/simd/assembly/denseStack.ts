// Whole weight updates of a multilayer perceptron, and what it says about many rows: one call for any number of
// updates and for all seeds. One seed after the other, so that its network stays in the processor's cache.
//
// All matrices of a step have rows of a multiple of 4 numbers (`stride`), so that no loop has an end of its own.
// Layers whose number of units is none are copied to such rows for the length of the call. What stands in the
// columns beyond `units` never reaches a column within.
import { activationBackward, activationForward, flushAll } from './activations'
import { drawMask, multiply } from './dropout'
import { gemm, transpose } from './gemm'
import { sigmoidGradient, sigmoidLoss, softmaxGradient, softmaxLoss, squaredGradient, squaredLoss } from './losses'
import { columnSums } from './reductions'
import { addPenalty, adam, momentum, sgd } from './updates'
import { copyRow } from './vector'

// In the order of ../stackLayout.ts.
const SOFTMAX: i32 = 0
const SIGMOID: i32 = 1
const ADAM: i32 = 2
const MOMENTUM: i32 = 1

/** Activations and errors below are 0: their products would be denormal numbers, a hundred times slower than others. */
const tiny: f32 = 1e-18

@unmanaged
class Stack {
  seeds: i32
  layers: i32
  batch: i32
  steps: i32
  activation: i32
  loss: i32
  optimizer: i32
  features: i32
  /** Rows of the data set of one seed; bytes from one seed's set to the next, 0 if they share it. */
  rows: i32
  seedX: i32
  seedY: i32
  x: usize
  y: usize
  /** Which rows to take: i32 [steps, seeds, batch]. */
  picks: usize
  /** f32 [steps, 2]: learning rate or Adam's rate, and Adam's scale. */
  rates: usize
  alpha: f32
  beta1: f32
  rest1: f32
  beta2: f32
  rest2: f32
  epsilon: f32
  /** Room for one step. */
  inputs: usize
  labels: usize
  error: usize
  otherError: usize
  gradient: usize
  transposed: usize
  zeros: usize
  /** Results of an evaluation: f32 [2, seeds], and logits, if wanted (otherwise 0). */
  results: usize
  logits: usize
  firstSeed: i32
  /** Dropout: two numbers for each mask, u32 [steps, seeds, layers - 1, 2], or 0 for none; see dropout.ts. */
  keys: usize
  dropBelow: u32
  keptScale: f32
  /** Strengths of the penalties. */
  l1: f32
  l2: f32
}
const stackSize: usize = 144

/** Kernel, bias and what the optimizer keeps of each: where they stand in tensors, and where they are worked on. */
@unmanaged
class Layer {
  inputs: i32
  units: i32
  stride: i32
  /** Activations of one batch, rows of `stride`. */
  a: usize
  /** Of the same size, where units are left out: what the activations are multiplied by, and what comes of it. */
  mask: usize
  masked: usize
  /** Room for copies with longer rows; 0 if the tensors can be worked on where they are. */
  copies: usize
  kernel: usize
  bias: usize
  kernelSlot0: usize
  biasSlot0: usize
  kernelSlot1: usize
  biasSlot1: usize
  // The six, of the seed under way.
  ownKernel: usize
  ownBias: usize
  ownKernelSlot0: usize
  ownBiasSlot0: usize
  ownKernelSlot1: usize
  ownBiasSlot1: usize
}
const layerSize: usize = 76

@inline
function layerOf(s: Stack, index: i32): Layer {
  return changetype<Layer>(changetype<usize>(s) + stackSize + index * layerSize)
}

/** Rows of `from` numbers to rows of `to`; what a longer row has more is 0. */
function reshapeRows(source: usize, target: usize, rows: i32, from: i32, to: i32): void {
  const count = min(from, to)
  for (; rows > 0; rows--) {
    copyRow(source, target, count)
    for (let j = count; j < to; j++) store<f32>(target + j * 4, 0)
    source += from << 2
    target += to << 2
  }
}

/** Finds, or copies, the matrices of one seed. Slots that the optimizer does not have stand at 0. */
function bind(s: Stack, seed: i32): void {
  for (let l = 0; l < s.layers; l++) {
    const layer = layerOf(s, l)
    const table = changetype<usize>(layer) + offsetof<Layer>('kernel')
    const own = changetype<usize>(layer) + offsetof<Layer>('ownKernel')
    let room = layer.copies
    for (let i = 0; i < 6; i++) {
      const rows = i & 1 ? 1 : layer.inputs
      const tensor = <usize>load<u32>(table + i * 4)
      let place = tensor ? tensor + ((seed * rows * layer.units) << 2) : 0
      if (layer.copies && tensor) {
        reshapeRows(place, room, rows, layer.units, layer.stride)
        place = room
        room += (rows * layer.stride) << 2
      }
      store<u32>(own + i * 4, place)
    }
  }
}

/** Copies back what `bind` copied. */
function unbind(s: Stack, seed: i32): void {
  for (let l = 0; l < s.layers; l++) {
    const layer = layerOf(s, l)
    if (!layer.copies) continue
    const table = changetype<usize>(layer) + offsetof<Layer>('kernel')
    const own = changetype<usize>(layer) + offsetof<Layer>('ownKernel')
    for (let i = 0; i < 6; i++) {
      const rows = i & 1 ? 1 : layer.inputs
      const tensor = <usize>load<u32>(table + i * 4)
      if (tensor)
        reshapeRows(load<u32>(own + i * 4), tensor + ((seed * rows * layer.units) << 2), rows, layer.stride, layer.units)
    }
  }
}

/** Activations of all layers; the last one's are the logits, in `out`. */
function forward(s: Stack, x: usize, rows: i32, out: usize): void {
  let input = x
  let rowOfInput: usize = s.features << 2
  const last = s.layers - 1
  for (let l = 0; l <= last; l++) {
    const layer = layerOf(s, l)
    const row: usize = layer.stride << 2
    const to = l == last ? out : layer.a
    gemm(rows, layer.stride, layer.inputs, input, rowOfInput, 4, layer.ownKernel, row, to, row, layer.ownBias, 0, 1, 0, 0)
    if (l < last) {
      activationForward(s.activation, to, to, rows * layer.stride, s.alpha)
      flushAll(to, rows * layer.stride, tiny)
      if (layer.mask) multiply(to, layer.mask, layer.masked, rows * layer.stride)
    }
    input = layer.mask ? layer.masked : to
    rowOfInput = row
  }
}

function update(s: Stack, w: usize, m: usize, v: usize, n: i32, rates: usize): void {
  const rate = load<f32>(rates)
  if (s.optimizer == ADAM)
    adam(w, s.gradient, m, v, w, m, v, n, s.beta1, s.rest1, s.beta2, s.rest2, s.epsilon, rate, load<f32>(rates, 4))
  else if (s.optimizer == MOMENTUM) momentum(w, s.gradient, m, w, m, n, rate, s.beta1)
  else sgd(w, s.gradient, w, n, rate)
}

/** From the gradient by the logits in `error`, layer by layer: the gradient by the input, then the update. */
function backward(s: Stack, rates: usize): void {
  const batch = s.batch
  let error = s.error
  let next = s.otherError
  for (let l = s.layers - 1; l >= 0; l--) {
    const layer = layerOf(s, l)
    const row: usize = layer.stride << 2
    let input = s.inputs
    let strideOfInput = s.features
    if (l > 0) {
      const before = layerOf(s, l - 1)
      input = before.mask ? before.masked : before.a
      strideOfInput = before.stride
      transpose(layer.inputs, layer.units, layer.ownKernel, layer.stride, s.transposed, strideOfInput)
      const to: usize = strideOfInput << 2
      gemm(batch, strideOfInput, layer.units, error, row, 4, s.transposed, to, next, to, s.zeros, 0, 1, 0, 0)
      if (before.mask) multiply(next, before.mask, next, batch * strideOfInput)
      activationBackward(s.activation, next, before.a, batch * strideOfInput, s.alpha, tiny)
    }
    const rowOfInput: usize = strideOfInput << 2
    gemm(layer.inputs, layer.stride, batch, input, 4, rowOfInput, error, row, s.gradient, row, s.zeros, 0, 1, 0, 0)
    if (s.l1 != 0 || s.l2 != 0) addPenalty(s.gradient, layer.ownKernel, layer.inputs * layer.stride, s.l1, s.l2)
    update(s, layer.ownKernel, layer.ownKernelSlot0, layer.ownKernelSlot1, layer.inputs * layer.stride, rates)
    columnSums(error, batch, layer.stride, row, s.gradient)
    update(s, layer.ownBias, layer.ownBiasSlot0, layer.ownBiasSlot1, layer.stride, rates)
    const done = error
    error = next
    next = done
  }
}

/** z becomes the gradient of the loss by z. `other` is room of the same size. */
function lossGradient(s: Stack, z: usize, other: usize): void {
  const layer = layerOf(s, s.layers - 1)
  if (s.loss == SOFTMAX) {
    softmaxGradient(z, s.labels, s.batch, layer.units, layer.stride)
    flushAll(z, s.batch * layer.stride, tiny)
    return
  }
  // Without the gaps: of one unit's rows, three quarters would be gaps.
  reshapeRows(z, other, s.batch, layer.stride, layer.units)
  const n = s.batch * layer.units
  if (s.loss == SIGMOID) sigmoidGradient(other, s.labels, n)
  else squaredGradient(other, s.labels, n)
  flushAll(other, n, tiny)
  reshapeRows(other, z, s.batch, layer.units, layer.stride)
}

/** The masks of one update. */
function drawMasks(s: Stack, step: i32, seed: i32): void {
  const hidden = s.layers - 1
  let key = s.keys + (((step * s.seeds + seed) * hidden) << 3)
  for (let l = 0; l < hidden; l++, key += 8) {
    const layer = layerOf(s, l)
    drawMask(key, s.batch, layer.units, layer.stride, s.dropBelow, s.keptScale, layer.mask)
  }
}

/** `steps` updates of every seed's network. */
export function denseStackTrain(stack: usize): void {
  const s = changetype<Stack>(stack)
  const last = layerOf(s, s.layers - 1)
  const labels = s.loss == SOFTMAX ? 1 : last.units
  for (let seed = 0; seed < s.seeds; seed++) {
    bind(s, seed)
    const x = s.x + seed * s.seedX
    const y = s.y + seed * s.seedY
    for (let step = 0; step < s.steps; step++) {
      const picks = s.picks + (((step * s.seeds + seed) * s.batch) << 2)
      for (let b = 0; b < s.batch; b++) {
        const pick = load<i32>(picks + b * 4)
        copyRow(x + ((pick * s.features) << 2), s.inputs + ((b * s.features) << 2), s.features)
        copyRow(y + ((pick * labels) << 2), s.labels + ((b * labels) << 2), labels)
      }
      if (s.keys) drawMasks(s, step, seed)
      forward(s, s.inputs, s.batch, s.error)
      lossGradient(s, s.error, s.otherError)
      backward(s, s.rates + step * 8)
    }
    unbind(s, seed)
  }
}

/**
 * Each seed's mean loss over all rows of its set and, for the cross-entropies, the share of right answers; or, where
 * `logits` is given, the logits instead. `batch` rows at a time.
 */
export function denseStackEvaluate(stack: usize): void {
  const s = changetype<Stack>(stack)
  const last = layerOf(s, s.layers - 1)
  const units = last.units
  const rowsOfLabels = s.loss == SOFTMAX ? 1 : units
  for (let seed = 0; seed < s.seeds; seed++) {
    bind(s, s.firstSeed + seed)
    let total: f64 = 0
    store<i32>(s.labels, 0)
    for (let start = 0; start < s.rows; start += s.batch) {
      const rows = min(s.batch, s.rows - start)
      forward(s, s.x + seed * s.seedX + ((start * s.features) << 2), rows, s.error)
      if (s.logits) {
        reshapeRows(s.error, s.logits + (((seed * s.rows + start) * units) << 2), rows, last.stride, units)
        continue
      }
      const y = s.y + seed * s.seedY + ((start * rowsOfLabels) << 2)
      if (s.loss == SOFTMAX) total += softmaxLoss(s.error, y, rows, units, last.stride, s.labels)
      else {
        reshapeRows(s.error, s.otherError, rows, last.stride, units)
        if (s.loss == SIGMOID) total += sigmoidLoss(s.otherError, y, rows * units, s.labels)
        else total += squaredLoss(s.otherError, y, rows * units)
      }
    }
    if (s.logits) continue
    const count = <f64>(s.rows * rowsOfLabels)
    store<f32>(s.results + seed * 4, <f32>(total / count))
    store<f32>(s.results + (s.seeds + seed) * 4, <f32>(<f64>load<i32>(s.labels) / count))
  }
}
