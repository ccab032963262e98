/** How a Keras program cuts weights round after round, and goes back to the start with each cut. */
import type { Prune } from '../experiment.ts'
import { lines } from '../program.ts'
import { cutsCode, masksCode, type PruneCode } from './masks.ts'

export function rewindCode(prune: Prune): PruneCode {
  return {
    before: lines(
      cutsCode(prune, ', and what is left starts again.'),
      masksCode,
      prune.once === true && 'at_first_cut = []  # what makes weights important, for all cuts',
    ),
    ahead: lines(
      '    for at, sparsity in cuts:',
      '        if at == step:',
      '            masks = masks_at(sparsity, masks)',
      '            start_again()',
    ),
    behind: lines('    if masks is not None:', '        apply_masks()'),
  }
}

/** The networks, and the network that finds masks where there is one. @param optimizer code that makes one. */
export function networksCode({ rewind }: Prune, optimizer: string): string {
  const beside = rewind?.weights !== undefined
  return lines(
    beside && '# The masks are found by a network that is trained beside this one, from other weights.',
    beside && 'finder = keras.models.clone_model(model)',
    beside && 'finder.set_weights([numbers(part) for layer in saved["finder"] for part in layer])',
    beside && `finder.compile(optimizer=${optimizer}, loss=loss_of)`,
    `networks = [${beside ? 'finder, ' : ''}model]`,
    'starts = [network.get_weights() for network in networks]',
  )
}

/** What the loop calls. @param optimizer code that makes one. */
export const rewindFunctions = (optimizer: string): string => `def apply_masks():
    for network in networks:
        for layer, mask in zip(network.layers, masks):
            layer.kernel.assign(layer.kernel * mask)


def start_again():
    """Weights and biases go back to what they started from, and the optimizer remembers nothing."""
    for network, start in zip(networks, starts):
        network.set_weights(start)
        network.compile(optimizer=${optimizer}, loss=loss_of)
    apply_masks()`
