/** How a Keras program cuts weights and trains on under masks. */
import type { Prune, Training } from '../experiment.ts'
import { lines } from '../program.ts'
import { filtersCode, filtersFunction } from './filters.ts'
import { cutsCode, denseCode, maskingCode, masksCode, type PruneCode } from './masks.ts'
import { networksCode, rewindCode, rewindFunctions } from './rewind.ts'
import { unitsCode, unitsFunction } from './units.ts'

export function pruneCode({ prune, cutUnits, cutMaps }: Training): PruneCode {
  if (cutMaps) return filtersCode(cutMaps)
  if (cutUnits) return unitsCode(cutUnits)
  if (!prune) return { before: false, ahead: false, behind: false }
  if (prune.rewind) return rewindCode(prune)
  return {
    before: lines(cutsCode(prune, '; biases stay.'), masksCode),
    ahead: false,
    behind: lines(
      '    for at, sparsity in cuts:',
      '        if at == step + 1:',
      '            masks = masks_at(sparsity, masks)',
      maskingCode,
    ),
  }
}

/** What the lines above call. @param optimizer code that makes one. */
export function pruneFunctions({ prune, cutUnits, cutMaps }: Training, optimizer: string): string {
  if (cutMaps) return `${denseCode('model', 'learning')}\n\n\n${filtersFunction(cutMaps)}`
  if (cutUnits) return `${denseCode('model')}\n\n\n${unitsFunction}`
  if (!prune) return ''
  const { by, scope, once = false, rewind } = prune
  const beside = rewind?.weights !== undefined
  return [
    lines(rewind !== undefined && networksCode(prune, optimizer), denseCode(beside ? 'finder' : 'model')),
    importance[by],
    scopes[scope](once),
    ...(rewind ? [rewindFunctions(optimizer)] : []),
  ].join('\n\n\n')
}

const importance: Record<Prune['by'], string> = {
  magnitude: `def importance():
    """What makes a weight important: its size. The least important are cut first."""
    return [np.abs(layer.get_weights()[0]) for layer in dense]`,
  smallestKept: `def importance():
    """What makes a weight important: that it is small. The largest are cut first."""
    return [-np.abs(layer.get_weights()[0]) for layer in dense]`,
  random: `def importance():
    """What makes a weight important: a number that was drawn for it. The smallest are cut first."""
    return [numbers(part) for part in saved["scores"]]`,
  saliency: `def importance():
    """What makes a weight important: its saliency h w^2 / 2 (LeCun, Denker and Solla 1990).

    h is the second derivative of the training loss by this weight alone. With the probabilities p and the derivatives J
    of the logits by what enters a layer, h is the mean over images of a^2 (sum of p J^2 - (sum of p J)^2), a being the
    weight's input.
    """
    weights = [layer.get_weights() for layer in dense]
    inputs, sums = [train_x], []
    for kernel, bias in weights:
        sums.append(inputs[-1] @ kernel + bias)
        inputs.append(np.maximum(sums[-1], 0))
    p = np.exp(sums[-1] - sums[-1].max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    first = [np.zeros_like(z) for z in sums]
    second = [np.zeros_like(z) for z in sums]
    for c in range(p.shape[1]):
        J = np.zeros_like(p)
        J[:, c] = 1
        for i in reversed(range(len(dense))):
            weighted = J * p[:, c : c + 1]
            first[i] += weighted
            second[i] += weighted * J
            if i > 0:
                J = (J @ weights[i][0].T) * (sums[i - 1] > 0)
    spreads = [b - a**2 for a, b in zip(first, second)]
    hs = [(x**2).T @ spread / len(train_x) for x, spread in zip(inputs, spreads)]
    return [h * kernel**2 / 2 for h, (kernel, _) in zip(hs, weights)]`,
}

const atFirstCut = `    if not at_first_cut:
        at_first_cut.extend(importance())
    scores = at_first_cut`

const scoresCode = (once: boolean) => `${once ? atFirstCut : '    scores = importance()'}
    if masks is not None:  # what is cut already is the least important of all
        scores = [np.where(mask == 0, -np.inf, layer) for layer, mask in zip(scores, masks)]`

const scopes: Record<Prune['scope'], (once: boolean) => string> = {
  global: (once) => `def masks_at(sparsity, masks):
${scoresCode(once)}
    everything = np.sort(np.concatenate([layer.ravel() for layer in scores]))
    least = everything[round(sparsity * len(everything))]  # one threshold for the whole network
    return [(layer >= least).astype("float32") for layer in scores]`,
  layer: (once) => `def masks_at(sparsity, masks):
${scoresCode(once)}
    # One threshold for each layer.
    least = [np.sort(layer.ravel())[round(sparsity * layer.size)] for layer in scores]
    return [(layer >= each).astype("float32") for layer, each in zip(scores, least)]`,
}
