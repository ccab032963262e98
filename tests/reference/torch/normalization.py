"""Normalizations, with PyTorch's own functions. The first axis is that of the seeds, each with weights of its own."""

import torch
import torch.nn.functional as F

from fixture import gradients, inputs, learned, tensors, titled

EPSILON = 1e-3


def channels_first(x):
    """`[batch, channels, ...]` of one seed's `[batch, ..., channels]`."""
    return x.movedim(-1, 1)


def batch_norm(x, gamma, beta, mean, variance, training, momentum=0.9, epsilon=EPSILON):
    """Moves the running `mean` and `variance` in place while it trains."""
    y = F.batch_norm(channels_first(x), mean, variance, gamma, beta, training, 1 - momentum, epsilon)
    return y.movedim(1, -1)


def layer_norm(x, gamma, beta, epsilon=EPSILON):
    """Over all places and channels of one example; scale and shift for each channel."""
    return F.layer_norm(x, x.shape[1:], eps=epsilon) * gamma + beta


def group_norm(x, gamma, beta, groups, epsilon=EPSILON):
    return F.group_norm(channels_first(x), groups, gamma, beta, epsilon).movedim(1, -1)


def instance_norm(x, gamma, beta, epsilon=EPSILON):
    return F.instance_norm(channels_first(x), weight=gamma, bias=beta, eps=epsilon).movedim(1, -1)


def rms_norm(x, gamma, beta, epsilon=EPSILON):
    places = tuple(range(1, x.dim()))
    return x / (x.square().mean(places, keepdim=True) + epsilon).sqrt() * gamma + beta


def weight_norm(v, gain):
    """`torch.nn.utils.weight_norm`'s function: each column a length and a direction."""
    return torch._weight_norm(v, gain, 1)


def activation_case(seed, name, shape, function, options):
    draw = inputs(seed)
    x, channels = learned(draw(*shape)), shape[-1]
    gamma, beta = learned(draw(shape[0], 1, channels, low=0.25)), learned(draw(shape[0], 1, channels))
    y = torch.stack([function(x[s], gamma[s, 0], beta[s, 0]) for s in range(shape[0])])
    dy = draw(*y.shape)
    return {
        "name": f"{titled(name, options)}, of {list(shape)}",
        "layer": name,
        "options": options,
        **tensors(x=x, gamma=gamma, beta=beta, dy=dy, y=y),
        "gradients": gradients(y * dy, {"x": x, "gamma": gamma, "beta": beta}),
    }


def batch_case(seed, shape, options):
    draw = inputs(seed)
    running = torch.zeros(shape[0], shape[-1]), torch.ones(shape[0], shape[-1])
    settings = {"momentum": options.get("momentum", 0.9), "epsilon": options.get("epsilon", EPSILON)}

    def function(training):
        """One seed after the other, in the order of the calls."""
        place = iter(range(shape[0]))

        def one(x, gamma, beta):
            s = next(place)
            return batch_norm(x, gamma, beta, running[0][s], running[1][s], training, **settings)

        return one

    case = activation_case(seed, "batchNormalization", shape, function(True), options)
    x, gamma, beta = (torch.tensor(case[n]["values"]).reshape(case[n]["shape"]) for n in ("x", "gamma", "beta"))
    used = function(False)
    inference = torch.stack([used(x[s], gamma[s, 0], beta[s, 0]) for s in range(shape[0])])
    return {**case, **tensors(mean=running[0], variance=running[1], inference=inference)}


def weight_case(seed):
    draw = inputs(seed)
    v, gain, x = learned(draw(2, 4, 3)), learned(draw(2, 1, 3, low=0.25)), learned(draw(2, 5, 4))
    y = torch.stack([x[s] @ weight_norm(v[s], gain[s]) for s in range(2)])
    dy = draw(*y.shape)
    return {
        "name": "weightNormalization",
        **tensors(x=x, kernel=v, gain=gain, dy=dy, y=y),
        "gradients": gradients(y * dy, {"x": x, "kernel": v, "gain": gain}),
    }


def cases():
    activations = [
        activation_case(1, "layerNormalization", (2, 4, 6), layer_norm, {}),
        activation_case(2, "layerNormalization", (1, 3, 2, 3, 4), layer_norm, {}),
        activation_case(3, "groupNormalization", (2, 4, 6), lambda *a: group_norm(*a, 3), {"groups": 3}),
        activation_case(4, "groupNormalization", (1, 3, 2, 3, 4), lambda *a: group_norm(*a, 2), {"groups": 2}),
        activation_case(5, "instanceNormalization", (2, 2, 3, 3, 2), instance_norm, {}),
        activation_case(6, "rmsNormalization", (2, 4, 6), rms_norm, {}),
        activation_case(7, "rmsNormalization", (2, 4, 6), lambda *a: rms_norm(*a, 0.5), {"epsilon": 0.5}),
        activation_case(8, "layerNormalization", (2, 4, 6), lambda *a: layer_norm(*a, 0.5), {"epsilon": 0.5}),
    ]
    batches = [
        batch_case(10, (2, 5, 4), {}),
        batch_case(11, (2, 2, 3), {"momentum": 0.75, "epsilon": 0.5}),
        batch_case(12, (1, 2, 3, 3, 2), {}),
    ]
    return {"activations": activations, "batches": batches, "weights": [weight_case(20)]}
