/** What is compared with what: the workloads and contestants in words, and the ratios that the book wants to reach. */

export const workloads = {
  'a-10': '(a) 2-8-8-1, tanh, batch 10',
  'a-256': '(a) 2-8-8-1, tanh, batch 256',
  b: '(b) 20 dense layers of 64, tanh, batch 128',
  c: '(c) CNN on 16x16 images, batch 64',
  d: '(d) CNN on 28x28 images, batch 64',
  e: '(e) 3 variants x 5 seeds of 144-32x5-10, batch 64',
}

export const contestants = {
  ours: 'the book',
  convnetjs: 'ConvNetJS',
  typescript: 'plain TypeScript',
  released: 'tfjs-wasm as released',
  plain: 'the book, SIMD off',
  loops: 'bare SIMD loops',
}

/** The book's speed divided by the contestant's, by workload; `all` where no workload is named. */
export const reach = {
  convnetjs: { 'a-10': 5, 'a-256': 5, b: 10, c: 5, d: 5 },
  released: { e: 8 },
  loops: { all: 0.5 },
}

export const reachOf = (contestant, workload) => reach[contestant]?.[workload] ?? reach[contestant]?.all
