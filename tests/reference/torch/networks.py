"""Multilayer perceptrons with dropout's masks given, and how much each weight matters to their loss."""

import torch
import torch.nn.functional as F

from activations import apply
from fixture import gradients, inputs, learned, tensors
from losses import l1, l2, softmax_cross_entropy


def forward(x, params, activation="relu", masks=()):
    """`params`: kernel and bias of each layer, of one network."""
    layers = list(zip(params[::2], params[1::2]))
    for i, (kernel, bias) in enumerate(layers[:-1]):
        x = apply(activation, x @ kernel + bias)
        x = x * masks[i] if masks else x
    kernel, bias = layers[-1]
    return x @ kernel + bias


def drawn(draw, sizes):
    """Kernels and biases for two networks, by name, as the book keeps them."""
    found = {}
    for i, (before, after) in enumerate(zip(sizes, sizes[1:])):
        found[f"kernel{i}"] = learned(draw(2, before, after, low=-1, high=1))
        found[f"bias{i}"] = learned(draw(2, 1, after, low=-0.5, high=0.5))
    return found


def losses_of(logits, labels, loss):
    if loss == "softmaxCrossEntropy":
        return softmax_cross_entropy(logits, labels)
    return F.binary_cross_entropy_with_logits(logits[:, 0], labels.double())


def network_case(seed, sizes, activation, rate=0.0, loss="softmaxCrossEntropy", penalty=None):
    """`penalty`: its name and strength; the gradients are those of the loss and the penalty."""
    draw = inputs(seed)
    params, x = drawn(draw, sizes), draw(2, 6, sizes[0])
    labels = torch.tensor([[0, 1, 2, 0, 1, 2], [2, 2, 1, 1, 0, 0]]).clamp(max=max(1, sizes[-1] - 1))
    masks = {}
    if rate:
        for i, units in enumerate(sizes[1:-1]):
            masks[f"mask{i}"] = (draw(2, 6, units, low=0, high=1) >= rate).double() / (1 - rate)
    logits = torch.stack(
        [forward(x[s], [p[s] for p in params.values()], activation, [m[s] for m in masks.values()]) for s in range(2)]
    )
    found = torch.stack([losses_of(logits[s], labels[s], loss) for s in range(2)])
    added = 0.0
    if penalty:
        added = {"l1": l1, "l2": l2}[penalty["name"]]([p for n, p in params.items() if "kernel" in n], penalty["strength"])
    name = f"{'-'.join(map(str, sizes))} {activation}, {loss}{', with masks' if rate else ''}"
    return {
        "name": f"{name}, {penalty['name']}" if penalty else name,
        "hidden": sizes[1:-1],
        "outputs": sizes[-1],
        "activation": activation,
        "objective": loss,
        **({"penalty": penalty} if penalty else {}),
        **tensors(x=x, labels=labels, logits=logits, loss=found),
        "masks": tensors(**masks),
        "params": tensors(**params),
        "gradients": gradients(found.sum() + added, params),
    }


def saliency_case(seed):
    """Half of w squared times the second derivative by w, which autograd takes twice over, one weight at a time."""
    draw = inputs(seed)
    sizes = [3, 5, 4, 3]
    params, x = drawn(draw, sizes), draw(2, 8, sizes[0])
    labels = torch.tensor([[0, 1, 2, 0, 1, 2, 0, 0], [2, 2, 1, 1, 0, 0, 1, 2]])
    loss = sum(
        F.cross_entropy(forward(x[s], [p[s] for p in params.values()]), labels[s]) for s in range(2)
    )
    kernels = {name: param for name, param in params.items() if name.startswith("kernel")}
    slopes = torch.autograd.grad(loss, list(kernels.values()), create_graph=True)
    found = {}
    for (name, kernel), slope in zip(kernels.items(), slopes):
        second = [
            torch.autograd.grad(each, kernel, retain_graph=True)[0].reshape(-1)[i]
            for i, each in enumerate(slope.reshape(-1))
        ]
        found[name] = torch.stack(second).reshape(kernel.shape) * kernel.square() / 2
    return {
        "name": "saliency of every weight",
        "hidden": sizes[1:-1],
        "outputs": sizes[-1],
        "activation": "relu",
        **tensors(x=x, labels=labels),
        "params": tensors(**params),
        "saliencies": tensors(**found),
    }


def cases():
    return {
        "networks": [
            network_case(1, [4, 7, 5, 3], "relu"),
            network_case(2, [4, 7, 5, 3], "relu", rate=0.5),
            network_case(3, [4, 8, 3], "tanh", rate=0.25),
            network_case(4, [4, 6, 6, 3], "sigmoid"),
            network_case(5, [4, 6, 6, 3], "elu", rate=0.2),
            network_case(7, [4, 7, 1], "tanh", loss="sigmoidCrossEntropy", penalty={"name": "l1", "strength": 0.125}),
            network_case(8, [4, 8, 3], "leakyRelu", penalty={"name": "l2", "strength": 0.25}),
            network_case(9, [4, 5, 5, 1], "elu", loss="sigmoidCrossEntropy"),
        ],
        "saliencies": [saliency_case(6)],
    }
