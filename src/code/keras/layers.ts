/** Layers that Keras lacks or has otherwise, as source. A program holds those that its network has. */
import type { Training } from '../experiment.ts'
import { takesAll } from '../program.ts'

export const kerasLayers = (experiment: Training): string => {
  const { normalization, shift, dropout } = experiment
  return [
    normalization?.name === 'batch' ? batchNorm : '',
    normalization?.name === 'weight' ? weightNormDense : '',
    shift ? shifting : '',
    dropout ? dropping(dropout.scaling, takesAll(experiment) ? 'len(train_x)' : 'batch_size') : '',
  ]
    .filter((source) => source !== '')
    .join('\n\n\n')
}

/** Keras's own: momentum 0.99, epsilon 0.001, and the biased variance (https://keras.io/api/layers/normalization_layers/batch_normalization/). */
const batchNorm = `class BatchNorm(layers.Layer):
    """As layers.BatchNormalization, but the running variance takes in m / (m - 1) times the variance
    of a batch of m rows, an unbiased estimate, as in algorithm 2 of Ioffe and Szegedy (2015)."""

    def __init__(self, momentum, epsilon):
        super().__init__()
        self.momentum, self.epsilon = momentum, epsilon

    def build(self, shape):
        units = (shape[-1],)
        self.gamma = self.add_weight(shape=units, initializer="ones", name="gamma")
        self.beta = self.add_weight(shape=units, initializer="zeros", name="beta")
        self.mean = self.add_weight(shape=units, initializer="zeros", trainable=False, name="mean")
        self.variance = self.add_weight(shape=units, initializer="ones", trainable=False, name="variance")

    def call(self, x, training=False):
        mean, variance = self.mean, self.variance
        if training:
            mean, variance = ops.mean(x, axis=0), ops.var(x, axis=0)
            m = ops.cast(ops.shape(x)[0], x.dtype)
            keep, take = self.momentum, 1 - self.momentum
            self.mean.assign(keep * self.mean + take * mean)
            self.variance.assign(keep * self.variance + take * variance * m / (m - 1))
        return self.gamma * (x - mean) / ops.sqrt(variance + self.epsilon) + self.beta`

const weightNormDense = `class WeightNormDense(layers.Layer):
    """Weights as a length and a direction, w = g v / |v| (Salimans and Kingma 2016). g starts as |v|."""

    def __init__(self, units, kernel_initializer):
        super().__init__()
        self.units, self.kernel_initializer = units, kernel_initializer

    def build(self, shape):
        size = (shape[-1], self.units)
        self.kernel = self.add_weight(shape=size, initializer=self.kernel_initializer, name="kernel")
        self.bias = self.add_weight(shape=(self.units,), initializer="zeros", name="bias")
        self.gain = self.add_weight(shape=(self.units,), initializer="ones", name="gain")
        self.gain.assign(self.lengths())

    def lengths(self):
        return ops.sqrt(ops.sum(ops.square(self.kernel), axis=0))

    def call(self, x):
        return ops.matmul(x, self.kernel * (self.gain / self.lengths())) + self.bias`

const shifting = `class Shift(layers.Layer):
    """In training, another number for each unit at every step, the same for all rows of the batch."""

    def __init__(self, most):
        super().__init__()
        self.most, self.draws = most, keras.random.SeedGenerator()

    def call(self, x, training=False):
        if not training:
            return x
        return x + keras.random.uniform((1, x.shape[-1]), -self.most, self.most, seed=self.draws)`

type Scaling = NonNullable<Training['dropout']>['scaling']

const droppingParts = {
  training: {
    words: `what is kept is
    divided by 1 - rate. So does layers.Dropout(rate), with draws of its own; these are the figure's.`,
    call: 'x * self.kept / (1 - self.rate) if training else x',
  },
  use: {
    words: `what is kept
    stays as it is. When the network is used all units are there, times 1 - rate. layers.Dropout(rate)
    divides in training instead.`,
    call: 'x * self.kept if training else x * (1 - self.rate)',
  },
  none: {
    words: `what is kept
    stays as it is. When the network is used all units are there, and nothing is scaled: this is the
    mistake that the figure shows.`,
    call: 'x * self.kept if training else x',
  },
}

const dropping = (scaling: Scaling, rows: string) => `class Dropout(layers.Layer):
    """In training, each unit of each row is left out with the probability rate, and ${droppingParts[scaling ?? 'training'].words}"""

    def __init__(self, rate):
        super().__init__()
        self.rate = rate

    def build(self, shape):
        size = (${rows}, shape[-1])
        self.kept = self.add_weight(shape=size, initializer="ones", trainable=False, name="kept")

    def keep(self, bits):
        """Which units the next update keeps: a bit for each unit of each row."""
        size = self.kept.shape
        bits = np.unpackbits(bits, count=size[0] * size[1], bitorder="little")
        self.kept.assign(bits.reshape(size))

    def call(self, x, training=False):
        return ${droppingParts[scaling ?? 'training'].call}`
