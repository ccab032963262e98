"""Losses and penalties."""

import torch
import torch.nn.functional as F

from fixture import gradients, inputs, learned, tensors


def softmax_cross_entropy(logits, labels, smoothing=0.0):
    return F.cross_entropy(logits, labels, label_smoothing=smoothing)


def l2(kernels, strength):
    return strength * sum(kernel.square().sum() for kernel in kernels)


def l1(kernels, strength):
    return strength * sum(kernel.abs().sum() for kernel in kernels)


def cases():
    return {"losses": [softmax(0.0), softmax(0.1), sigmoid(), squared()], "penalties": [penalty("l1", l1), penalty("l2", l2)]}


def softmax(smoothing):
    draw = inputs(1)
    logits = draw(2, 4, 5, low=-4, high=4)
    # Certain and right, certain and wrong: nothing is clipped.
    logits[0, 0] = torch.tensor([90.0, 0.0, -90.0, 1.0, 2.0])
    logits[0, 1] = torch.tensor([90.0, 0.0, -90.0, 1.0, 2.0])
    z, weight = learned(logits), draw(2, low=0.5)
    labels = torch.tensor([[0, 2, 4, 1], [3, 3, 0, 4]])
    y = torch.stack([softmax_cross_entropy(z[s], labels[s], smoothing) for s in range(2)])
    targets = F.one_hot(labels, 5).double() * (1 - smoothing) + smoothing / 5
    given = tensors(labels=targets if smoothing else labels)
    name = f"softmaxCrossEntropy with {'smoothed labels' if smoothing else 'classes'}"
    return {"name": name, "loss": "softmaxCrossEntropy", **given, **result(z, y, weight)}


def sigmoid():
    draw = inputs(2)
    logits = draw(2, 4, 3, low=-4, high=4)
    logits[0, 0] = torch.tensor([70.0, -70.0, 0.0])
    logits[0, 1] = torch.tensor([-70.0, 70.0, 0.0])
    z, weight, labels = learned(logits), draw(2, low=0.5), draw(2, 4, 3, low=0, high=1)
    y = F.binary_cross_entropy_with_logits(z, labels, reduction="none").mean((1, 2))
    return {"name": "sigmoidCrossEntropy", "loss": "sigmoidCrossEntropy", **tensors(labels=labels), **result(z, y, weight)}


def squared():
    draw = inputs(3)
    z, weight, labels = learned(draw(2, 4, 3)), draw(2, low=0.5), draw(2, 4, 3)
    y = F.mse_loss(z, labels, reduction="none").mean((1, 2))
    return {"name": "meanSquaredError", "loss": "meanSquaredError", **tensors(labels=labels), **result(z, y, weight)}


def result(z, y, weight):
    return {**tensors(outputs=z, dy=weight, y=y), "gradients": gradients(y * weight, {"outputs": z})}


def penalty(name, function):
    draw = inputs(4)
    kernels = [draw(2, 3, 4), draw(2, 4, 2)]
    # At 0 the slope of |w| is taken as 0.
    kernels[0][0, 0, 0] = 0
    first, second = learned(kernels[0]), learned(kernels[1])
    y = torch.stack([function([first[s], second[s]], 0.3) for s in range(2)])
    return {
        "name": name,
        "strength": 0.3,
        **tensors(first=first, second=second, y=y),
        "gradients": gradients(y, {"first": first, "second": second}),
    }
