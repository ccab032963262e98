/** Of dropout, pruning and pooling. */
import { better, both, type Effect } from './effect.ts'

export const regularization: readonly Effect[] = [
  {
    says: 'Dropout lowers the error.',
    because:
      'on small clean data it does not; with wrong labels it improves the cross-entropy, and then the sentence says so',
    pattern: both(
      String.raw`\bdropout`,
      String.raw`\b(?:improves?|lowers?|reduces?|raises?|prevents?|better|higher|fewer)\b[^,;:]*\b(?:error|accuracy|overfitting|generali[sz]\w+|test)`,
    ),
    unless: /\b(?:noisy|wrong|false) labels|label noise|cross-entropy|calibrat/i,
    caught: 'Dropout lowers the test error.',
    passes: 'With label noise, dropout lowers the test cross-entropy.',
  },
  {
    says: 'Dropout must stay between 0.2 and 0.6.',
    because: 'nothing changes at these two rates; the network underfits when one unit in ten is kept',
    pattern: both(
      String.raw`\bdropout`,
      String.raw`between 0\.2 and 0\.6|(?:below|under|less than) 0\.2|(?:above|over|more than) 0\.6`,
    ),
    caught: 'Use a dropout rate between 0.2 and 0.6.',
    passes: 'With a dropout rate of 0.2 the network learns.',
  },
  {
    says: 'Forgetting the scaling of dropout at test time costs accuracy.',
    because: 'in a ReLU network the order of the outputs hardly changes; it ruins the probabilities',
    pattern:
      /(?=.*\b(?:dropout|test[- ]time|at test)\b)(?:.*\bscal(?:e|ing)\b.*\b(?:accuracy|error)\b|.*\b(?:accuracy|error)\b.*\bscal(?:e|ing)\b)/i,
    unless: /\b(?:hardly|the same|unchanged|as before)\b/i,
    caught: 'Forget the scaling at test time and accuracy falls.',
    passes: 'Forget the scaling at test time and the probabilities are wrong.',
  },
  {
    says: 'A lottery ticket found in one shot beats other weights.',
    because: 'pruned in one step, its start is worth no more than another draw; pruned in rounds it is',
    pattern: both(
      String.raw`one-shot|lottery|winning ticket`,
      String.raw`${better}|\b(?:reaches|matches|trains as well)\b`,
    ),
    unless: /\b(?:iterativ\w+|rounds?|step by step)\b/i,
    caught: 'A one-shot ticket beats a new draw.',
    passes: 'A ticket pruned in ten rounds beats a new draw.',
  },
  {
    says: 'Pruning by magnitude is far better than at random after fine-tuning.',
    because: 'fine-tuning heals most of the difference; it is large before',
    pattern:
      /(?=.*\bmagnitude\b)(?=.*\brandom)(?=.*\bfine-tun).*\b(?:better|beats?|ahead|wins?|outperforms?)\b/i,
    unless: /\b(?:before|without) (?:any )?fine-tuning/i,
    caught: 'After fine-tuning, magnitude is far better than random.',
    passes: 'Before fine-tuning, magnitude is far better than random.',
  },
  {
    says: 'Stochastic pooling has a higher training error.',
    because: 'it does not show on digits',
    pattern: both('stochastic pooling', String.raw`\b(?:higher|larger|more) training (?:error|loss)`),
    caught: 'Stochastic pooling has a higher training error than max pooling.',
    passes: 'Stochastic pooling draws one of the activations.',
  },
  {
    says: 'Max pooling is more robust to shifts than average pooling.',
    because: 'both lose as much when the image moves',
    pattern:
      /\bmax pooling\b.*\b(?:more (?:shift-|shift |translation-)?(?:robust|invariant|tolerant|stable)|less sensitive|loses less)\b/i,
    caught: 'Max pooling is more robust to shifts than average pooling.',
    passes: 'Pooling of either kind is more robust to shifts than none.',
  },
]
