/** Writes the files of something new from the templates beside this one. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '../..')

/** Ends with what was expected, what was found, what to do. */
export const refuse = (reason) => {
  console.error(reason)
  process.exit(2)
}

/**
 * The names that the command was given.
 * @param {string} example the whole command, with good names
 * @param {number} count how many names it takes
 * @returns {string[]}
 */
export function namesAsked(example, count) {
  const names = process.argv.slice(2)
  if (names.length !== count || names.some((name) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)))
    refuse(
      `Expected ${count === 1 ? 'a name' : `${count} names`} in small letters with hyphens, found "${names.join(' ')}". Type: ${example}`,
    )
  return names
}

/**
 * Writes nothing if one of the files is there already.
 * @param {string} what the folder of the templates, each named `<template>.txt`
 * @param {Record<string, string>} places where each goes, from the root of the book
 * @param {Record<string, string>} words what stands for each {{word}}
 */
export function scaffold(what, places, words) {
  const files = Object.entries(places)
  const taken = files.find(([, place]) => existsSync(path.join(root, place)))
  if (taken) refuse(`There is a ${taken[1]} already. Choose another name.`)
  for (const [template, place] of files) {
    const text = readFileSync(path.join(root, 'scripts/new', what, `${template}.txt`), 'utf8')
    const file = path.join(root, place)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(
      file,
      text.replaceAll(/\{\{(\w+)\}\}/g, (_, word) => words[word]),
    )
    console.log(place)
  }
}
