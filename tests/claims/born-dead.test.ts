import { expect, it } from 'vitest'
import experiment from '../../src/widgets/born-dead/train.ts'
import { final, runExperiment } from '../runExperiment.ts'
import { agreement } from './chapter.ts'

it('twenty thousand networks of each width: what the thousand of the figure estimate', async () => {
  const widths = ['width2', 'width3', 'width4', 'width8'] as const
  const shares = Object.fromEntries(widths.map((width) => [width, [] as number[]]))
  // Twenty seeds at a time: 4000 networks side by side.
  for (let first = 0; first < 100; first += 20) {
    const seeds = Array.from({ length: 20 }, (_, i) => first + i)
    const results = await runExperiment(experiment, { variants: widths, seeds, measureEvery: 10 })
    for (const width of widths) shares[width]!.push(...final(results[width].metrics.deadShare))
  }
  const numbers = ['91.3%', '63.1%', '34.0%', '0.9%']
  widths.forEach((width, i) => {
    const [first, second, third, fourth] = numbers.map((number, other) => (other === i ? '{}' : number))
    const says = `twenty thousand of each width give ${first}, ${second}, ${third} and ${fourth}.`
    expect(agreement({ what: `born dead, ${width}`, says, values: shares[width]! })).toBe('holds')
  })
})
