/** What a good chapter becomes: numbers, references, notes, as HTML. */
import { describe, expect, it } from 'vitest'
import { renderChapter } from './renderChapter.tsx'

const note = '<Aside>\n\nNote.\n\n</Aside>'

describe('a chapter', () => {
  it('numbers figures and explorers in order, and refers to them before and after', async () => {
    const { html, chapter } = await renderChapter(`
See <Ref to="fig:b" />.

<Explorer id="a" name="functions" />

<Figure id="b" widget="born-dead" />

As <Ref to="fig:a" /> shows.`)
    expect(html).toContain('See <a href="#fig-b" class="ref">Figure 3.2</a>.')
    expect(html).toContain('<figure id="fig-a">Figure 3.1</figure>')
    expect(html).toContain('As <a href="#fig-a" class="ref">Figure 3.1</a> shows.')
    expect(chapter.widgets).toEqual(['born-dead'])
  })

  it('numbers labelled equations only', async () => {
    const { html } = await renderChapter(`
$$
a = b
$$

$$
c = d \\label{eq:second}
$$

By <Ref to="eq:second" />, $c < 1$.`)
    expect(html).toContain('<div class="equation" id="eq-second">')
    expect(html).toContain('<span class="equation-number">(3.1)</span>')
    expect(html).toContain('By <a href="#eq-second" class="ref">(3.1)</a>')
    expect(html.match(/class="equation-number"/g)).toHaveLength(1)
    expect(html).not.toContain('label')
    expect(html.match(/<math /g)).toHaveLength(3)
    expect(html).not.toContain('katex-error')
  })

  it('numbers citations by first use and lists each once', async () => {
    const { html, chapter } = await renderChapter(
      'First <Cite k="he2015" />, then <Cite k="glorot2010 he2015" />.\n\n<Aside>\n\nAgain <Cite k="glorot2010" />.\n\n</Aside>',
    )
    expect(html).toContain(
      '<a href="#ref-he2015" class="cite" role="doc-biblioref" title="K. He and X. Zhang, 2015">[1]</a>',
    )
    expect(html.match(/>\[2\]</g)).toHaveLength(2)
    expect(chapter.references.map(({ key, number }) => [key, number])).toEqual([
      ['he2015', 1],
      ['glorot2010', 2],
    ])
  })

  it('gives headings ids and lists those of the second level', async () => {
    const { html, chapter } = await renderChapter(
      '## When *ReLU* dies\n\n### Détails\n\n[up](#when-relu-dies), <Ref to="sec:details" />',
    )
    expect(html).toContain('<h2 id="when-relu-dies">When <em>ReLU</em> dies</h2>')
    expect(html).toContain('<a href="#details" class="ref">Détails</a>')
    expect(chapter.sections).toEqual([{ id: 'when-relu-dies', title: 'When ReLU dies' }])
  })

  it('puts footnotes after their paragraph as numbered margin notes', async () => {
    const { html } = await renderChapter('One.[^b] Two.[^a]\n\nNext.\n\n[^a]: Note *a*.\n\n[^b]: Note b.')
    expect(html).toMatch(/One\.<a href="#note-1"[^>]*>1<\/a> Two\.<a href="#note-2"/)
    expect(html).toMatch(
      /<\/p>\s*<div role="note" class="note"[^>]*id="note-1"[^>]*>.*Note b.*<div role="note" class="note"[^>]*id="note-2".*<em>a<\/em>.*Next/s,
    )
  })

  it('lets a note reach down to the next note or figure', async () => {
    const { html } = await renderChapter(`
One.

${note}

Two.

Three.

${note}

Four.

<Figure id="a" widget="born-dead" />

Five.

${note}

Six.

Seven.

Eight.

Nine.`)
    expect([...html.matchAll(/--span:(\d)/g)].map((match) => match[1])).toEqual(['2', '2', '4'])
  })

  it('hands the condition of an exercise to the page', async () => {
    const { html } = await renderChapter(`<Figure id="r" widget="activation-race" />

<Exercise id="deep" title="Deep" check="activation-race" metric="testAccuracy" variant="sigmoid" atLeast={0.95} depth={6}>

Reach it.

<Hint>

Weights.

</Hint>

</Exercise>

After <Ref to="ex:deep" />.`)
    const check = /data-check="([^"]*)"/.exec(html)?.[1]?.replaceAll('&quot;', '"') ?? ''
    expect(JSON.parse(check)).toEqual({
      metric: 'testAccuracy',
      variant: 'sigmoid',
      atLeast: 0.95,
      config: { depth: 6 },
    })
    expect(html).toContain('data-check-figure="activation-race"')
    expect(html).toContain('<p class="exercise-status" role="status"></p>')
    expect(html).toContain('<details class="hint"><summary>Hint</summary>')
    expect(html).toContain('<a href="#ex-deep" class="ref">Exercise 3.1</a>')
  })

  it('uses every other word', async () => {
    const { html } = await renderChapter(`A <Term>unit</Term> {/* remark */} and H<sub>2</sub>.

<ManySay says="It is so.">

It is not.

</ManySay>

<StopHere>

you know.

</StopHere>

<Summary>

- One.

</Summary>

| a |   |
| - | - |
| 1 | 2 |

[back](../activations/)`)
    expect(html).toContain('<dfn id="term-unit">unit</dfn>')
    expect(html).not.toContain('remark')
    expect(html).toContain('<q>It is so.</q>')
    expect(html).toContain('<b>Stop here if</b>')
    expect(html).toContain('<div class="table-scroll" data-scroll="Table"><table>')
    expect(html).toContain('<th scope="col">a</th><td></td>')
    expect(html).toContain('href="../activations/"')
  })
})
