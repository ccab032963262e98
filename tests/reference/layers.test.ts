/** Everything that networks are made of, beside PyTorch: forward, gradients, and 20 steps of every update rule. */
import { part } from './fixture.ts'
import { activationSuite } from './suites/activations.ts'
import { drawSuite } from './suites/draws.ts'
import { fitSuite } from './suites/fits.ts'
import { lossSuite } from './suites/losses.ts'
import { mapSuite } from './suites/maps.ts'
import { networkSuite } from './suites/networks.ts'
import { normalizationSuite } from './suites/normalization.ts'
import { optimizerSuite } from './suites/optimizers.ts'

part('activations', activationSuite)
part('losses and penalties', lossSuite)
part('convolutions and pooling', mapSuite)
part('normalization', normalizationSuite)
part('multilayer perceptrons', networkSuite)
part('optimizers', optimizerSuite)
part('draws', drawSuite)
part('fits', fitSuite)
