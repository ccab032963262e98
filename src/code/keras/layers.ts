/** Layers that Keras lacks or has otherwise, as source. A program holds those that its network has. */
import type { Training } from '../experiment.ts'
import { hasMaxFeatureMap } from '../maps.ts'
import { takesAll } from '../program.ts'

export const hasStochasticPooling = ({ maps }: Training): boolean =>
  maps?.some(({ name }) => name === 'stochasticPooling2d') ?? false

export const kerasLayers = (experiment: Training): string => {
  const { normalization, shift, dropout } = experiment
  return [
    normalization?.name === 'batch' ? batchNorm : '',
    normalization?.name === 'weight' ? weightNormDense : '',
    shift ? shifting : '',
    dropout ? dropping(dropout.scaling, takesAll(experiment) ? 'len(train_x)' : 'batch_size') : '',
    hasStochasticPooling(experiment) ? stochasticPooling : '',
    hasMaxFeatureMap(experiment) ? maxFeatureMap : '',
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

const stochasticPooling = `class StochasticPooling2D(layers.Layer):
    """Stochastic pooling (Zeiler and Fergus 2013), for maps that are 0 or more: in training each window
    hands on one of its numbers, drawn with its share of their sum, and when the network is used the
    mean of these draws."""

    def __init__(self, pool_size):
        super().__init__()
        self.pool_size, self.draws = pool_size, keras.random.SeedGenerator()

    def compute_output_shape(self, shape):
        rows, height, width, channels = shape
        return rows, height // self.pool_size, width // self.pool_size, channels

    def call(self, x, training=False):
        size = self.pool_size
        _, height, width, channels = self.compute_output_shape(x.shape)
        split = ops.reshape(x, (-1, height, size, width, size, channels))
        windows = ops.transpose(split, (0, 1, 3, 5, 2, 4))
        windows = ops.reshape(windows, (-1, height, width, channels, size * size))
        total = ops.sum(windows, axis=-1, keepdims=True)
        if not training:
            # A window of zeros hands on 0.
            return ops.sum(ops.square(windows), axis=-1) / ops.maximum(total[..., 0], 1e-12)
        drawn = keras.random.uniform(ops.shape(total), seed=self.draws) * total
        up_to = ops.cumsum(windows, axis=-1)
        # True for the number at which the sum passes what was drawn.
        chosen = ops.logical_and(up_to > drawn, up_to - windows <= drawn)
        return ops.sum(windows * ops.cast(ops.stop_gradient(chosen), x.dtype), axis=-1)`

const maxFeatureMap = `class MaxFeatureMap(layers.Layer):
    """Max-Feature-Map (Wu et al. 2018): of 2n maps the greater of map k and map k + n, so n leave."""

    def compute_output_shape(self, shape):
        rows, height, width, channels = shape
        return rows, height, width, channels // 2

    def call(self, x):
        first, second = ops.split(x, 2, axis=-1)
        # Where they tie, the first gets the gradient; of ops.maximum some backends give each half.
        return ops.where(first >= second, first, second)`

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
