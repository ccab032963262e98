/** Numbers in the text that come from recordings. */
import { expect, it } from 'vitest'
import { compile } from './book.ts'
import { renderChapter } from './renderChapter.tsx'

const print = async (attributes: string): Promise<string> => {
  const { html } = await renderChapter(`It is <Measured ${attributes} />.`)
  const text = /It is (.*)\.<\/p>/.exec(html)?.[1]
  if (text === undefined) throw new Error(`no number in ${html}`)
  return text.replaceAll('\u00a0', ' ')
}
const race = (rest: string) => print(`from="activation-race" ${rest}`)

it.each([
  ['of="accuracy" variant="tanh"', '92%'],
  ['of="accuracy" variant="tanh" stat="mean±sd"', '92.0 ± 2.0%'],
  ['of="accuracy" variant="tanh" stat="min"', '90%'],
  ['of="accuracy" variant="tanh" stat="max" decimals={1}', '94.0%'],
  ['of="accuracy" variant="tanh" stat="list"', '90%, 92% and 94%'],
  ['of="accuracy" variant="tanh" seed={1}', '92%'],
  ['of="accuracy" variant="tanh relu"', '92%'],
  ['of="accuracy" variant="tanh" minus="relu" at="first"', '0.0'],
  ['of="loss" variant="tanh" digits={1}', '0.02'],
  ['of="loss" variant="tanh" stat="median"', '0.020'],
  ['of="loss" variant="tanh" at="first"', '2.7'],
  ['of="loss" variant="tanh" at={10}', '0.60'],
  ['of="loss" variant="tanh" over="first"', '0.0083'],
  ['of="loss" variant="tanh" below={0.5}', '17'],
  ['of="loss" variant="tanh" below={0.5} stat="list" digits={2}', '10, 20 and 20'],
  ['of="loss" variant="relu" stat="diverged" as="word"', 'two'],
  ['of="accuracy" variant="tanh" times={10} as="word"', 'nine'],
])('%s prints %s', async (attributes, text) => {
  expect(await race(attributes)).toBe(text)
})

it('also from other settings, and from trials', async () => {
  expect(await print('from="activation-race/deep" of="accuracy" variant="tanh"')).toBe('92%')
  expect(await print('from="trials/maxout" of="maps" stat="mean±sd"')).toBe('86.0 ± 2.0%')
})

it('leaves no component behind, in tables neither', async () => {
  const number = '<Measured from="activation-race" of="accuracy" variant="tanh" />'
  const { code } = await compile(`| a | b |\n| - | - |\n| x | ${number} |\n\n- in a list: ${number}`)
  expect(code).not.toContain('Measured')
  expect(code.match(/92%/g)).toHaveLength(2)
})
