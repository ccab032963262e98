"""Writes the fixtures: python3 tests/reference/torch/make.py <folder>. See docs/reference.md."""

import sys
from pathlib import Path

import activations
import draws
import fits
import losses
import maps
import networks
import normalization
import optimizers
import runs
from fixture import write

MODULES = {
    "activations": activations,
    "draws": draws,
    "fits": fits,
    "losses": losses,
    "maps": maps,
    "networks": networks,
    "normalization": normalization,
    "optimizers": optimizers,
    "runs": runs,
}

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, module in MODULES.items():
        print(name, flush=True)
        write(folder / f"{name}.json", module.cases())
