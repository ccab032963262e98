"""One training of each chapter's main figures: its own network and settings, from its own starting weights."""

import torch

from draws import batches
from fixture import number, titled
from generator import Random
from images import digits, random_labels
from models import Cnn, Mlp
from pruning import root_of_squares, smallest, smallest_of_each, sum_of_sizes, weakest_columns
from training import look, train

SEEDS = [0, 1]
STEPS = 20
SHOWN = [5, 10, 15, 20]

#: A tensor of n numbers is told by 61 sums: number i is in sum i mod 61. 61 is prime, so no row and no column of a kernel
#: falls into one sum, and a smaller tensor is told whole.
SUMS = 61


def folded(values):
    flat = values.detach().reshape(-1)
    sums = torch.zeros(min(SUMS, len(flat)))
    sums.index_add_(0, torch.arange(len(flat)) % SUMS, flat)
    return [number(v) for v in sums.tolist()]


def looks(rows, held, **names):
    """Metrics by name: 'loss' and 'accuracy' of the training images, 'testLoss' and 'testAccuracy' of the test images."""

    def of(model):
        (loss, accuracy), (test_loss, test_accuracy) = look(model, rows), look(model, held)
        every = {
            "loss": loss,
            "accuracy": accuracy,
            "error": 1 - accuracy,
            "testLoss": test_loss,
            "testAccuracy": test_accuracy,
            "testError": 1 - test_accuracy,
        }
        return {ours: every[theirs] for ours, theirs in names.items()}

    return of


def run(figure, variant, build, of, *, images, held=500, seen=None, labels=None, standardised=True, config=None, fit=False, steps=STEPS, **how):
    metrics, moved, statistics, kept = {}, {}, {}, {}
    shown = how.pop("shown", SHOWN)
    for seed in SEEDS:
        (x, y), tested = digits(seed, images, held, standardised)
        if labels:
            y = random_labels(y, labels, Random.seeded(seed).split("labels"))
        model = build(seed)
        if fit:
            model.fit_to(torch.tensor(x[batches(len(x), Random.seeded(seed).split("order"), how["batch"], 1)[0]]))
        start = {name: p.detach().clone() for name, p in model.params.items()}
        seen_rows = (x[:seen], y[:seen])
        measure = {"at": shown, "of": looks(seen_rows, tested, **of), "drawing": isinstance(model, Cnn)}
        found, masks = train(model, seed, (x, y), steps=steps, measure=measure, **how)
        for step, values in found.items():
            for name, value in values.items():
                metrics.setdefault(name, {}).setdefault(str(step), []).append(number(value))
        for name, p in model.params.items():
            moved.setdefault(name, []).append(folded(p - start[name]))
        for name, s in model.statistics.items():
            statistics.setdefault(name, []).append(folded(s))
        for i, own in enumerate(masks or []):
            kept.setdefault(f"layer {i} mask", []).append(folded(own))
    print(f"  {figure}: {variant}")
    return {
        "name": titled(f"{figure}: {variant}", config or {}),
        "figure": figure,
        "variant": variant,
        "config": config or {},
        "seeds": SEEDS,
        "steps": steps,
        "metrics": metrics,
        "perSeed": isinstance(model, Cnn),
        "moved": moved,
        "statistics": statistics,
        "masks": kept,
    }


USUAL = {"loss": "loss", "testAccuracy": "testAccuracy"}
DIGITS = {"images": 2000, "seen": 500, "batch": 64}


def activations():
    for name in ("sigmoid", "tanh", "relu", "leakyRelu", "elu"):
        start = "glorotNormal" if name in ("sigmoid", "tanh") else "heNormal"
        yield run("activation-race", name, lambda s, n=name, i=start: Mlp(s, [32] * 6, n, i), USUAL, rule="momentum", rate=0.01, **DIGITS)


def initialization():
    """From He's weights: from the others the first layers hardly move, and rounding is most of it."""
    yield run("thirty-layers", "he", lambda s: Mlp(s, [32] * 29, "relu", "heNormal"), USUAL, rule="momentum", rate=0.005, **DIGITS)


def normalization():
    def build(normalization):
        return lambda s: Mlp(s, [32] * 5, "sigmoid", "glorotNormal", normalization)

    for variant in ("none", "batch", "layer", "weight"):
        own = None if variant == "none" else variant
        yield run("batch-norm-rescue", variant, build(own), USUAL, rule="sgd", rate=0.5, **DIGITS)
    yield run("batch-norm-rescue", "weight", build("weight"), USUAL, config={"start": "data", "learningRate": 0.1}, fit=True, rule="sgd", rate=0.1, **DIGITS)


def dropout():
    of = {"loss": "loss", "testLoss": "testLoss", "trainError": "error", "testError": "testError"}
    for variant, rate in (("r0", 0.0), ("r5", 0.5)):
        yield run("how-much-to-drop", variant, lambda s: Mlp(s, [128, 128], "relu", "heNormal"), of, images=200, batch=50, rule="adam", rate=0.005, dropout=rate, hidden=[128, 128])


def regularization():
    of = {"loss": "loss", "trainingAccuracy": "accuracy", "testAccuracy": "testAccuracy"}
    for variant, strength in (("none", 0.0), ("l2", 0.002)):
        yield run("growing-weights", variant, lambda s: Mlp(s, [32], "relu", "heNormal"), of, images=100, held=200, batch=100, rule="sgd", rate=0.5, penalty=strength)
    yield run("memorise-noise", "some", lambda s: Mlp(s, [256], "relu", "heNormal"), of, images=300, batch=50, labels=0.3, rule="adam", rate=0.003)


def pooling():
    of = {"loss": "loss", "trainingError": "error", "testError": "testError"}
    for variant in ("none", "strided", "max", "average", "stochastic"):
        yield run("pooled-or-not", variant, lambda s, v=variant: Cnn(s, [8, 16], v), of, images=100, batch=25, standardised=False, rule="adam", rate=0.003)
    yield run("max-feature-map", "mfm", lambda s: Cnn(s, [8, 16], "max", "maxFeatureMap", 0.5), {"loss": "loss", "testError": "testError"}, images=500, batch=25, rule="adam", rate=0.003)


def pruning():
    """Cut after 50 updates and after 60, each time a fifth of what is left; or once, whole units and filters or as many weights."""
    config = {"training": 50, "rounds": 2, "perRound": 10}
    yield run("in-rounds", "inRounds", lambda s: Mlp(s, [100, 100], "relu", "heNormal"), USUAL, images=1000, batch=50, rule="adam", rate=0.002, config=config, cuts={50: smallest(1 - 0.8), 60: smallest(1 - 0.8**2)}, steps=70, shown=[20, 50, 60, 70])
    gone = 1 - (144 * 28 + 28 * 28 + 28 * 10) / (144 * 100 + 100 * 100 + 100 * 10)
    for variant, rule in (("weights", smallest_of_each([gone] * 3)), ("units", weakest_columns(28, root_of_squares))):
        yield run("whole-units", variant, lambda s: Mlp(s, [100, 100], "relu", "heNormal"), USUAL, images=1000, batch=50, rule="adam", rate=0.002, config={"before": 20, "after": 20}, cuts={20: rule}, steps=40, shown=[10, 20, 30, 40])
    for variant, rule in (("weights", smallest_of_each([1 / 2, 3 / 4, 1 / 2])), ("filters", weakest_columns(8, sum_of_sizes))):
        yield run("whole-filters", variant, lambda s: Cnn(s, [16, 16], "max"), USUAL, images=500, seen=200, batch=25, rule="adam", rate=0.003, config={"before": 25, "after": 25}, cuts={25: rule}, steps=30, shown=[10, 20, 25, 30])


def cases():
    chapters = (activations, initialization, normalization, dropout, regularization, pooling, pruning)
    return {"runs": [each for chapter in chapters for each in chapter()]}
