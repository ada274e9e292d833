"""What documents and usual patterns say of the options and outcomes of a graph that is there already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.graph.labels import likeness
from core.graph.model import HYPOTHESIS, MAX_QUOTE, Better, Edge, Graph, Node, NodeKind, Provenance
from core.graph.sources import Document, cite
from core.llm.template.drafting import option_words
from core.llm.template.evidence import Question, find_signals
from core.llm.template.framing import GENERAL, scales_of, traits_of
from core.llm.template.judging import Ground, Judgement, judge
from core.llm.template.lexicon import Role, lexicon
from core.llm.template.priors import better
from core.llm.template.tokens import span
from core.llm.template.words import language
from core.llm.wording import within

_OWN = "node:"  # begins the key of an outcome that the language does not know
_ROLES = frozenset({Role.NOUN, Role.UP, Role.DOWN})


@dataclass(frozen=True, slots=True)
class Judged:
    """Every judgement of an option on an outcome, as a link; `cited` are those that a passage supports."""

    links: Mapping[tuple[str, str], Edge]
    cited: frozenset[tuple[str, str]]


def judged(graph: Graph, documents: Sequence[Document], code: str) -> Judged:
    """Judge a graph's options by these documents, and by what is usual where they say nothing."""
    words = lexicon(code)
    options = graph.options
    outcomes = dict(keys_of(graph.of_kind(NodeKind.OUTCOME), code))
    phrases = [node.label for node in options]
    traits = traits_of(phrases, GENERAL, words)
    question = Question(
        options=option_words(phrases, traits, code),
        better={key: node.better or Better.UNKNOWN for key, node in outcomes.items()},
        sought=frozenset(outcomes),
        own={key: node.label for key, node in outcomes.items() if key.startswith(_OWN)},
        language=code,
    )
    found = judge(find_signals(documents, question), traits, scales_of(phrases, traits), tuple(outcomes))
    links: dict[tuple[str, str], Edge] = {}
    cited: set[tuple[str, str]] = set()
    by_id = {document.id: document for document in documents}
    for judgement in found.values():
        ends = options[judgement.option].id, outcomes[judgement.outcome].id
        support = _citation(judgement, by_id)
        if support is not None:
            cited.add(ends)
        links[ends] = Edge(
            src=ends[0],
            dst=ends[1],
            belief=judgement.belief,
            weight=judgement.weight,
            provenance=support
            or _hypothesis(judgement, outcomes[judgement.outcome], traits[judgement.option], code),
        )
    return Judged(links=links, cited=frozenset(cited))


def direction(label: str, code: str) -> Better:
    """Which direction of a new outcome is wanted, as far as its words tell."""
    known = _known(label, code)
    if known:
        return better(known)
    return Better.LOWER if lexicon(code).is_burden(label) else Better.HIGHER


def keys_of(outcomes: Sequence[Node], code: str) -> list[tuple[str, Node]]:
    """Each outcome under the key by which the language knows it, or one of its own."""
    taken: set[str] = set()
    found = []
    for node in outcomes:
        key = _known(node.label, code)
        if not key or key in taken or better(key) is not node.better:
            key = f"{_OWN}{node.id}"
        taken.add(key)
        found.append((key, node))
    return found


def _known(label: str, code: str) -> str:
    """The outcome that a label names by itself; "" for none, or one measured the other way around."""
    words = lexicon(code)
    drafted = {likeness(text): key.rpartition(":")[2] for key, text in language(code).outcome_labels.items()}
    drafted |= {likeness(outcome.label): key for key, outcome in language(code).outcomes.items()}
    if key := drafted.get(likeness(label)):
        return key
    stems = words.stemmer.stems(label)
    hits = words.scan(stems)
    if any(tuple(stems[hit.start : hit.end]) in words.opposites for hit in hits):
        return ""
    found = [m for hit in hits for m in hit.meanings if m.role in _ROLES and not m.faint]
    return found[0].key if found else ""


def _citation(judgement: Judgement, documents: Mapping[str, Document]) -> Provenance | None:
    signal = judgement.signal
    if signal is None:
        return None
    document = documents[signal.document]
    passage = document.passage(signal.passage)
    start, end = span(passage.text, signal.cue) if passage else (0, 0)
    return cite(document, signal.passage, passage.text[start:end] if passage else "")


def _hypothesis(judgement: Judgement, outcome: Node, trait: str, code: str) -> Provenance:
    phrases = language(code).phrases
    key = judgement.outcome
    pattern = phrases.raises if judgement.weight > 0 else phrases.lowers
    said = language(code).hunches.get(f"{trait}:{key}") or pattern.format(outcome=outcome.label)
    if judgement.ground is Ground.OPEN:
        said = phrases.open.format(outcome=outcome.label)
    return Provenance(source=HYPOTHESIS, quote=within(said, MAX_QUOTE))
