/** The words that authors may use in a chapter, and what each expects. `docs/authoring.md` has the same table. */

export interface Word {
  required?: readonly string[]
  optional?: readonly string[]
  /** Attributes that are not listed are conditions on a figure's settings: `depth={6}`. */
  settings?: true
  /** Stands inside a sentence; the others stand as paragraphs of their own. */
  inline?: true
}

export const vocabulary: Readonly<Record<string, Word>> = {
  Figure: { required: ['id', 'widget'] },
  Explorer: { required: ['id', 'name'] },
  Cite: { required: ['k'], inline: true },
  Ref: { required: ['to'], inline: true },
  Measured: {
    required: ['from', 'of'],
    optional: [
      'variant',
      'minus',
      'stat',
      'at',
      'over',
      'below',
      'above',
      'seed',
      'times',
      'as',
      'digits',
      'decimals',
    ],
    inline: true,
  },
  Aside: { optional: ['title'] },
  Exercise: {
    optional: ['id', 'title', 'check', 'metric', 'variant', 'atLeast', 'atMost'],
    settings: true,
  },
  Hint: {},
  Solution: {},
  Term: { inline: true },
  StopHere: {},
  ManySay: { required: ['says'] },
  Summary: {},
}

/** The words of a lecture, `content/<language>/lectures/<chapter>.mdx`. `docs/presenter.md` explains them. */
export const lectureVocabulary: Readonly<Record<string, Word>> = {
  Slide: { required: ['figure', 'key', 'metrics'], optional: ['ask', 'panels', 'variants'] },
  Cue: { optional: ['at'], inline: true },
  Cite: vocabulary['Cite']!,
  Measured: vocabulary['Measured']!,
}

/** HTML that may stand in a chapter, for what Markdown cannot write. */
export const html: readonly string[] = ['abbr', 'br', 'i', 'kbd', 'q', 'sub', 'sup', 'wbr']
