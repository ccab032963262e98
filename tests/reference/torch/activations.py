"""Activations, with PyTorch's own functions where it has them."""

import torch
import torch.nn.functional as F

from fixture import gradients, inputs, learned, tensors, titled


def maxout(z, pieces):
    seeds, batch, columns = z.shape
    return z.reshape(seeds, batch, pieces, columns // pieces).amax(2)


PLAIN = {
    "linear": lambda z: z,
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": F.relu,
    "leakyRelu": lambda z, alpha=0.01: F.leaky_relu(z, alpha),
    "elu": lambda z, alpha=1.0: F.elu(z, alpha),
    "gelu": F.gelu,
    "silu": F.silu,
    "maxout": lambda z, pieces=2: maxout(z, pieces),
}


def prelu(z, alpha):
    return torch.where(z > 0, z, alpha * z)


def max_feature_map(z):
    half = z.shape[-1] // 2
    return torch.maximum(z[..., :half], z[..., half:])


def apply(name, z, **options):
    return PLAIN[name](z, **options)


def cases():
    kinds = [(name, {}) for name in PLAIN] + [
        ("leakyRelu", {"alpha": 0.25}),
        ("elu", {"alpha": 0.5}),
        ("maxout", {"pieces": 3}),
    ]
    found = []
    for seed, (name, options) in enumerate(kinds):
        draw = inputs(seed)
        z = draw(2, 5, 6, low=-4, high=4)
        # Zeros, and far from zero, where functions are flat.
        z[0, 0] = torch.tensor([0.0, -0.0, 20.0, -20.0, 60.0, -60.0])
        found.append(case(name, options, learned(z), draw, lambda z, n=name, o=options: apply(n, z, **o)))
    draw = inputs(100)
    alpha = learned(draw(2, 1, 6, low=0, high=1))
    z = learned(draw(2, 5, 6, low=-4, high=4))
    found.append(case("prelu", {}, z, draw, lambda z: prelu(z, alpha), alpha=alpha))
    z = learned(draw(1, 6, 8, low=-4, high=4, distinct=True))
    found.append(case("maxFeatureMap", {}, z, draw, max_feature_map))
    return {"cases": found}


def case(name, options, z, draw, function, **params):
    y = function(z)
    dy = draw(*y.shape)
    return {
        "name": titled(name, options),
        "activation": name,
        "options": options,
        **tensors(z=z, dy=dy, y=y, **params),
        "gradients": gradients(y * dy, {"z": z, **params}),
    }
