"""Every brief of the corpus."""

from __future__ import annotations

from tests.unit.llm_template.english_briefs import ENGLISH
from tests.unit.llm_template.germanic_briefs import DUTCH, GERMAN
from tests.unit.llm_template.japanese_briefs import JAPANESE
from tests.unit.llm_template.plain_english_briefs import PLAIN_ENGLISH
from tests.unit.llm_template.plain_others_briefs import PLAIN_OTHERS
from tests.unit.llm_template.romance_briefs import FRENCH, ITALIAN, PORTUGUESE, SPANISH
from tests.unit.llm_template.spoken_briefs import SPOKEN

ALL_BRIEFS = (
    *ENGLISH,
    *SPOKEN,
    *PLAIN_ENGLISH,
    *GERMAN,
    *DUTCH,
    *FRENCH,
    *SPANISH,
    *ITALIAN,
    *PORTUGUESE,
    *JAPANESE,
    *PLAIN_OTHERS,
)
