/** The components behind the authoring vocabulary. Figure and Explorer are handed in: mdx knows no figures. */
import type { MDXComponents } from 'mdx/types'
import { Equation } from './Equation.tsx'
import { Exercise, Hint, Solution } from './Exercises.tsx'
import { Aside, ManySay, StopHere, Summary, Term } from './Notes.tsx'
import { HeaderCell, Table } from './Table.tsx'

/** `Cite` and `Ref` are links by now (compile/references.ts); `Equation` and `table` come from Markdown. */
export const components = (figures: MDXComponents): MDXComponents => ({
  Aside,
  Term,
  StopHere,
  ManySay,
  Summary,
  Exercise,
  Hint,
  Solution,
  Equation,
  table: Table,
  th: HeaderCell,
  ...figures,
})
