/** A Markdown table, in a frame of its own that scrolls when the table is wider than the page. */
import type { ComponentProps } from 'react'

export function Table(props: ComponentProps<'table'>) {
  return (
    <div className="table-scroll" data-scroll="Table">
      <table {...props} />
    </div>
  )
}

/** A column without a name, as the first of a table of comparisons may be, has no header for a screen reader to say. */
export function HeaderCell({ children, ...props }: ComponentProps<'th'>) {
  return children ? (
    <th scope="col" {...props}>
      {children}
    </th>
  ) : (
    <td {...props} />
  )
}
