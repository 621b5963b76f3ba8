"""Runs programs in rotation, A B C A B C ..., so that a machine whose speed drifts is fair to all of them."""
import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import Callable


@dataclass
class Program:
    """A command to time. Outside the clock: prepare(round) makes what a run needs, finish() keeps what it left."""

    name: str
    command: Callable
    prepare: Callable = lambda number: None
    finish: Callable = lambda: None
    first_line: bool = False
    """Wall time counts up to the first line on stdout."""
    good: tuple = (0,)
    """Exit codes that count as done."""
    cores: int = 0
    """Cores it may use, 0 = all. A JVM with one thread of work compiles on another core if it has one."""

    def confine(self):
        """In the process to be, where the system knows how."""
        if self.cores and hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:self.cores])


@dataclass(frozen=True)
class Cost:
    """Of a whole process and all it waited for."""

    wall_s: float
    cpu_s: float
    peak_mb: float
    """Of the largest single process."""


class Failure(Exception):
    """A program that did not do its work."""


def run(program, number, folder):
    """One run of a program; its output is kept in the folder."""
    program.prepare(number)
    command = [str(word) for word in program.command()]
    out, err = folder / f"{program.name}.out", folder / f"{program.name}.err"
    with open(out, "wb") as stdout, open(err, "wb") as stderr:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE if program.first_line else stdout, stderr=stderr,
                                   preexec_fn=program.confine)
        if program.first_line:
            process.stdout.readline()
            wall_s = time.perf_counter() - start
            process.stdout.read()
            process.stdout.close()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if not program.first_line:
            wall_s = time.perf_counter() - start
    if process.returncode not in program.good:
        raise Failure(f"{program.name} ended with {process.returncode}: {' '.join(command)}\n{err.read_text()[-2000:]}")
    program.finish()
    return Cost(wall_s, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def rotate(programs, rounds, folder, warm_up=1):
    """Costs by program name, one a round; the warm-up rounds are not counted."""
    costs = {program.name: [] for program in programs}
    for number in range(-warm_up, rounds):
        for program in programs:
            cost = run(program, number, folder)
            print(f"speed: {'warm-up' if number < 0 else f'round {number + 1} of {rounds}'}: {program.name}: "
                  f"{cost.cpu_s:.2f} s CPU, {cost.wall_s:.2f} s wall, {cost.peak_mb:.0f} MB", file=sys.stderr, flush=True)
            if number >= 0:
                costs[program.name].append(cost)
    return costs


def ratio(costs, name, reference, what="cpu_s"):
    """Median over the rounds of one program's cost over another's in the same round."""
    return statistics.median(getattr(a, what) / getattr(b, what) for a, b in zip(costs[name], costs[reference]))


def median(costs, name, what):
    """Median over the rounds of one program's cost."""
    return statistics.median(getattr(cost, what) for cost in costs[name])
