"""The alternatives that a Japanese sentence offers; its words are not parted by spaces."""

from __future__ import annotations

import re

from core.llm.template.choices import MAX_OPTIONS, Choice
from core.llm.template.labels import bare, tidy
from core.llm.template.patterns import Patterns
from core.llm.template.spans import Rank

CODE = "ja"
_MAX_PHRASE = 60  # characters of one alternative; a longer one is a clause of a story
_LEAD = re.compile(r"^(?:私たちは|我々は|弊社は|当社は|うちは|次に|では|さて)[、,]?\s*")
_SUBJECT = re.compile(
    r"^(.{2,24}?)(?:については|について|に関して)[、,は]?\s*|^(.{2,24}?):\s*"
    r"|^(.{2,24}?)は[、,]?\s*(?=[^は]+(?:どちら|どっち|どれ|いずれ))"
)
_DECIDE = re.compile(
    r"(?:か|を)(?:を)?(?:[^、。かを]{1,20}まで(?:に)?)?(?:決め|選ば|選び|選ぶ|判断|決定)[^、。か]{0,24}(?:です|ます|ある|たい|い|る)$"
)
_OR = re.compile(
    r"[、,]?\s*(?:それとも|または|あるいは|もしくは)\s*[、,]?|\s*(?<![A-Za-z])(?:or|vs\.?)(?![A-Za-z])\s*|\s+対\s+",
    re.IGNORECASE,
)
_WHETHER = re.compile(
    r"か[、,]\s*|(?<=[るうくすつぬぶむぐ])か(?![らもな、。]|どうか|$|で(?:迷|悩)|を(?:検討|考))"
)
_AMONG = re.compile(
    r"^(.{2,150}?)(?:の(?:どちら|どっち|どれ|いずれ|中|うち|間)|で(?:迷|悩|検討)|を(?:比較|検討)|、?(?:どちら|どっち|どれ))"
)
_NOUN = r"[A-Za-z0-9ァ-ヿ一-鿿]"
_AND = re.compile(rf"[、,]\s*|(?<={_NOUN})と(?={_NOUN})")
_ASKED = re.compile(
    r"(?:べき|(?:した|する|た)?(?:方|ほう)が(?:いい|良い|よい))(?:です|でしょう|なの)?か?$|(?:ます|ましょう|でしょう|です)か$|か$"
)
_ENDINGS = (
    (re.compile(r"か?(?:で|について)?(?:迷|悩)(?:っ|ん)(?:て|で)(?:います|いる)?$"), ""),
    (
        re.compile(
            r"(?<=[一-鿿ァ-ヿー])(?<![直出話返移示貸渡写消押探])すべき(?:です|でしょう|なの|なのでしょう)?か?$"
        ),
        "する",
    ),
    (re.compile(r"べき(?:です|でしょう|なの|なのでしょう)?か?$"), ""),
    (re.compile(r"した(?:方|ほう)が(?:いい|良い|よい)(?:です|でしょう)?か?$"), "する"),
    (re.compile(r"し(?:ます|ましょう)か?$"), "する"),
    (re.compile(r"(?:でしょう|です|だろう)?か$"), ""),
    (
        re.compile(
            r"(?:を検討(?:中|して(?:います|いる))|と考えて(?:います|いる)|を考えて(?:います|いる)|です|である)$"
        ),
        "",
    ),
)
_CONSIDERED = re.compile(r"(?:を検討(?:中|して)|と考えて|を考えて|する予定|したい)")
_NUMBER = re.compile(r"\d")


def find_choice(sentence: str, patterns: Patterns) -> Choice | None:
    """The alternatives of a sentence, or None."""
    text = _LEAD.sub("", sentence.strip(" 。?!？！"))
    about = _SUBJECT.match(text)
    subject = next((group for group in about.groups() if group), "") if about else ""
    body = text[about.end() :] if about else text
    decide = _DECIDE.search(body)
    parts, rank = _parts(body[: decide.start()] if decide else body)
    phrases = tuple(dict.fromkeys(p for p in (_phrase(part, patterns) for part in _whole(parts)) if p))
    if not phrases or any(len(phrase) > _MAX_PHRASE for phrase in phrases):
        return None
    if len(phrases) == 1:
        if not (_ASKED.search(body) or _CONSIDERED.search(body)):
            return None
        rank = Rank.SINGLE if _ASKED.search(body) else Rank.WISHED
    return Choice(
        rank=rank,
        phrases=phrases[:MAX_OPTIONS],
        quote=sentence,
        subject=subject,
        rest=(decide.group(),) if decide else (),
    )


def _parts(body: str) -> tuple[list[str], Rank]:
    """The body cut at its coordinators, the plainest first."""
    by_or = _OR.split(body)
    if len(by_or) > 1:
        first = [part for piece in by_or[:-1] for part in re.split(r"[、,]\s*", piece) if part]
        return [*first, by_or[-1]], Rank.OPENED
    by_whether = _WHETHER.split(body)
    if len(by_whether) > 1:
        return [
            part for part in by_whether if not re.match(r"^(?:どちら|どっち|どれ|どう)", part)
        ], Rank.OPENED
    among = _AMONG.match(body)
    if among:
        return [part for part in _AND.split(among.group(1)) if part], Rank.CONTRASTED
    return [body], Rank.WISHED


def _whole(parts: list[str]) -> list[str]:
    """The parts with what they share: "値上げは5%" and "10%" become two whole phrases."""
    first = _NUMBER.search(parts[0])
    if first is None or not first.start():
        return parts
    head = parts[0][: first.start()]
    return [parts[0], *(head + part if part[:1].isdigit() else part for part in parts[1:])]


def _phrase(part: str, patterns: Patterns) -> str:
    """A part as it names an option: without the question at its end."""
    text = bare(part)
    for pattern, base in _ENDINGS:
        changed = pattern.sub(base, text)
        if changed != text:
            text = changed
            break
    return tidy(text, patterns)
