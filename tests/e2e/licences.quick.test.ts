/** The built site carries the licences of what it is made of. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { noticeOf, shippedPackages } from '../../src/site/build/licences.ts'
import { noticeFile } from '../../src/site/build/thirdParty.ts'
import { built } from './site.ts'

test('the notice goes along, and is of the packages that are installed', () => {
  const root = process.cwd()
  expect(readFileSync(path.join(built, noticeFile), 'utf8')).toBe(noticeOf(shippedPackages(root), root))
})
