"""English, as the template provider knows it."""

from __future__ import annotations

from core.llm.template.words.en.grammar import GRAMMAR
from core.llm.template.words.en.kinds import ARCHETYPES, TRAITS
from core.llm.template.words.en.outcomes import OUTCOMES
from core.llm.template.words.en.phrases import HUNCHES, PHRASES
from core.llm.template.words.language import Cues, Language

CUES = Cues(
    up=(
        "increase, increases, raise, raises, higher, more, grow, additional, extra, rise, gain, double, "
        "boost, add, adds, high, bigger, larger, exceed, growth, surge, lift, lifts, uplift, maximum, "
        "highest, most, jump, climb"
    ),
    down=(
        "decrease, reduce, reduction, lower, less, fewer, cut, drop, fall, decline, shrink, halve, save, "
        "saves, avoid, eliminate, low, lowest, smaller, remove, minimal, minimum, least, reduced, shed, "
        "slash, lose, loses, losing, lost"
    ),
    good=(
        "better, improve, improvement, good, strong, stronger, excellent, best, great, solid, outperform, "
        "superior, helps, well, smooth, healthy, praised, love, loved, happy, easier, easy"
    ),
    bad=(
        "worse, poor, weak, weaker, hurt, hurts, bad, worst, suffer, suffers, struggle, fail, failed, fails, "
        "problem, problems, inferior, lacking, lacks, trouble, difficult, complaint, harder, hard, damages, "
        "damage, worsen, threatens"
    ),
    negation=(
        "not, no, never, without, cannot, don't, doesn't, isn't, won't, can't, didn't, wasn't, aren't, "
        "neither, nor, hardly, barely, unlikely, nothing"
    ),
    hedge=(
        "may, might, could, probably, perhaps, possibly, expect, expected, estimate, estimated, roughly, "
        "likely, seems, appears, assume, believe, think, hope, if, claims, around, about"
    ),
    strong=(
        "much, far, significantly, substantially, twice, double, half, considerably, dramatically, very, "
        "massively, strongly, three times, a lot, by far, major, huge, sharply, not only, not just"
    ),
    weak="slightly, somewhat, a bit, marginally, little, minor, modest, a little, small",
    contrast=(
        "but, however, while, whereas, although, though, yet, and, which, because, since, unlike, when, "
        "whilst"
    ),
    levels=(
        "low, poor, none, no, weak",
        "medium, moderate, partial, average, fair",
        "high, strong, yes, full, good, excellent",
    ),
    rate=(
        "per, hourly, daily, weekly, monthly, yearly, annual, annually, hour, day rate, rate, a month, a "
        "year, a week, a day, each"
    ),
    burdens=(
        "latency, delay, delays, risk, effort, cost, price, complexity, error, errors, failure, failures, "
        "waste, debt, downtime, wait, queue, churn, workload, burden, noise, overhead, friction, bugs, "
        "defects, hassle, expense, loss, pain, turnaround, interruptions, tickets, complaints, emissions, "
        "stress, distance, weight, commute"
    ),
    numerals="one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve",
    opposites=(
        "speed, velocity, latency, response time, load time, query time, payback, stress, retention, "
        "loyalty, savings, downtime, learning curve"
    ),
    durations=("day, days", "week, weeks", "month, months", "year, years"),
    than="than, compared to, compared with, versus, vs, over, as",
)


LANGUAGE = Language(
    code="en",
    generic_words=(
        "use, make, get, new, year, month, week, day, quarter, go, take, put, keep, stay, start, all, more, "
        "less, one, two, three, four, five, six, next, now, option, way, team, company, system, project, "
        "work, things, first, own, existing, current, instead, through, per, each, some, until, after, "
        "before, over, own, continue, choose, switch, move, change, let, give, also, any, only, other, "
        "still, yes, no, within, between, either, versus, vs, off, out, up, down"
    ),
    suffixes=("ings", "ing", "ions", "ion", "ies", "ed", "es", "s", "e", "y"),
    grammar=GRAMMAR,
    cues=CUES,
    archetypes=ARCHETYPES,
    outcomes=OUTCOMES,
    traits=TRAITS,
    phrases=PHRASES,
    hunches=HUNCHES,
    outcome_labels={
        "launch_timing:time": "Time to launch",
        "build_or_buy:time": "Time until it is in use",
        "technical_debt:time": "Time to ship features",
        "expansion:effort": "Effort to run it",
        "technical_debt:effort": "Effort to get there",
        "migration:effort": "Migration effort",
        "vendor:time": "Time until it is in use",
        "migration:time": "Time to migrate",
        "general:time": "Time it takes",
        "workplace:time": "Time it takes",
        "pricing:time": "Time it takes",
        "expansion:time": "Time until we are present",
        "expansion:cost": "Upfront cost",
    },
)
