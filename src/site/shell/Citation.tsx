/**
 * How to cite a chapter, as text and as BibTeX. The address of the page and the day of reading are known to the
 * reader's browser alone (page/citation.ts); without JavaScript the text says what to add.
 */
import type { Chapter } from '../chapters.ts'
import { bibtexOf, sentenceOf } from '../citation.ts'

function Form({ name, of, children }: { name: string; of: string; children: string }) {
  return (
    <div className="cite-form">
      <div className="cite-name">
        <h3 id={`cite-${of}`}>{name}</h3>
        <span className="cite-acts">
          <button type="button" className="btn line" data-copy={of} aria-describedby={`cite-${of}`}>
            Copy
          </button>
        </span>
      </div>
      {/* Reached by keyboard where it is wider than the page. */}
      <pre data-cite-form={of} data-scroll={name}>
        {children}
      </pre>
    </div>
  )
}

export function Citation({ chapter: { slug, title, order, revised } }: { chapter: Chapter }) {
  const facts = { slug, title, order, revised }
  return (
    <section className="cite-page" aria-labelledby="cite" data-cite={JSON.stringify(facts)}>
      <h2 id="cite">Cite this chapter</h2>
      <Form name="Text" of="text">
        {sentenceOf(facts)}
      </Form>
      <Form name="BibTeX" of="bibtex">
        {bibtexOf(facts)}
      </Form>
      <p className="cite-add">Add the address of this page and the day on which you read it.</p>
      <p className="cite-status" role="status" />
    </section>
  )
}
