"""How numbers become fixtures: inputs that 32 bits hold exactly, results in seven digits, one line for each case."""

import json
import random

import torch

torch.set_default_dtype(torch.float64)


def inputs(seed):
    """Draws tensors for a case: multiples of 1/32 (short in JSON, exact in 32 bits), by Python's own generator."""
    source = random.Random(seed)

    def draw(*shape, low=-2.0, high=2.0, distinct=False):
        count = torch.Size(shape).numel()
        steps = range(round(low * 32), round(high * 32) + 1)
        values = source.sample(steps, count) if distinct else source.choices(steps, k=count)
        return torch.tensor(values).double().div(32).reshape(shape)

    return draw


def learned(tensor):
    return tensor.clone().requires_grad_()


def titled(name, options):
    """'elu, alpha 0.5': what a test is called."""
    return ", ".join([name, *(f"{option} {value}" for option, value in options.items())])


def number(value):
    return float(f"{value:.7g}") + 0.0


def tensor(t):
    return {"shape": list(t.shape), "values": [number(v) for v in t.detach().double().reshape(-1).tolist()]}


def tensors(**named):
    return {name: tensor(value) for name, value in named.items()}


def gradients(value, by):
    """Those of sum(value), by name."""
    found = torch.autograd.grad(value.sum(), list(by.values()))
    return tensors(**dict(zip(by, found)))


def write(path, content):
    """Lists of cases get a line each."""
    def line(value):
        return json.dumps(value, separators=(",", ":"))

    parts = []
    for name, cases in content.items():
        rows = ",\n".join(f"  {line(case)}" for case in cases)
        parts.append(f'"{name}": [\n{rows}\n]')
    path.write_text("{\n" + ",\n".join(parts) + "\n}\n")
