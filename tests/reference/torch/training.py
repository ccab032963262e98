"""One run of one seed: batches in their order, updates by torch.optim, and what is cut of the weights on the way."""

import torch

from draws import batches, mask
from generator import Random
from losses import l2, softmax_cross_entropy


def optimizer(name, rate, params):
    if name == "adam":
        return torch.optim.Adam(params, lr=rate, eps=1e-7)
    return torch.optim.SGD(params, lr=rate, momentum=0.9 if name == "momentum" else 0)


def look(model, rows):
    """Loss and accuracy, of the network as it is used."""
    x, y = (torch.tensor(part) for part in rows)
    with torch.no_grad():
        logits = model(x)
        return softmax_cross_entropy(logits, y).item(), (logits.argmax(1) == y).double().mean().item()


def train(model, seed, rows, *, rule, rate, batch, steps, measure, dropout=0.0, hidden=(), penalty=0.0, cuts=None):
    """Measures at the steps in `measure`; cuts by the rules in `cuts` (pruning.py). Returns both, by step and the masks."""
    x, y = (torch.tensor(part) for part in rows)
    update = optimizer(rule, rate, list(model.params.values()))
    order = batches(len(x), Random.seeded(seed).split("order"), batch, steps)
    noise, kept = Random.seeded(seed).split("dropout"), None
    found = {0: measure["of"](model)}
    for step in range(steps):
        options = {}
        if dropout:
            drawn = (mask(noise, step, layer, dropout, batch, units) for layer, units in enumerate(hidden))
            options["masks"] = [torch.tensor(each) for each in drawn]
        elif measure.get("drawing"):
            options["step"] = step
        picks = order[step]
        update.zero_grad()
        loss = softmax_cross_entropy(model(x[picks], training=True, **options), y[picks])
        (loss + l2(model.kernels(), penalty) if penalty else loss).backward()
        update.step()
        if cuts and step + 1 in cuts:
            kept = cuts[step + 1](model.kernels())
        if kept:
            with torch.no_grad():
                for kernel, own in zip(model.kernels(), kept):
                    kernel.mul_(own)
        if step + 1 in measure["at"]:
            found[step + 1] = measure["of"](model)
    return found, kept
