/** Of starting weights. */
import { both, type Effect } from './effect.ts'

export const weights: readonly Effect[] = [
  {
    says: 'N(0, 1) weights saturate tanh, so its gradient vanishes.',
    because: 'it explodes: the large weights multiply by more than the small slopes take away',
    pattern:
      /(?:large (?:starting )?weights|saturated tanh|weights of variance 1(?![/.\d])|weights (?:drawn )?from N\(0, ?1\)|N\(0, ?1\) weights).*gradients?\b.*\bvanish|gradients?\b.*\bvanish.*N\(0, ?1\) weights/i,
    caught: 'With weights from N(0, 1) tanh saturates, and its gradients vanish.',
    passes: 'With weights from N(0, 1) tanh saturates, and its gradients explode.',
  },
  {
    says: 'Tiny weights show in the ratio of weight gradients.',
    because: 'the ratio stays near 1, since input and signal shrink in opposite directions',
    pattern: /^(?=.*\bweight gradients?\b).*(?:tiny|small) weights.*\bratio\b.*\b(?:falls?|shows?|small)\b/i,
    caught: 'With tiny weights the ratio of the weight gradients falls to a millionth.',
    passes: 'With tiny weights the activations shrink, and the ratio of the weight gradients is about 1.',
  },
  {
    says: 'Biases of ReLU should start above zero.',
    because: 'no reliable advantage is known',
    pattern: both(
      String.raw`biases? (?:a little )?above (?:zero|0)|positive (?:starting )?bias\w*`,
      String.raw`\b(?:helps?|improves?|better|faster|prevents?)\b`,
    ),
    caught: 'Biases above zero help.',
    passes: 'Some networks started with biases of 1.',
  },
  {
    says: 'Identical weights break the symmetry.',
    because: 'units that start alike get the same gradient and stay alike',
    pattern:
      /\b(?:identical|equal|the same|constant) (?:starting |initial )?(?:weights|values)\b[^,;:]*\bbreaks? (?:the |their )?symmetry/i,
    caught: 'Identical starting weights break the symmetry.',
    passes: 'Random weights break the symmetry that identical weights have.',
  },
  {
    says: 'Under Xavier weights the activations stay unit Gaussian.',
    because: 'their variance is kept at best, in a linear network; a nonlinearity changes shape and size',
    pattern: both(
      String.raw`\b(?:xavier|glorot)\b`,
      String.raw`\b(?:activations?|outputs?)\b[^,;:]*\b(?:stay|remain|keep|are|is|have)\b[^,;:]*(?:unit gaussian|standard normal|normally distributed|gaussian|N\(0, ?1\))`,
    ),
    caught: 'With Xavier weights the activations of all layers stay unit Gaussian.',
    passes: 'With Xavier weights the variance of the activations stays near 1 in a linear network.',
  },
]
