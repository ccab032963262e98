import { describe, expect, it } from 'vitest'
import { parseCommand } from './command.ts'

const parse = (text: string) => parseCommand(text === '' ? [] : text.split(' '))

describe('the words of a command', () => {
  it('are read whatever their order, with values apart or behind =', () => {
    const expected = {
      do: 'run',
      widget: 'one-bend',
      set: new Map([
        ['depth', '3'],
        ['noise', '0.2'],
        ['data', 'moons'],
      ]),
      variants: ['tanh', 'relu'],
      seeds: ['0', '1'],
      steps: '20',
      backend: 'cpu',
      json: true,
    }
    for (const text of [
      'one-bend --set depth=3 noise=0.2 --set data=moons --variants tanh,relu --seeds 0,1 --steps 20 --backend cpu --json',
      '--json --steps=20 --set=depth=3 --set noise=0.2 data=moons one-bend --seeds=0,1 --variants=tanh,relu --backend=cpu',
    ])
      expect(parse(text)).toEqual(expected)
  })

  it('leave the rest to the widget', () => {
    expect(parse('one-bend')).toEqual({ do: 'run', widget: 'one-bend', set: new Map(), json: false })
    expect(parse('--list --json')).toEqual({ do: 'list', json: true })
    expect(parse('--describe one-bend')).toEqual({ do: 'describe', widget: 'one-bend' })
    for (const text of ['', '--help', 'one-bend -h']) expect(parse(text)).toEqual({ do: 'help' })
  })

  it.each([
    ['--json', 'Name the widget to run; --list names them all.'],
    ['one-bend kill-a-relu', '"one-bend" and "kill-a-relu" are two'],
    ['one-bend depth=3', '"one-bend" and "depth=3" are two. A setting is written --set name=value.'],
    ['one-bend --sets a=1', 'There is no option --sets; there are --set, --variants'],
    ['one-bend --set depth', 'as in --set depth=3, and found "depth"'],
    ['one-bend --set =3', 'found "=3"'],
    ['one-bend --set depth=3 depth=4', 'The setting depth is given twice'],
    ['one-bend --seeds', '--seeds needs a value'],
    ['one-bend --seeds --json', '--seeds needs a value'],
    ['one-bend --steps=', '--steps needs a value'],
    ['one-bend --seeds 1 --seeds 2', '--seeds is given twice'],
    ['one-bend --json=yes', '--json takes no value'],
    ['--describe', '--describe needs the name of a widget'],
    ['--list one-bend', 'give --describe one-bend'],
    ['--list --describe one-bend', 'two commands'],
    ['--describe one-bend --set depth=3', '--describe runs nothing, so it takes no --set'],
  ])('%s is a mistake', (text, sentence) => {
    expect(() => parse(text)).toThrow(sentence)
  })
})
