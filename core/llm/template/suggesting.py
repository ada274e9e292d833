"""Options that a graph does not have yet: those usual in its kind of decision, and those usual in any."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, cycle, islice

from core.graph.labels import likeness
from core.graph.model import MAX_QUOTE, Better, Graph, Node, NodeKind
from core.graph.sources import Document, Location, Passage
from core.graph.suggestions import FEWEST, MAX_POINT, MOST_POINTS
from core.llm.provider import ModelCall
from core.llm.tasks.options import WireEffect, WireOption, WireOptions
from core.llm.template.detection import detect
from core.llm.template.framing import archetype_of, trait_of
from core.llm.template.judging import HYPOTHESIS_BELIEF
from core.llm.template.lexicon import lexicon
from core.llm.template.priors import better, usual, usual_outcomes
from core.llm.template.reading import read_brief
from core.llm.template.refining.judged import keys_of
from core.llm.template.words import language
from core.llm.template.words.ideas import Ideas, ideas
from core.llm.template.words.language import Language
from core.llm.wording import within

_OFFERED = 4  # enough to choose from; what follows is less and less likely
_STAY = "stay"
_OPEN = 0.1  # weight: a link that only marks a question
_PARTNERED = frozenset({"build_or_buy", "expansion"})  # kinds of decision in which partners are usual


@dataclass(frozen=True, slots=True)
class _Idea:
    label: str
    trait: str


def suggest(call: ModelCall) -> WireOptions:
    """Up to four options that the call's graph has not, three at least as long as that many are left."""
    if call.graph is None:
        return WireOptions(options=())
    return WireOptions(options=tuple(_Suggesting(call, call.graph).options()))


class _Suggesting:
    def __init__(self, call: ModelCall, graph: Graph) -> None:
        brief = call.brief if call.brief.passages else _spoken(graph)
        self._code = detect(" ".join(passage.text for passage in brief.passages[:20]))
        self._words: Language = language(self._code)
        self._ideas: Ideas = ideas(self._code)
        self._archetype = archetype_of(read_brief(brief))
        self._graph = graph
        self._outcomes: Mapping[str, Node] = dict(keys_of(graph.of_kind(NodeKind.OUTCOME), self._code))
        self._doubts = _doubts(graph)

    def options(self) -> Iterator[WireOption]:
        doubts = cycle(self._doubts or [""])
        for idea, doubt in zip(self._chosen(), doubts, strict=False):
            yield WireOption(
                title=idea.label,
                pros=self._points(idea, welcome=True),
                cons=self._points(idea, welcome=False),
                evidence=self._evidence(idea, doubt),
                effects=tuple(self._effects(idea)),
            )

    def _chosen(self) -> list[_Idea]:
        """Kinds of options that are missing first; then other names of kinds that are there, if need be."""
        held = {likeness(option.label) for option in self._graph.options}
        kinds = {
            trait_of(option.label, self._archetype, lexicon(self._code)) for option in self._graph.options
        }
        once: dict[str, _Idea] = {}
        for idea in self._usual():
            if likeness(idea.label) not in held:
                once.setdefault(likeness(idea.label), idea)
        missing: dict[str, _Idea] = {}
        for idea in once.values():
            if idea.trait not in kinds:
                missing.setdefault(idea.trait, idea)
        chosen = list(missing.values())[:_OFFERED]
        others = (idea for idea in once.values() if idea not in chosen)
        return [*chosen, *islice(others, max(FEWEST - len(chosen), 0))]

    def _usual(self) -> Iterator[_Idea]:
        """Every idea, the likeliest first; those of which nothing is known to say are left out."""
        named = self._words.archetypes[self._archetype].options
        own = (_Idea(label, trait_of(label, self._archetype, lexicon(self._code))) for label in named)
        order = ["pilot", "wait", "less", "partner"]
        if self._archetype in _PARTNERED:
            order = ["pilot", "partner", "wait", "less"]
        general = [_Idea(self._ideas.labels[trait], trait) for trait in order]
        stay = _Idea(self._words.phrases.status_quo[""], _STAY)
        return (idea for idea in chain(general[:1], own, general[1:], [stay]) if usual_outcomes(idea.trait))

    def _points(self, idea: _Idea, *, welcome: bool) -> tuple[str, ...]:
        """What is usually for it, or against it: what there are words for, then what holds for any."""
        keys = [key for key in self._ranked(idea) if _is_welcome(idea, key) is welcome]
        said = [hunch for key in keys if (hunch := self._hunch(idea, key))]
        said.append(self._ideas.known if welcome else self._ideas.unread)
        said += [self._claim(idea, key) for key in keys]
        return tuple(dict.fromkeys(within(claim, MAX_POINT) for claim in said))[:MOST_POINTS]

    def _evidence(self, idea: _Idea, doubt: str) -> tuple[str, ...]:
        """The strongest claim about it, what the graph itself only assumes, and whom to ask."""
        strongest = self._claim(idea, self._ranked(idea)[0])
        claims = dict.fromkeys(filter(None, (strongest, doubt)))
        told = (within(self._ideas.check.format(claim=claim), MAX_POINT) for claim in claims)
        return (*told, self._ideas.past)

    def _ranked(self, idea: _Idea) -> list[str]:
        """What it usually moves: what there are words for, then what the graph has, the strongest first."""
        return sorted(
            usual_outcomes(idea.trait),
            key=lambda key: (not self._hunch(idea, key), key not in self._outcomes, -_force(idea, key)),
        )

    def _effects(self, idea: _Idea) -> Iterator[WireEffect]:
        """What it usually does to the graph's outcomes; where that is not known, one link that asks."""
        known = [
            (key, node, weight) for key, node in self._outcomes.items() if (weight := usual(idea.trait, key))
        ]
        for key, node, weight in known:
            yield _effect(node, weight, self._claim(idea, key))
        if not known and self._outcomes:
            node = next(iter(self._outcomes.values()))
            yield _effect(node, _OPEN, self._words.phrases.open.format(outcome=node.label))

    def _claim(self, idea: _Idea, key: str) -> str:
        if said := self._hunch(idea, key):
            return said
        node = self._outcomes.get(key)
        phrases = self._words.phrases
        pattern = phrases.raises if (usual(idea.trait, key) or 0) > 0 else phrases.lowers
        return pattern.format(outcome=node.label if node else self._words.outcomes[key].label)

    def _hunch(self, idea: _Idea, key: str) -> str:
        place = f"{idea.trait}:{key}"
        return self._ideas.points.get(place) or self._words.hunches.get(place, "")


def _force(idea: _Idea, key: str) -> float:
    return abs(usual(idea.trait, key) or 0)


def _is_welcome(idea: _Idea, key: str) -> bool:
    rises = (usual(idea.trait, key) or 0) > 0
    return rises is (better(key) is Better.HIGHER)


def _effect(node: Node, weight: float, note: str) -> WireEffect:
    return WireEffect(outcome=node.id, belief=HYPOTHESIS_BELIEF, weight=weight, note=within(note, MAX_QUOTE))


def _doubts(graph: Graph) -> list[str]:
    """What the graph's links assume without a source, the least certain and strongest first."""
    open_ = [
        (-abs(edge.weight) * edge.belief * (1 - edge.belief), edge.key, edge.provenance.quote)
        for edge in graph.edges
        if edge.belief is not None
        and edge.weight is not None
        and abs(edge.weight) > _OPEN
        and edge.provenance is not None
        and edge.provenance.is_hypothesis
        and edge.provenance.quote.strip()
    ]
    return [quote for *_, quote in sorted(open_)]


def _spoken(graph: Graph) -> Document:
    """What a graph says of itself, where its brief is not at hand."""
    said: Sequence[str] = [graph.title, *(node.label for node in graph.nodes)]
    return Document(
        id="B",
        name="brief",
        kind="brief",
        passages=tuple(
            Passage(number=n, text=text, location=Location(place="sentence", first=n, last=n))
            for n, text in enumerate(said, 1)
        ),
    )
