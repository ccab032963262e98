"""The images that figures learn from here: made by a formula of whole numbers, brought as a reader's own images are.

Image i has the label i mod 10. Its pixels, 12 x 12 bytes, take turns in s = 48271 s mod (2^31 - 1), from s = 1: pixel p is
s mod 128, and 127 more where p mod 10 is the label. Nothing but the label can be learned from them.
"""

import numpy as np

from generator import Random

SIDE = 12
COUNT = 2500


def pixels():
    found, s = np.empty((COUNT, SIDE * SIDE)), 1
    for i in range(COUNT):
        for p in range(SIDE * SIDE):
            s = 48271 * s % (2**31 - 1)
            found[i, p] = s % 128 + (127 if p % 10 == i % 10 else 0)
    return found


BRIGHTNESS = (pixels() / 255).astype(np.float32)


def taking_turns(random):
    """All images in random order, except that digits take turns."""
    of_digit = [[] for _ in range(10)]
    for row in random.permutation(COUNT):
        of_digit[row % 10].append(row)
    return [rows[turn] for turn in range(COUNT // 10) for rows in of_digit]


def digits(seed, train, test, standardised=True):
    """Training and test images of one seed, with their labels."""
    order = np.array(taking_turns(Random.seeded(seed).split("data").split("train"))[: train + test])
    x, y = BRIGHTNESS[order], order % 10
    if standardised:
        mean = x[:train].astype(np.float64).mean(0).astype(np.float32)
        std = np.sqrt(np.square(x[:train].astype(np.float64) - mean).mean())
        x = ((x.astype(np.float64) - mean) / std).astype(np.float32)
    x = x.astype(np.float64)
    return (x[:train], y[:train]), (x[train:], y[train:])


def random_labels(labels, share, random):
    """A share of the labels is drawn by lot, and may come out as it was."""
    drawn = [random.integer(10) for _ in labels]
    found = labels.copy()
    for row in random.permutation(len(labels))[: int(share * len(labels) + 0.5)]:
        found[row] = drawn[row]
    return found
