import { expect, it } from 'vitest'
import { progressBar } from './progress.ts'

const terminal = (isTTY: boolean) => {
  const written: string[] = []
  return { isTTY, columns: 80, write: (text: string) => written.push(text), written }
}

it('draws on a terminal, ten times a second at most, and cleans up', () => {
  const out = terminal(true)
  let time = 0
  const bar = progressBar(out, 'net', 200, () => time)
  bar.show(50)
  bar.show(60)
  time = 100
  bar.show(200)
  bar.clear()
  expect(out.written).toHaveLength(3)
  expect(out.written[0]).toContain('net ████████░░')
  expect(out.written[1]).toContain('step 200 of 200')
  expect(out.written[2]).toBe('\r\u001b[2K')
})

it('is silent into a pipe, and where nothing was drawn', () => {
  const [pipe, idle] = [terminal(false), terminal(true)]
  const bar = progressBar(pipe, 'net', 10, () => 0)
  bar.show(5)
  bar.clear()
  progressBar(idle, 'net', 10).clear()
  expect([pipe.written, idle.written]).toEqual([[], []])
})
