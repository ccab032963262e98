"""Lines and curves that are solved or descended by plain numbers: least squares, with a penalty, and by gradients."""

import torch

from fixture import inputs, learned, number


def listed(t):
    return [number(v) for v in t.detach().reshape(-1).tolist()]


def ridge(name, features, y, penalty):
    """The shortest w of the least |Xw - y|^2 + penalty |w|^2; features are the columns of X."""
    x = features.T
    below = penalty**0.5 * torch.eye(x.shape[1])
    rows, goals = (torch.cat([x, below]), torch.cat([y, torch.zeros(len(below))])) if penalty else (x, y)
    w = torch.linalg.lstsq(rows, goals[:, None], driver="gelsd").solution
    return {"name": name, "features": [listed(f) for f in features], "y": listed(y), "penalty": penalty, "weights": listed(w)}


def ridges():
    draw = inputs(1)
    points = draw(15, low=-1, high=1, distinct=True)
    powers = torch.stack([points**power for power in range(6)])
    wide = draw(9, 4)
    yield ridge("a polynomial, with no penalty", powers, draw(15), 0.0)
    yield ridge("a polynomial, with a penalty", powers, draw(15), 0.25)
    yield ridge("more features than points: the shortest", wide, draw(4), 0.0)
    yield ridge("more features than points, with a penalty", wide, draw(4), 0.25)


def line(seed, rows, features):
    """The loss 1/2 mean (w x + b - y)^2, its curvatures and its optimum; and its gradient by some rows."""
    draw = inputs(seed)
    x, y, start = draw(rows, features), draw(rows), learned(draw(features + 1))
    extended = torch.cat([x, torch.ones(rows, 1)], 1)

    def loss(theta, picks):
        return (extended[picks] @ theta - y[picks]).square().mean() / 2

    everyone, picks = list(range(rows)), [3, 0, 3, 5]
    optimum = torch.linalg.lstsq(extended, y[:, None]).solution[:, 0]
    curvature = torch.autograd.functional.hessian(lambda theta: loss(theta, everyone), start.detach())
    (gradient,) = torch.autograd.grad(loss(start, picks), start)
    return {
        "name": f"{rows} rows of {features}",
        "rows": x.tolist(),
        "y": listed(y),
        "start": listed(start),
        "picks": picks,
        "loss": number(loss(start, everyone).item()),
        "excess": number((loss(start, everyone) - loss(optimum, everyone)).item()),
        "gradient": listed(gradient),
        "curvatures": listed(torch.linalg.eigvalsh(curvature).flip(0)),
        "optimum": listed(optimum),
        "after": listed(descended(start, lambda theta: loss(theta, everyone))),
    }


def descended(start, loss, steps=20, rate=0.1):
    theta = learned(start.detach())
    update = torch.optim.SGD([theta], lr=rate)
    for _ in range(steps):
        update.zero_grad()
        loss(theta).backward()
        update.step()
    return theta


def cases():
    return {"ridges": list(ridges()), "lines": [line(2, 12, 1), line(3, 20, 3)]}
