"""Layers that make maps out of maps. PyTorch has channels before places, the book after them."""

import torch
import torch.nn.functional as F

from activations import apply, max_feature_map, maxout, prelu
from fixture import gradients, inputs, learned, tensors


def first(x):
    return x.permute(0, 3, 1, 2)


def last(x):
    return x.permute(0, 2, 3, 1)


def same(size, kernel, stride):
    """Zeros before and after: as many as give ceil(size / stride) windows, the odd one after."""
    total = max((-(-size // stride) - 1) * stride + kernel - size, 0)
    return total // 2, total - total // 2


def convolve(x, kernel, bias, stride=1, padding="same"):
    """x `[batch, height, width, channels]`, kernel `[height, width, channels, filters]`."""
    size = kernel.shape[0]
    maps = first(x)
    if padding == "same":
        maps = F.pad(maps, (*same(x.shape[2], size, stride), *same(x.shape[1], size, stride)))
    return last(F.conv2d(maps, kernel.permute(3, 2, 0, 1), bias, stride))


def activate(z, name, alpha=None):
    if name == "maxout":
        rows = maxout(z.reshape(1, -1, z.shape[-1]), 2)
        return rows.reshape(*z.shape[:-1], -1)
    if name == "maxFeatureMap":
        return max_feature_map(z)
    return prelu(z, alpha) if name == "prelu" else apply(name, z)


def max_pool(x, size, stride):
    return last(F.max_pool2d(first(x), size, stride))


def average_pool(x, size, stride):
    return last(F.avg_pool2d(first(x), size, stride))


def windows(x, size, stride):
    """`[batch, rows, columns, channels, size * size]`, each window row by row."""
    found = x.unfold(1, size, stride).unfold(2, size, stride)
    return found.reshape(*found.shape[:4], size * size)


def stochastic_pool(x, size, stride, draws):
    """Hands on the first number whose share, with those before it, is more than the draw."""
    own = windows(F.relu(x), size, stride)
    reached = own.cumsum(-1)
    place = (reached <= (draws * reached[..., -1]).unsqueeze(-1)).sum(-1).clamp(max=size * size - 1)
    chosen = own.gather(-1, place.unsqueeze(-1)).squeeze(-1)
    return torch.where(reached[..., -1] > 0, chosen, torch.zeros_like(chosen))


def stochastic_pool_mean(x, size, stride):
    own = windows(F.relu(x), size, stride)
    total = own.sum(-1)
    return own.square().sum(-1) / torch.where(total > 0, total, torch.ones_like(total))


def conv_case(seed, shape, filters, kernel_size, strides, padding, activation):
    draw = inputs(seed)
    pieces = 2 if activation in ("maxout", "maxFeatureMap") else 1
    x = learned(draw(*shape))
    kernel = learned(draw(kernel_size, kernel_size, shape[-1], pieces * filters, low=-1, high=1))
    bias = learned(draw(pieces * filters, low=-1, high=1))
    by = {"x": x, "kernel": kernel, "bias": bias}
    alpha = None
    if activation == "prelu":
        alpha = by["alpha"] = learned(draw(1, 1, filters, low=0, high=1))
    y = activate(convolve(x, kernel, bias, strides, padding), activation, alpha)
    dy = draw(*y.shape)
    options = {"filters": filters, "kernelSize": kernel_size, "strides": strides, "padding": padding}
    return {
        "name": f"{kernel_size}x{kernel_size} stride {strides} {padding} {activation} of {list(shape)}",
        "options": {**options, "activation": activation},
        **tensors(dy=dy, y=y, **by),
        "gradients": gradients(y * dy, by),
    }


def pool_case(seed, name, function, shape, size, stride, low=-2.0):
    """Numbers of one image differ, so that there is one greatest in each window."""
    draw = inputs(seed)
    rows = [draw(1, *shape[1:], low=low, high=low + 8, distinct=True) for _ in range(shape[0])]
    x = torch.cat(rows)
    given = {}
    if name.startswith("stochastic"):
        x = x.clamp(min=0)
        x[0, :size, :size, 0] = 0
    x = learned(x)
    if name == "stochasticPooling2d, drawn":
        shape_out = function(x.detach(), size, stride, torch.zeros(())).shape
        given["draws"] = draw(*shape_out, low=0, high=31 / 32)
        y = function(x, size, stride, given["draws"])
    else:
        y = function(x, size, stride)
    dy = draw(*y.shape)
    return {
        "name": f"{name} {size}x{size} stride {stride} of {list(shape)}",
        "layer": name,
        "options": {"poolSize": size, "strides": stride},
        **tensors(x=x, dy=dy, y=y, **given),
        "gradients": gradients(y * dy, {"x": x}),
    }


def cases():
    convolutions = [
        conv_case(10, (2, 6, 6, 1), 3, 3, 1, "same", "relu"),
        conv_case(11, (2, 6, 6, 2), 2, 3, 1, "valid", "linear"),
        conv_case(12, (1, 6, 6, 2), 3, 3, 2, "same", "relu"),
        conv_case(13, (1, 7, 5, 2), 2, 3, 2, "same", "tanh"),
        conv_case(14, (1, 7, 6, 1), 2, 3, 2, "valid", "linear"),
        conv_case(15, (1, 5, 6, 3), 2, 2, 1, "same", "linear"),
        conv_case(16, (1, 6, 5, 1), 2, 4, 1, "same", "elu"),
        conv_case(17, (1, 7, 7, 2), 4, 5, 1, "same", "linear"),
        conv_case(18, (1, 8, 7, 1), 2, 3, 3, "same", "linear"),
        conv_case(19, (2, 5, 5, 2), 4, 1, 1, "valid", "linear"),
        conv_case(20, (2, 5, 5, 2), 3, 3, 1, "same", "maxout"),
        conv_case(21, (2, 5, 5, 2), 3, 3, 1, "same", "maxFeatureMap"),
        conv_case(22, (2, 5, 5, 2), 3, 3, 1, "same", "prelu"),
    ]
    kinds = {
        "maxPooling2d": max_pool,
        "averagePooling2d": average_pool,
        "stochasticPooling2d": stochastic_pool_mean,
        "stochasticPooling2d, drawn": stochastic_pool,
    }
    shapes = [((2, 6, 6, 3), 2, 2), ((2, 7, 5, 3), 3, 2), ((1, 5, 6, 4), 2, 1), ((1, 7, 7, 2), 2, 3)]
    pools = [
        pool_case(30 + 10 * k + s, name, function, *shape, low=-4.0 if name[0] == "s" else -2.0)
        for k, (name, function) in enumerate(kinds.items())
        for s, shape in enumerate(shapes)
    ]
    whole = pool_case(80, "globalAveragePooling2d", lambda x, *_: x.mean((1, 2), keepdim=True), (2, 5, 4, 3), 1, 1)
    whole["name"] = "globalAveragePooling2d"
    return {"convolutions": convolutions, "pools": [*pools, whole]}
