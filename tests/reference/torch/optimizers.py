"""Update rules: torch.optim's, over 20 steps on a bowl, and once with a learning rate that changes on the way."""

import torch

from fixture import inputs, tensors, titled

STEPS = 20
#: Steps after which the weights are compared.
SHOWN = [1, 2, 5, 20]


def rules(params, rate, name, options):
    """Only the last of `params`, a bias, has no weight decay."""
    if name == "sgd":
        return torch.optim.SGD(params, lr=rate)
    if name == "momentum":
        return torch.optim.SGD(params, lr=rate, momentum=options.get("mu", 0.9))
    betas = (options.get("beta1", 0.9), options.get("beta2", 0.999))
    return torch.optim.Adam(params, lr=rate, betas=betas, eps=options.get("epsilon", 1e-7))


def bowl(seed):
    """A loss with its least at `centre`: the sum of curvature (w - centre)^2, and of the products of neighbours."""
    draw = inputs(seed)
    start, centre, curvature = draw(2, 3), draw(2, 3), draw(2, 3, low=0.25, high=1)

    def loss(w):
        away = w - centre
        return (curvature * away.square()).sum(-1) + 0.25 * (away[..., 1:] * away[..., :-1]).sum(-1)

    return start, loss, {"start": start, "centre": centre, "curvature": curvature}


def optimizer_case(seed, name, rate, options, later=None):
    """`later`: the learning rate from the 11th step on. The velocity of momentum holds the rate that it was made with."""
    start, loss, given = bowl(seed)
    w = start.clone().requires_grad_()
    rule = rules([w], rate, name, options)
    shown = {}
    for step in range(1, STEPS + 1):
        if later is not None and step == STEPS // 2 + 1:
            rule = change(rule, w, rate, later)
        rule.zero_grad()
        loss(w).sum().backward()
        rule.step()
        if step in SHOWN:
            shown[f"after {step}"] = w.clone()
    return {
        "name": f"{titled(name, options)}{', another rate from step 11' if later else ''}",
        "optimizer": name,
        "rate": rate,
        **({"later": later} if later else {}),
        "options": options,
        **tensors(**given),
        "weights": tensors(**shown),
    }


def change(rule, w, rate, later):
    for group in rule.param_groups:
        group["lr"] = later
    velocity = rule.state[w].get("momentum_buffer")
    if velocity is not None:
        # torch multiplies by the rate when it moves, the book when the gradient enters the velocity.
        velocity.mul_(rate / later)
    return rule


def decay_case(seed, variant):
    """One regression with its penalty in the gradient (L2) or beside it (decay). 2 lambda w is the penalty's slope."""
    draw = inputs(seed)
    rate, strength = 0.05, 0.125
    gradients = draw(STEPS, 10)
    weights, bias = draw(9).requires_grad_(), draw(1).requires_grad_()
    start = torch.cat([weights, bias]).detach()
    groups = [{"params": [weights], "weight_decay": 2 * strength}, {"params": [bias], "weight_decay": 0.0}]
    rule = {
        "sgdL2": lambda: torch.optim.SGD(groups, lr=rate),
        "sgdDecay": lambda: torch.optim.SGD(groups, lr=rate),
        "adamL2": lambda: torch.optim.Adam(groups, lr=rate, eps=1e-7),
        "adamW": lambda: torch.optim.AdamW(groups, lr=rate, eps=1e-7),
    }[variant]()
    shown = {}
    for step in range(STEPS):
        weights.grad, bias.grad = gradients[step, :9].clone(), gradients[step, 9:].clone()
        rule.step()
        if step + 1 in SHOWN:
            shown[f"after {step + 1}"] = torch.cat([weights, bias])
    return {
        "name": variant,
        "rate": rate,
        "lambda": strength,
        **tensors(start=start, slopes=gradients),
        "weights": tensors(**shown),
    }


def cases():
    return {
        "optimizers": [
            optimizer_case(1, "sgd", 0.125, {}),
            optimizer_case(2, "momentum", 0.03125, {}),
            optimizer_case(3, "momentum", 0.0625, {"mu": 0.5}),
            optimizer_case(4, "adam", 0.125, {}),
            optimizer_case(5, "adam", 0.125, {"epsilon": 0.5}),
            optimizer_case(6, "adam", 0.0625, {"beta1": 0.5, "beta2": 0.75, "epsilon": 0.125}),
            optimizer_case(7, "sgd", 0.125, {}, later=0.03125),
            optimizer_case(8, "momentum", 0.03125, {}, later=0.0625),
            optimizer_case(9, "adam", 0.125, {}, later=0.03125),
        ],
        "decays": [decay_case(20 + i, v) for i, v in enumerate(["sgdL2", "sgdDecay", "adamL2", "adamW"])],
    }
