/** Adam (Kingma and Ba 2015) over one flat vector, in a plain loop. */

const [beta1, beta2, epsilon] = [0.9, 0.999, 1e-7]

export function adam(params: Float32Array, gradients: Float32Array, learningRate: number): () => void {
  const m = new Float32Array(params.length)
  const v = new Float32Array(params.length)
  let step = 0
  return () => {
    step++
    const rate = learningRate / (1 - beta1 ** step)
    const scale = 1 / Math.sqrt(1 - beta2 ** step)
    for (let i = 0; i < params.length; i++) {
      const g = gradients[i]!
      const first = beta1 * m[i]! + (1 - beta1) * g
      const second = beta2 * v[i]! + (1 - beta2) * g * g
      m[i] = first
      v[i] = second
      params[i]! -= (rate * first) / (Math.sqrt(second) * scale + epsilon)
    }
  }
}
