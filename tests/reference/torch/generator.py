"""The book's source of randomness, written again: so that both sides draw the same weights, orders and masks.

sfc32 (Doty-Humphrey, PractRand), keyed by FNV-1a over names and the finalizer of MurmurHash3; normal numbers by Box and
Muller (1958); orders by Fisher and Yates. A generator is split by the purpose of its numbers.
"""

import math

WORD = 0xFFFFFFFF


def _mix(h):
    h = ((h ^ (h >> 16)) * 0x85EBCA6B) & WORD
    h = ((h ^ (h >> 13)) * 0xC2B2AE35) & WORD
    return h ^ (h >> 16)


def _hash(name, key):
    h = _mix(key & WORD) ^ 0x811C9DC5
    for unit in name:
        h = ((h ^ ord(unit)) * 0x01000193) & WORD
    return _mix(h ^ len(name))


class Random:
    def __init__(self, a, b):
        self.a, self.b = a & WORD, b & WORD
        self.state = [self.a, self.b, 0x2545F491, 1]
        self.spare = None
        for _ in range(15):
            self.bits()

    @classmethod
    def seeded(cls, seed):
        low = _mix(seed & WORD)
        return cls(low, _mix((seed >> 32) & WORD ^ 0x9E3779B9) ^ low)

    def split(self, name):
        return Random(_hash(name, self.a), _hash(name, self.b ^ 0x85EBCA6B))

    def bits(self):
        a, b, c, counter = self.state
        out = (a + b + counter) & WORD
        turned = ((c << 21) | (c >> 11)) & WORD
        self.state = [b ^ (b >> 9), (c + (c << 3)) & WORD, (turned + out) & WORD, (counter + 1) & WORD]
        return out

    def uniform(self, low=0.0, high=1.0):
        return low + (high - low) * (self.bits() / 2**32)

    def integer(self, n):
        return int(self.uniform() * n)

    def normal(self):
        if self.spare is not None:
            value, self.spare = self.spare, None
            return value
        radius = math.sqrt(-2 * math.log(1 - self.uniform()))
        angle = 2 * math.pi * self.uniform()
        self.spare = radius * math.sin(angle)
        return radius * math.cos(angle)

    def permutation(self, n):
        order = list(range(n))
        for i in range(n - 1, 0, -1):
            j = self.integer(i + 1)
            order[i], order[j] = order[j], order[i]
        return order
