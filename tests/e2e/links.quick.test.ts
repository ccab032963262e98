/** Every link of every built page leads to a file of the site, and to an anchor that it has. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { deadLinks } from './deadLinks.ts'
import { built } from './site.ts'

test('no link of the site is dead', () => {
  const { pages, links, dead } = deadLinks(built, '/a/deep/base/')
  expect(pages).toBeGreaterThan(20)
  expect(links).toBeGreaterThan(500)
  expect(dead).toEqual([])
})

test('a dead link is found', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'links-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(
    path.join(folder, 'index.html'),
    '<a id="here" href="#here"></a><a href="#there"></a><img src="no.png"><a href="../up/"></a><a href="https://other.example/x">' +
      '<svg><use href="two.svg#one"></use><use href="two.svg#three"></use></svg>',
  )
  writeFileSync(path.join(folder, 'two.svg'), '<svg><g id="one"></g><g id="two"></g></svg>')
  expect(deadLinks(folder, '/book/').dead).toEqual([
    'index.html: #there (index.html has no such anchor)',
    'index.html: no.png',
    'index.html: ../up/',
    'index.html: two.svg#three (two.svg has no such anchor)',
  ])
})
