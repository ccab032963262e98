/** The head of a page that is no chapter: the way back to them, what it is, and for what. */
export function PageHead({ root, title, lead }: { root: string; title: string; lead: string }) {
  return (
    <header className="chapter-head">
      <p className="kicker">
        <a href={root}>All chapters</a>
      </p>
      <h1>{title}</h1>
      <p className="lead">{lead}</p>
    </header>
  )
}
