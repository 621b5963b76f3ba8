"""The rows of the table: what is compared, and what it must and should be."""
from dataclasses import dataclass
from typing import Callable


@dataclass(frozen=True)
class Goal:
    """A row. value(costs, extra) gives the number, or None where it was not measured."""

    case: str
    what: str
    value: Callable
    must: float | None = None
    aim: float | None = None
    at_least: bool = False
    """More is better."""
    shown: str = "{:.2f}"

    def verdict(self, value):
        if self.must is None or value is None:
            return ""
        reached = [value >= bound if self.at_least else value <= bound for bound in (self.must, self.aim if self.aim is not None else self.must)]
        return "aim" if all(reached) and self.aim is not None else "yes" if reached[0] else "**no**"


def bound(goal, value):
    return "" if value is None else f"{'≥' if goal.at_least else '≤'} {value:g}"


def table(goals, costs, extra):
    """The goals of the cases that ran, as Markdown; and as plain figures."""
    lines = ["| what | measured | must | aim | holds |", "|---|---|---|---|---|"]
    figures = {}
    for goal in goals:
        value = goal.value(costs, extra)
        figures[f"{goal.case}: {goal.what}"] = value
        lines.append(f"| {goal.what} | {'not measured' if value is None else goal.shown.format(value)} | {bound(goal, goal.must)} | {bound(goal, goal.aim)} | {goal.verdict(value)} |")
    return "\n".join(lines), figures
