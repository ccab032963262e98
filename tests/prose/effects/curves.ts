/** Of activation functions. */
import { better, both, faster, type Effect } from './effect.ts'

export const curves: readonly Effect[] = [
  {
    says: 'Leaky ReLU beats ReLU.',
    because: 'five seeds cannot tell the two apart',
    pattern: both('leaky', `${better}|${faster}`),
    caught: 'Leaky ReLU is better than ReLU on digits.',
    passes: 'Leaky ReLU cannot die, and ReLU can.',
  },
  {
    says: 'Leaky ReLU, or ELU, is zero-mean.',
    because: 'for z from N(0, 1) the mean of Leaky ReLU is 0.395 and that of ELU 0.16',
    pattern:
      /\b(?:leaky relu|elu)\b.*\b(?:is|are|has a mean of) (?:zero-(?:mean|cent(?:red|ered))|0(?![.\d]))/i,
    caught: 'Leaky ReLU is zero-centred.',
    passes: 'ELU has a mean of 0.16.',
  },
  {
    says: 'ELU is more accurate than ReLU.',
    because: 'ELU learns faster, and with other seeds the order of the accuracies is another',
    pattern: /\belu\b.*(?:more accurate|higher (?:test )?accuracy|more of the test images)/i,
    caught: 'ELU ends more accurate than ReLU.',
    passes: 'ELU is first below a loss of 0.5.',
  },
  {
    says: 'A leak saves training at a rate that is too high.',
    because: 'with the leak all seeds diverge',
    pattern: /\b(?:leak|leaky relu)\b.*\b(?:saves|rescues|repairs|makes .* good)\b/i,
    caught: 'The leak saves the network.',
    passes: 'The leak keeps every unit in the game.',
  },
  {
    says: 'PReLU, GELU or SiLU is better.',
    because: 'no figure of the book compares them',
    pattern: both(String.raw`\b(?:prelu|gelu|silu|swish)\b`, better),
    caught: 'GELU beats ReLU in most networks.',
    passes: 'GELU goes down before it goes up.',
  },
  {
    says: 'MFM or maxout beats ReLU.',
    because: 'with as many weights, five seeds cannot tell them apart',
    pattern: both(String.raw`\b(?:mfm|max-feature-map|maxout)\b`, better),
    caught: 'MFM beats ReLU.',
    passes: 'MFM has twice the weights of ReLU.',
  },
  {
    says: 'Sigmoid is slow because the exponential is expensive.',
    because: 'one exponential stands beside a thousand multiplications',
    pattern: /\bexp(?:onential)?\b.*\b(?:expensive|slow|costly)\b/i,
    caught: 'The exponential is expensive.',
    passes: 'The exponential costs as much as 20 multiplications.',
  },
]
