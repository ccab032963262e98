import { expect, it } from 'vitest'
import { allowed, faults, noticeOf, shippedPackages } from './licences.ts'

const root = process.cwd()
const packages = shippedPackages(root)

it('everything that the site is made of has a licence that lets us ship it', () => {
  expect(packages.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'react',
      'recharts',
      '@tensorflow/tfjs-core',
      'katex',
      '@fontsource-variable/inter',
    ]),
  )
  expect(faults(packages)).toEqual([])
})

it('another licence is a fault, and so is none', () => {
  const [one] = packages
  expect(faults([{ ...one!, name: 'x', licence: 'GPL-3.0' }])).toEqual([
    expect.stringContaining(`x has the licence "GPL-3.0"; allowed are ${allowed.join(', ')}.`),
  ])
  const ofLicence = (licence: string) => faults([{ ...one!, licence }]).length
  expect(['', 'MIT AND GPL-3.0', 'GPL-2.0 OR GPL-3.0'].map(ofLicence)).toEqual([1, 1, 1])
  expect(['MIT AND ISC', '(MIT OR GPL-3.0)'].map(ofLicence)).toEqual([0, 0])
})

it('the notice has a section for each, with its text or who made it', () => {
  const sections = noticeOf(packages, root).split(/^## /m).slice(1)
  expect(sections).toHaveLength(packages.length + 2)
  packages.forEach(({ name, version, licence }, i) => {
    expect(sections[i]).toContain(`${name} ${version}\n\nLicence: ${licence}\n\n    `)
    expect(sections[i]).toMatch(/copyright/i)
  })
  expect(sections.find((section) => section.startsWith('katex '))).toContain('Khan Academy')
  expect(sections.find((section) => section.startsWith('@tensorflow/tfjs-core '))).toContain(
    'Apache-2.0, whose text stands at the end.',
  )
})
