/** That all contestants of a workload do the same work: equal outputs at the start, losses that fall alike. */

const steps = 20

const furthest = (a, b) => a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i])), 0)

const refuse = (workload, contestant, words) => {
  throw new Error(`Bench, workload ${workload}: ${contestant} ${words}; its numbers would mean nothing.`)
}

/**
 * Compares with the plain TypeScript reference, before anything is measured. Twenty steps with Adam must come to
 * the same loss; ConvNetJS has another rule, so its loss only has to fall.
 * @returns {Promise<Record<string, { lossAtTheStart: number, lossAfter20: number }>>}
 */
export async function check(workload, entries) {
  const reference = entries.find(({ contestant }) => contestant === 'typescript')
  const expected = await reference.read('logits')
  const results = {}
  for (const { contestant, read, train } of entries) {
    const logits = await read('logits')
    if (logits.length !== expected.length) refuse(workload, contestant, 'has other outputs')
    const off = furthest(logits, expected)
    if (!(off < 1e-3)) refuse(workload, contestant, `starts ${off} away from the reference`)
    const lossAtTheStart = await read('loss')
    await train(steps)
    results[contestant] = { lossAtTheStart, lossAfter20: await read('loss') }
  }
  const goal = results[reference.contestant].lossAfter20
  for (const [contestant, { lossAtTheStart, lossAfter20 }] of Object.entries(results)) {
    if (!(lossAfter20 < lossAtTheStart))
      refuse(workload, contestant, `does not learn: ${lossAtTheStart} became ${lossAfter20}`)
    if (contestant !== 'convnetjs' && !(Math.abs(lossAfter20 - goal) < 2e-3 * goal))
      refuse(workload, contestant, `has the loss ${lossAfter20} after ${steps} steps, the reference ${goal}`)
  }
  return results
}
