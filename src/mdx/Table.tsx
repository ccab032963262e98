/** A Markdown table, in a frame of its own that scrolls when the table is wider than the page. */
import type { ComponentProps } from 'react'

export function Table(props: ComponentProps<'table'>) {
  return (
    <div className="table-scroll" data-scroll="Table">
      <table {...props} />
    </div>
  )
}
