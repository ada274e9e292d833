"""Which node or link of a graph a person means, by letter, by kind or by words close to its label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.graph.labels import likeness, named, quoted
from core.graph.letters import letters
from core.graph.links import ALLOWED
from core.graph.model import Edge, Graph, Node, NodeKind
from core.llm.template.detection import function_words
from core.llm.template.labels import bare
from core.llm.template.lexicon import Lexicon, lexicon
from core.llm.template.refining.closeness import closeness
from core.llm.template.tokens import MARKS
from core.llm.template.words.refusals import refusals
from core.llm.template.words.requests import Requests

_TELLING = 90.0  # of 100: a clause has a word that no other label has
CLOSE = 76.0  # of 100: labels below are not what was meant
_APART = 6.0  # of 100: two labels closer than that cannot be told apart
_ARROW = re.compile(r"\s*(?:->|=>|→|⟶|::)\s*")
_LETTER = re.compile(r"[A-Za-z]")
_ELIDED = re.compile(r"^((?:l|d|un|dell|all|quell)['’])(?=\w)", re.IGNORECASE)
_LISTED = r" ?[&/+] ?"  # besides what each language puts between the things of a list
_BEHIND_A_LETTER = r" ?(?:→|->|=>) ?| (?:to|on) "  # so that “A” is an option, and no article
_MAX_WORDS = 40  # of a clause in which a link is looked for


class NotMeant(Exception):
    """Nothing, or not one thing, is meant: for a reason that every language has a sentence for."""

    def __init__(self, reason: str, **names: str | tuple[str, ...]) -> None:
        super().__init__(reason)
        self.reason = reason
        self.names = names

    def say(self, code: str) -> str:
        """The sentence in a language, one of CODES."""
        return refusals(code).say(self.reason, self.names)


@dataclass(frozen=True, slots=True)
class Targets:
    """The nodes of one graph as people call them, in one language."""

    graph: Graph
    code: str
    requests: Requests

    def node(self, said: str, among: tuple[str, ...] = ()) -> Node:
        """The node that is meant, `among` those of these kinds where none is named. Raises NotMeant."""
        own, rest = self.without_kind(said)
        kinds = own or among
        if lettered := self._lettered(rest, kinds):
            return lettered
        candidates = self.graph.of_kind(*kinds) if kinds else self.graph.nodes
        if not rest and len(candidates) == 1:
            return candidates[0]
        return self._best(said, rest, candidates)

    def nodes(self, said: str) -> list[Node]:
        """The node, or each of the nodes of a list; a label may look like a list too. Raises NotMeant."""
        kinds, rest = self.without_kind(said)
        parts = [part for part in re.split(self._between, rest, flags=re.IGNORECASE) if bare(part)]
        if len(parts) > 1 and not any(likeness(rest) == likeness(node.label) for node in self.graph.nodes):
            try:
                found = [self.node(part, kinds) for part in parts]
            except NotMeant:
                return [self.node(said)]
            if len({node.id for node in found}) == len(parts):
                return found
        return [self.node(said)]

    def link(self, said: str) -> Edge:
        """The link that is meant, by its ends in order. Raises NotMeant."""
        text = self._plain(said)
        sides = _ARROW.split(text, maxsplit=1)
        pairs = [(sides[0], sides[1])] if len(sides) > 1 else list(_splits(text))
        scored = [
            (self._near(edge.src, left) + self._near(edge.dst, right), edge.key, edge)
            for left, right in pairs
            for edge in self.graph.edges
            if edge.belief is not None
            and min(self._near(edge.src, left), self._near(edge.dst, right)) >= CLOSE
        ]
        if not scored:
            raise NotMeant("link_unknown", said=quoted(bare(said)))
        best = max(scored, key=lambda entry: entry[:2])
        rivals = {entry[1] for entry in scored if entry[0] > best[0] - _APART}
        if len(rivals) > 1:
            raise NotMeant("links_several", said=quoted(bare(said)), count=str(len(rivals)))
        return best[2]

    def ends(self, src: str, dst: str) -> tuple[Node, Node]:
        """The two nodes of a link that may be there or not. Raises NotMeant."""
        a, b = self.node(src), self.node(dst)
        if (a.kind, b.kind) not in ALLOWED or a.kind in {NodeKind.GOAL, NodeKind.DECISION}:
            kinds = {"src_kind": str(a.kind), "dst_kind": str(b.kind)}
            raise NotMeant("no_effect", src=named(a), dst=named(b), **kinds)
        return a, b

    def without_kind(self, said: str) -> tuple[tuple[str, ...], str]:
        """The kinds that are named before or behind a label, and the label."""
        text = self._plain(said)
        for kind, words in self.requests.kinds.items():
            behind = r"(?:\W+|$)" if words.isascii() else r"の?(?:[^\w]|$|(?<=[^\x00-\x7f]))"
            for pattern in (rf"^(?:{words}){behind}(?P<x>.*)$", rf"^(?P<x>.+?)\s+(?:{words})$"):
                if match := re.match(pattern, text, re.IGNORECASE | re.DOTALL):
                    return (kind,), self._plain(match["x"])
        return (), text

    def _plain(self, said: str) -> str:
        """The words without articles in front."""
        words = _ELIDED.sub(r"\1 ", bare(said)).split()
        lettered = re.compile(rf"[A-Za-z](?:{_BEHIND_A_LETTER}|{self._between})", re.IGNORECASE)
        while len(words) > 1 and words[0].casefold() in self.requests.articles.split():
            if lettered.match(" ".join(words)):
                break
            words.pop(0)
        return " ".join(words)

    @property
    def _between(self) -> str:
        """What stands between the things of a list, as a pattern."""
        return rf"{self.requests.listing}|{_LISTED}"

    def _lettered(self, text: str, kinds: Sequence[str]) -> Node | None:
        if not _LETTER.fullmatch(text) or (kinds and NodeKind.OPTION not in kinds):
            return None
        by_letter = {letter: id_ for id_, letter in letters(self.graph).items()}
        id_ = by_letter.get(text.upper())
        if id_ is None:
            raise NotMeant("no_option", letter=text.upper())
        return next(node for node in self.graph.nodes if node.id == id_)

    def _best(self, said: str, text: str, candidates: Sequence[Node]) -> Node:
        scored = sorted(((self.closeness(text, node), node.id, node) for node in candidates), reverse=True)
        if not scored or scored[0][0] < CLOSE:
            raise NotMeant("unknown", said=quoted(bare(said)))
        near = [node for score, _, node in scored if score > scored[0][0] - _APART]
        if len(near) > 1:
            raise NotMeant("several", said=quoted(bare(said)), names=tuple(named(node) for node in near))
        return near[0]

    def closeness(self, said: str, node: Node) -> float:
        """How close words are to a node's label, 0 to 100."""
        if likeness(said) in {likeness(node.label), node.id}:
            return 100.0 + CLOSE  # nothing comes close to the very words
        return closeness(self._content(said), self._content(node.label))

    def _near(self, id_: str, text: str) -> float:
        """How close one side of a clause comes to a node; a letter of an option may stand in it."""
        node = next(node for node in self.graph.nodes if node.id == id_)
        letter = letters(self.graph).get(id_)
        if letter and re.search(rf"(?<!\w){letter}(?!\w)", text):
            return 100.0
        own = set(self._content(node.label))
        for other in self.graph.nodes:
            own -= set(self._content(other.label)) if other.id != id_ else set()
        telling = _TELLING if own & set(self._content(text)) else 0.0
        return max(min(self.closeness(text, node), 100.0), telling)

    def _content(self, text: str) -> list[str]:
        """The stems that tell something, or all where none does."""
        words = self._lexicon.stemmer.stems(text)
        stop = {stem for word in function_words(self.code) for stem in self._lexicon.stemmer.stems(word)}
        kept = [stem for stem in words if stem not in stop and stem not in MARKS]
        return kept or [stem for stem in words if stem not in MARKS]

    @property
    def _lexicon(self) -> Lexicon:
        return lexicon(self.code)


def _splits(text: str) -> Iterator[tuple[str, str]]:
    """A clause cut in two at every space."""
    words = text.split()[:_MAX_WORDS]
    for at in range(1, len(words)):
        yield " ".join(words[:at]), " ".join(words[at:])
