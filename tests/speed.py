"""Limits of time that hold on a slow machine too: agreed for one machine, and this one is asked how slow it
is.

A limit in plain seconds fails on a machine half as fast with nothing amiss, or is loosened until it holds
nothing.
"""

import json
from statistics import median
from time import thread_time

# Seconds of a processor that `_work` takes on the machine of docs/bench.md, which builds both datastores in
# 29.5 s: reckoned from 0.018 on one that takes 53 s.
THERE = 0.010
MOST = 3.0  # times: on a machine slower than that a limit is worth a look


def allowed(seconds: float) -> float:
    """What `seconds` of work on the machine of docs/bench.md are on this one now: as many at least, and MOST
    times as many at most."""
    _took()  # the first is slower than those after it
    return seconds * min(MOST, max(1.0, median(_took() for _ in range(5)) / THERE))


def _took() -> float:
    began = thread_time()
    _work()
    return thread_time() - began


def _work() -> None:
    """What pages, packs and answers mostly do: text, numbers, dictionaries, sorting."""
    table = {f"E0{number}": [number, number / 7, f"{number / 9:.3f}"] for number in range(4_000)}
    read = json.loads(json.dumps(table))
    lines = [f"{key},{value[1]:.2f}" for key, value in sorted(read.items(), key=lambda item: item[1][2])]
    " ".join(lines).encode().split(b",")
