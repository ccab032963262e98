"""The networks of the figures, one for each seed, with the names and the order in which the book keeps parameters."""

import torch

from activations import apply
from draws import pool_draws, weights
from generator import Random
from maps import activate, average_pool, convolve, max_pool, stochastic_pool, stochastic_pool_mean
from normalization import batch_norm, layer_norm, weight_norm


class Model:
    """`params` by name; `statistics` by name: what training moves without a gradient."""

    def __init__(self):
        self.params, self.statistics = {}, {}

    def learn(self, name, values, shape):
        self.params[name] = torch.tensor(values, dtype=torch.float64).reshape(shape).requires_grad_()

    def kernels(self):
        return [p for name, p in self.params.items() if name.endswith("kernel")]


class Mlp(Model):
    def __init__(self, seed, hidden, activation, initializer, normalization=None, inputs=144, outputs=10):
        super().__init__()
        self.activation, self.normalization, self.depth = activation, normalization, len(hidden) + 1
        sizes = [inputs, *hidden, outputs]
        for i, (before, after) in enumerate(zip(sizes, sizes[1:])):
            own = Random.seeded(seed).split("weights").split(f"layer {i}").split("kernel 0")
            kernel = weights(initializer, own, before * after, before, after)
            self.learn(f"layer {i} kernel", kernel, (before, after))
            self.learn(f"layer {i} bias", [0.0] * after, (1, after))
            if normalization is None or i == self.depth - 1:
                continue
            start = torch.linalg.vector_norm(self.params[f"layer {i} kernel"].detach(), dim=0)
            scale = start.float() if normalization == "weight" else torch.ones(after)
            self.learn(f"layer {i} scale", scale.tolist(), (1, after))
            if normalization == "batch":
                self.statistics[f"layer {i} mean"] = torch.zeros(after)
                self.statistics[f"layer {i} variance"] = torch.ones(after)

    def enters(self, i, x, training):
        """What enters the activation of layer i."""
        kernel, bias = self.params[f"layer {i} kernel"], self.params[f"layer {i} bias"]
        scale = self.params.get(f"layer {i} scale")
        if scale is None:
            return x @ kernel + bias
        if self.normalization == "weight":
            return x @ weight_norm(kernel, scale) + bias
        if self.normalization == "layer":
            return layer_norm(x @ kernel, scale[0], bias[0])
        mean, variance = self.statistics[f"layer {i} mean"], self.statistics[f"layer {i} variance"]
        return batch_norm(x @ kernel, scale[0], bias[0], mean, variance, training)

    def __call__(self, x, training=False, masks=()):
        for i in range(self.depth - 1):
            x = apply(self.activation, self.enters(i, x, training))
            x = x * masks[i] if masks else x
        return self.enters(self.depth - 1, x, training)

    def fit_to(self, x):
        """Scales and shifts what enters each hidden layer to mean 0 and variance 1 on x (Salimans and Kingma 2016)."""
        with torch.no_grad():
            for i in range(self.depth - 1):
                z = self.enters(i, x, False) - self.params[f"layer {i} bias"]
                mean, deviation = z.mean(0, keepdim=True), z.std(0, unbiased=False, keepdim=True)
                size = self.params.get(f"layer {i} scale", self.params[f"layer {i} kernel"])
                size.div_(deviation)
                self.params[f"layer {i} bias"].copy_(-mean / deviation)
                x = apply(self.activation, self.enters(i, x, False))


class Cnn(Model):
    """Two convolutions of 3 x 3, each followed by a reduction, and one dense layer."""

    def __init__(self, seed, filters, reduction, activation="relu", times=1.0, outputs=10):
        super().__init__()
        self.reduction, self.activation, self.seed = reduction, activation, seed
        random = Random.seeded(seed).split("weights")
        side, channels = 12, 1
        for i, count in enumerate(filters):
            pieces = 2 if activation == "maxFeatureMap" else 1
            parts = [self.part(random.split(f"layer {i}"), piece, channels, count, times) for piece in range(pieces)]
            self.learn(f"layer {i} kernel", torch.cat(parts, -1).tolist(), (3, 3, channels, pieces * count))
            self.learn(f"layer {i} bias", [0.0] * pieces * count, (pieces * count,))
            side, channels = side if reduction == "none" else side // 2, count
        features = side * side * channels
        kernel = weights("heNormal", random.split("output"), features * outputs, features, outputs, times)
        self.learn("output kernel", kernel, (features, outputs))
        self.learn("output bias", [0.0] * outputs, (1, outputs))

    @staticmethod
    def part(random, piece, channels, count, times):
        taps = 9 * channels
        drawn = weights("heNormal", random.split(f"kernel {piece}"), taps * count, taps, 9 * count, times)
        return torch.tensor(drawn, dtype=torch.float64).reshape(3, 3, channels, count)

    def reduce(self, x, training, step, place):
        if self.reduction in ("none", "strided"):
            return x
        if self.reduction == "stochastic":
            if not training:
                return stochastic_pool_mean(x, 2, 2)
            shape = (x.shape[0], x.shape[1] // 2, x.shape[2] // 2, x.shape[3])
            draws = pool_draws(Random.seeded(self.seed).split("pooling"), step, place, shape)
            return stochastic_pool(x, 2, 2, torch.tensor(draws))
        return (max_pool if self.reduction == "max" else average_pool)(x, 2, 2)

    def __call__(self, x, training=False, step=0):
        x = x.reshape(-1, 12, 12, 1)
        for i in range(2):
            kernel, bias = self.params[f"layer {i} kernel"], self.params[f"layer {i} bias"]
            stride = 2 if self.reduction == "strided" else 1
            x = activate(convolve(x, kernel, bias, stride), self.activation)
            x = self.reduce(x, training, step, 2 * i + 1)
        return x.reshape(len(x), -1) @ self.params["output kernel"] + self.params["output bias"]
