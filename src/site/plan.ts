/** The chapters that the book will have. A chapter that is written replaces its line here by its front matter. */
export interface PlannedChapter {
  slug: string
  title: string
  /** The question that the chapter answers. */
  summary: string
}

export const plan: readonly PlannedChapter[] = [
  {
    slug: 'activations',
    title: 'Activations',
    summary: 'What does a neuron do to its input, and why does the bend matter?',
  },
  { slug: 'initialization', title: 'Initialization', summary: 'How big should a random start be?' },
  {
    slug: 'normalization',
    title: 'Normalization',
    summary: 'Why does keeping each layer centred make training faster?',
  },
  { slug: 'dropout', title: 'Dropout', summary: 'How can switching off half the network make it better?' },
  { slug: 'regularization', title: 'Regularization', summary: 'When is a worse fit a better model?' },
  { slug: 'pooling', title: 'Pooling', summary: 'What is lost when an image shrinks, and what survives?' },
  { slug: 'pruning', title: 'Pruning', summary: 'How much of a trained network can you throw away?' },
]
