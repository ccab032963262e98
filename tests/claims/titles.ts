/** The titles of the tests in a file, from its source: to run it would take minutes. */

/** What stands in a title for what differs: %s and $name of it.each, ${...} of a template. */
const holes = /%[sdifjo]|\$\w+|\$\{[^}]*\}/

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

export interface Title {
  title: string
  /** Matches the claim, which may have the name of a group before it. */
  pattern: RegExp
}

/** Titles of `it('...', ` and of `it.each(...)('...', `. */
export const titles = (source: string): Title[] =>
  Array.from(
    source.matchAll(/(?:\bit|\))\(\s*(['`])((?:(?!\1).)+)\1,(?!\s*notAClaim)/g),
    ([, , title = '']) => {
      const text = title.replace(/^C\d+(?:: |, | )/, '')
      return { title, pattern: new RegExp(`(?:^|: )${text.split(holes).map(escaped).join('.*')}$`) }
    },
  )
