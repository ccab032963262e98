"""What the book draws: starting weights by every initializer, orders of batches, masks. In single precision."""

import math

import numpy as np

from generator import Random


def gaussian(scale):
    return lambda random, count: [scale * random.normal() for _ in range(count)]


def even(limit):
    return lambda random, count: [random.uniform(-limit, limit) for _ in range(count)]


def initializer(name, inputs, outputs):
    """A function of a generator and a count."""
    mean = math.sqrt(2 / (inputs + outputs))
    return {
        "zeros": lambda _, count: [0.0] * count,
        "glorotNormal": gaussian(mean),
        "heNormal": gaussian(math.sqrt(2 / inputs)),
        "lecunNormal": gaussian(math.sqrt(1 / inputs)),
        "normal": gaussian(0.05),
        "glorotUniform": even(math.sqrt(3) * mean),
        "fanInUniform": even(1 / math.sqrt(inputs)),
    }[name]


def weights(name, random, count, inputs, outputs, times=1.0):
    """float32; drawn, rounded, and then made `times` as large."""
    drawn = np.array(initializer(name, inputs, outputs)(random, count), dtype=np.float32)
    return drawn if times == 1 else (drawn.astype(np.float64) * times).astype(np.float32)


def batches(rows, random, size, count):
    """The rows of `count` batches: every pass takes each row once, and a batch may begin in one and end in the next."""
    found, rest = [], []
    while len(found) < count:
        while len(rest) < size:
            rest += random.permutation(rows)
        found.append(rest[:size])
        rest = rest[size:]
    return found


def mask(random, step, layer, rate, rows, units):
    """1 / (1 - rate) where a unit is kept, 0 where it is left out."""
    own = random.split(f"step {step} layer {layer}")
    kept = [own.uniform() >= rate for _ in range(rows * units)]
    return np.array(kept, dtype=np.float64).reshape(rows, units) / (1 - rate)


def pool_draws(random, step, layer, shape):
    """24 bits each, so that 32-bit numbers hold them."""
    own = random.split(f"step {step} layer {layer}")
    values = [math.floor(own.uniform() * 2**24) / 2**24 for _ in range(math.prod(shape))]
    return np.array(values).reshape(shape)


def cases():
    names = ["zeros", "glorotNormal", "heNormal", "lecunNormal", "normal", "glorotUniform", "fanInUniform"]
    initializers = [
        {"name": name, "inputs": 7, "outputs": 5, "values": [float(f"{v:.9g}") for v in weights(name, Random.seeded(3).split(name), 12, 7, 5)]}
        for name in names
    ]
    generators = [generator(seed) for seed in (0, 1, -5, 2**40 + 3)]
    masks = [
        {"name": f"rate {rate}", "rate": rate, "step": 4, "values": (mask(Random.seeded(2).split("dropout"), 4, 1, rate, 5, 6) > 0).astype(int).reshape(-1).tolist()}
        for rate in (0.0, 0.2, 0.5, 0.9)
    ]
    orders = [{"name": "10 rows, batches of 4", "rows": 10, "size": 4, "values": batches(10, Random.seeded(1).split("order"), 4, 6)}]
    return {"generators": generators, "initializers": initializers, "masks": masks, "orders": orders}


def generator(seed):
    own = Random.seeded(seed).split("weights").split("layer 0")
    return {
        "name": f"seed {seed}",
        "seed": seed,
        "uniform": [own.uniform() for _ in range(4)],
        "normal": [own.normal() for _ in range(4)],
        "integer": [own.integer(10) for _ in range(8)],
        "permutation": own.permutation(12),
    }
