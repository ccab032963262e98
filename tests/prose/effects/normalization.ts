/** Of normalization. */
import { better, both, faster, type Effect } from './effect.ts'

const batchNorm = String.raw`\bbatch[- ]norm\w*|\bBN\b`
const layerNorm = String.raw`(?:\blayer[- ]norm\w*|\bLN\b)`

export const normalization: readonly Effect[] = [
  {
    says: 'Batch normalization speeds up training.',
    because:
      'at a small learning rate it is slower; it allows a large one. A sentence that names the large rate, or prints what was measured, passes',
    pattern: both(batchNorm, faster),
    unless:
      /\b(?:(?:high|higher|large|larger) (?:learning )?rates?|rates? (?:of )?[1-9]|deep\w* sigmoid)\b|⟨Measured⟩/i,
    caught: 'Batch normalization speeds up training.',
    passes: 'At a learning rate of 2, batch normalization needs fewer steps.',
  },
  {
    says: 'Batch normalization always helps.',
    because: 'with batches of two it hurts, and at a small learning rate it is slower',
    pattern: both(
      batchNorm,
      String.raw`\b(?:always|in every (?:case|network)|whatever the (?:learning )?rate)\b[^,;:]*\b(?:helps?|improves?|better|trains?|learns?)\b`,
    ),
    caught: 'Batch norm always helps.',
    passes: 'Batch norm always divides by a standard deviation.',
  },
  {
    says: 'Batch normalization works because it reduces internal covariate shift.',
    because:
      'networks train as well when a shift is put back in on purpose; the reason is open. Name who says so',
    pattern: both(
      'internal covariate shift|covariate shift',
      String.raw`\b(?:because|thanks to|reduc\w+|remov\w+|fix\w*|solv\w+|eliminat\w+|prevent\w*|since)\b`,
    ),
    unless:
      /\b(?:Ioffe|Szegedy|paper|authors?|proposed|explanation|reason they|argu\w+|report\w*|claim\w*|said|says|belie\w+|idea|hypothes\w+|was meant|test\w*)\b/i,
    caught: 'Batch normalization works because it reduces internal covariate shift.',
    passes: 'Its authors say that it reduces internal covariate shift.',
  },
  {
    says: 'Weight normalization trains better than a plain network.',
    because: 'no advantage shows on the digits of this book',
    pattern: both(String.raw`\bweight[- ]norm\w*`, String.raw`${better}|${faster}|\b(?:improves?|helps?)\b`),
    caught: 'Weight normalization is faster than plain weights.',
    passes: 'Weight normalization keeps length and direction apart.',
  },
  {
    says: 'Layer normalization normalises the outputs of one unit.',
    because:
      'it takes mean and variance over all units of a layer, for one example; over examples is batch normalization',
    pattern: new RegExp(
      String.raw`${layerNorm}[^,;:]*\b(?:(?:each|one|a single|every|a) (?:neuron|unit|feature)(?:['’]s)? (?:outputs?|values?|activations?|over|across)|over the (?:batch|mini-batch|examples))`,
      'i',
    ),
    caught: 'Layer norm normalises one neuron’s outputs.',
    passes: 'Layer norm normalises all units of a layer, for one example.',
  },
  {
    says: 'Whitening gives mean 0 and standard deviation 1.',
    because: 'that is standardizing; whitening also takes away the correlations',
    pattern: both(
      String.raw`\bwhiten\w*`,
      String.raw`(?:mean|average) (?:of )?(?:0|zero).*(?:standard deviation|variance|sd) (?:of )?(?:1|one)`,
    ),
    unless: /covarian|correlat|rotat|standardi[sz]/i,
    caught: 'Whitening gives each input a mean of 0 and a standard deviation of 1.',
    passes: 'Whitening gives mean 0, variance 1 and no correlation.',
  },
]
