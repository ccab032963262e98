/** What the chapter derives instead of measuring: equalities that hold for every number, and solutions of exercises. */
import { describe, expect, it } from 'vitest'
import { activation } from '../../src/nn/activations/catalogue.ts'
import { engine } from '../../src/nn/engine.ts'
import { zeros } from '../../src/nn/initializers.ts'
import { dense } from '../../src/nn/layers/dense.ts'
import { random } from '../../src/nn/random.ts'
import * as tf from '../../src/nn/tf.ts'
import { scalarActivations } from '../../src/nn/activations/scalar.ts'
import { chapter, printed } from './chapter.ts'
import { normalMean, softmax, sum } from './numeric.ts'

const text = chapter('activations')
const { sigmoid, tanh, relu, leakyRelu, elu, gelu, silu } = scalarActivations
const places = [-4.5, -2, -0.3, 0, 0.1, 1, 3.7]
const slopeOf = (f: (z: number) => number, z: number, h = 1e-5) => (f(z + h) - f(z - h)) / (2 * h)

describe('what if nothing stands between the layers', () => {
  it('two lines in a row are one line', () => {
    for (const x of places) expect(3 * (2 * x + 1) - 4).toBeCloseTo(6 * x - 1, 12)
  })

  it('a line gives the two points of each XOR class the same sum', () => {
    const f = (x1: number, x2: number) => 0.7 * x1 - 1.3 * x2 + 0.4
    expect(f(0, 0) + f(1, 1)).toBeCloseTo(f(0, 1) + f(1, 0), 12)
  })

  it('XOR with two ReLUs', () => {
    const y = (x1: number, x2: number) => relu.value(x1 + x2) - 2 * relu.value(x1 + x2 - 1)
    expect([y(0, 0), y(0, 1), y(1, 0), y(1, 1)]).toEqual([0, 1, 1, 0])
  })

  it('ten folds of the line make 1024 pieces', () => {
    const fold = (x: number) => 2 * relu.value(x) - 4 * relu.value(x - 0.5)
    const folded = (x: number) => Array.from({ length: 10 }).reduce<number>((u) => fold(u), x)
    // One place in the middle of each stretch of length 1/1024: the slope turns at every border.
    const signs = Array.from({ length: 1024 }, (_, i) => Math.sign(slopeOf(folded, (i + 0.5) / 1024)))
    expect(1 + signs.filter((sign, i) => i > 0 && sign !== signs[i - 1]).length).toBe(1024)
  })
})

describe('slopes and shapes', () => {
  it.each(places)('at z = %d: tanh is 2σ(2z) - 1, slopes are written with values', (z) => {
    expect(2 * sigmoid.value(2 * z) - 1).toBeCloseTo(tanh.value(z), 12)
    expect(slopeOf(sigmoid.value, z)).toBeCloseTo(sigmoid.value(z) * (1 - sigmoid.value(z)), 8)
    expect(slopeOf(tanh.value, z)).toBeCloseTo(1 - tanh.value(z) ** 2, 8)
    expect(sigmoid.slope(z)).toBeLessThanOrEqual(0.25)
  })

  it('the tuned tanh gives 1 at 1 and -1 at -1', () => {
    expect(1.7159 * Math.tanh(2 / 3)).toBeCloseTo(1, 4)
    expect(1.7159 * Math.tanh(-2 / 3)).toBeCloseTo(-1, 4)
  })

  it('tanh is odd; the mean of ReLU with slope α below zero is (1 - α) / √(2π), 0 for the identity alone', () => {
    for (const z of places) expect(tanh.value(-z)).toBeCloseTo(-tanh.value(z), 12)
    for (const alpha of [0, 0.01, 0.25, 1]) {
      const mean = normalMean((z) => leakyRelu.value(z, { alpha }))
      expect(mean).toBeCloseTo((1 - alpha) / Math.sqrt(2 * Math.PI), 6)
    }
  })

  it('GELU and SiLU go down before they go up, no other function of the chapter does', () => {
    const falls = ({ slope }: typeof relu) => places.some((z) => slope(z) < 0)
    expect([gelu, silu].every(falls)).toBe(true)
    expect([sigmoid, tanh, relu, leakyRelu, elu].some(falls)).toBe(false)
  })

  it('ELU is convex, sigmoid and tanh are not', () => {
    const isConvex = ({ value }: typeof relu) =>
      places.every((a) => places.every((b) => value((a + b) / 2) <= (value(a) + value(b)) / 2 + 1e-12))
    expect([relu, leakyRelu, elu].every(isConvex)).toBe(true)
    expect([sigmoid, tanh].some(isConvex)).toBe(false)
  })

  it('the squared slope of tanh has the area 4/3', () => {
    const width = 0.001
    const area = sum(Array.from({ length: 40_001 }, (_, i) => tanh.slope((i - 20_000) * width) ** 2)) * width
    expect(area).toBeCloseTo(4 / 3, 6)
  })
})

describe('sizes put in other words', () => {
  it('0.0000041 of a metre is four thousandths of a millimetre', () => {
    const [ratio] = printed(
      'the weight gradient of layer 1 is on average {} times that of layer 10. If layer 10 takes a step of a metre, layer 1 takes one of four thousandths of a millimetre',
      text,
    )
    expect(ratio!.value * 1000).toBeCloseTo(0.004, 3)
  })

  it('ten leaks leave one part in 10^20', () => {
    printed('$0.01^{10} = 10^{-20}$', text)
    expect(0.01 ** 10 / 1e-20).toBeCloseTo(1, 9)
  })
})

describe('maxout', () => {
  const parametersOf = (name: 'relu' | 'maxout', pieces?: number) => {
    const layer = dense({
      inputs: 144,
      units: 64,
      activation: activation(name, pieces ? { pieces } : {}),
      kernelInitializer: zeros(),
      biasInitializer: zeros(),
      randoms: [random(0)],
    })
    const size = sum(layer.params.map((param) => param.size))
    tf.dispose([...layer.params])
    return size
  }

  it('costs k times the parameters', async () => {
    await engine.use('cpu')
    const [once, twice] = printed('$144 \\cdot 64 + 64 = {}$ parameters, and {} with $k = 2$', text)
    expect(parametersOf('relu')).toBe(once!.value)
    expect(parametersOf('maxout', 2)).toBe(twice!.value)
    expect(parametersOf('maxout', 3)).toBe(3 * once!.value)
  })

  it('contains ReLU, Leaky ReLU and the absolute value', () => {
    const { value } = scalarActivations.maxout
    const of = (w1: number) => (z: number) => value(z, { w1, b1: 0, w2: 1, b2: 0 })
    for (const z of places) {
      expect(of(0)(z)).toBeCloseTo(relu.value(z), 12)
      expect(of(0.01)(z)).toBeCloseTo(leakyRelu.value(z), 12)
      expect(of(-1)(z)).toBeCloseTo(Math.abs(z), 12)
    }
  })

  it('a max-feature-map of four channels has two', () => {
    expect([Math.max(3, 0.5), Math.max(-1, 2)]).toEqual([3, 2])
    expect(
      printed('become two: $\\max(3, 0.5) = {}$ and $\\max(-1, 2) = {}$', text).map(({ value }) => value),
    ).toEqual([3, 2])
  })
})

describe('outputs and their losses', () => {
  it.each(places)('at z = %d the matching pairs give prediction minus target', (z) => {
    for (const y of [0, 0.3, 1]) {
      expect(slopeOf((u) => (u - y) ** 2 / 2, z)).toBeCloseTo(z - y, 6)
      const crossEntropy = (u: number) =>
        -y * Math.log(sigmoid.value(u)) - (1 - y) * Math.log(sigmoid.value(-u))
      expect(slopeOf(crossEntropy, z)).toBeCloseTo(sigmoid.value(z) - y, 6)
      expect(slopeOf((u) => Math.exp(u) - y * u, z)).toBeCloseTo(Math.exp(z) - y, 6)
      const softmaxLoss = (u: number) => -Math.log(softmax([u, 1, -0.5])[1]!)
      expect(slopeOf(softmaxLoss, z)).toBeCloseTo(softmax([z, 1, -0.5])[0]!, 6)
    }
  })

  it('the exercise: probabilities 1/6, 1/3, 1/2, gradients -5/6, 1/3, 1/2 that add up to 0', () => {
    const p = softmax([0, Math.log(2), Math.log(3), -Infinity])
    const expected = [1 / 6, 1 / 3, 1 / 2, 0]
    p.forEach((each, i) => expect(each).toBeCloseTo(expected[i]!, 12))
    const gradient = p.map((each, i) => each - (i === 0 ? 1 : 0))
    expect(gradient[0]).toBeCloseTo(-5 / 6, 12)
    expect(sum(gradient)).toBeCloseTo(0, 12)
  })

  it('of all single numbers the mean has the least squared error, the median the least absolute error', () => {
    const targets = [1, 2, 3, 4, 100]
    const best = (error: (difference: number) => number) => {
      const total = (guess: number) => sum(targets.map((target) => error(guess - target)))
      return Array.from({ length: 1001 }, (_, i) => i / 10).reduce((a, b) => (total(b) < total(a) ? b : a))
    }
    expect(best((d) => d * d)).toBe(printed('least at their mean, {}.', text)[0]!.value)
    expect(best(Math.abs)).toBe(printed('least at their median, {}.', text)[0]!.value)
  })
})
