"""The parts that a rule of Block Kit is made of: each looks at one value and reports what is wrong there."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.playground.slack.records import Json

Surface = Literal["message", "modal", "home"]


@dataclass(slots=True, kw_only=True)
class Report:
    """What was found wrong in one payload. `file_is_ready` says whether an image may show a Slack file."""

    surface: Surface
    file_is_ready: Callable[[Json], bool]
    problems: list[str] = field(default_factory=list)

    def refuse(self, problem: str, at: str) -> None:
        """Note a problem at a JSON pointer, in Slack's wording."""
        self.problems.append(f"{problem} [json-pointer:{at}]")


Check = Callable[[Report, object, str], None]
Rule = Callable[[Report, Json, str], None]


def string(maximum: int, *, minimum: int = 1) -> Check:
    """A string of `minimum` to `maximum` characters (code points)."""

    def check(report: Report, value: object, at: str) -> None:
        if not isinstance(value, str):
            report.refuse("must provide a string", at)
        elif len(value) < minimum:
            report.refuse(f"must be more than {minimum - 1} characters", at)
        elif len(value) > maximum:
            report.refuse(f"must be less than {maximum + 1} characters", at)

    return check


def boolean(report: Report, value: object, at: str) -> None:
    """True or false, and nothing that only looks like it."""
    if not isinstance(value, bool):
        report.refuse("must provide a boolean", at)


def integer(minimum: int, maximum: int) -> Check:
    """A whole number in a range, ends included."""

    def check(report: Report, value: object, at: str) -> None:
        if not isinstance(value, int) or isinstance(value, bool):
            report.refuse("must provide an integer", at)
        elif not minimum <= value <= maximum:
            report.refuse(f"must be between {minimum} and {maximum}", at)

    return check


def number(report: Report, value: object, at: str) -> None:
    """Any number."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        report.refuse("must provide a number", at)


def one_of(*allowed: str) -> Check:
    """One of a few words."""

    def check(report: Report, value: object, at: str) -> None:
        if value not in allowed:
            report.refuse("must be a valid enum value", at)

    return check


def matching(pattern: str, what: str) -> Check:
    """A string of a given form, named `what` for the message."""
    form = re.compile(pattern)

    def check(report: Report, value: object, at: str) -> None:
        if not isinstance(value, str) or not form.fullmatch(value):
            report.refuse(f"must be a valid {what}", at)

    return check


def array(item: Check, *, minimum: int, maximum: int) -> Check:
    """A list of `minimum` to `maximum` items."""

    def check(report: Report, value: object, at: str) -> None:
        if not isinstance(value, list):
            report.refuse("must provide an array", at)
            return
        if len(value) > maximum:
            report.refuse(f"no more than {maximum} items allowed", at)
        if len(value) < minimum:
            report.refuse(f"no fewer than {minimum} items allowed", at)
        for index, part in enumerate(value):
            item(report, part, f"{at}/{index}")

    return check


def shape(required: Mapping[str, Check], optional: Mapping[str, Check] | None = None, *rules: Rule) -> Check:
    """An object with these fields beside `type`, and no others; `rules` look at it as a whole."""
    fields = {**(optional or {}), **required}

    def check(report: Report, value: object, at: str) -> None:
        if not isinstance(value, dict):
            report.refuse("must provide an object", at)
            return
        for name in required:
            if name not in value:
                report.refuse(f"missing required field: {name}", at)
        for name, part in value.items():
            if name in fields:
                fields[name](report, part, f"{at}/{name}")
            elif name != "type":
                report.refuse(f"invalid additional property: {name}", at)
        for rule in rules:
            rule(report, value, at)

    return check


def typed(kinds: Mapping[str, Check]) -> Check:
    """An object that says its `type`, checked as that type asks."""

    def check(report: Report, value: object, at: str) -> None:
        if not isinstance(value, dict):
            report.refuse("must provide an object", at)
        elif (kind := value.get("type")) is None:
            report.refuse("missing required field: type", at)
        elif not isinstance(kind, str) or kind not in kinds:
            report.refuse(f"unsupported type: {kind}", f"{at}/type")
        else:
            kinds[kind](report, value, at)

    return check


def needs_one(*names: str) -> Rule:
    """At least one of these fields must be there."""

    def rule(report: Report, value: Json, at: str) -> None:
        if not any(name in value for name in names):
            report.refuse(f"must provide at least one of: {', '.join(names)}", at)

    return rule


def needs_exactly_one(*names: str) -> Rule:
    """One of these fields must be there, and only one."""

    def rule(report: Report, value: Json, at: str) -> None:
        if sum(name in value for name in names) != 1:
            report.refuse(f"must provide exactly one of: {', '.join(names)}", at)

    return rule


def only_on(check: Check, surfaces: Collection[Surface]) -> Check:
    """What may stand on some surfaces only."""

    def limited(report: Report, value: object, at: str) -> None:
        if report.surface not in surfaces:
            report.refuse(f"unsupported on this surface: {report.surface}", at)
        check(report, value, at)

    return limited
