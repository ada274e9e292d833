"""German, as the template provider knows it."""

from __future__ import annotations

from core.llm.template.words.de.grammar import GRAMMAR
from core.llm.template.words.de.kinds import ARCHETYPES, TRAITS
from core.llm.template.words.de.outcomes import OUTCOMES
from core.llm.template.words.de.phrases import HUNCHES, PHRASES
from core.llm.template.words.language import Cues, Language

CUES = Cues(
    up=(
        "erhöht, erhöhen, steigt, steigen, steigert, mehr, höher, höhere, höheren, zusätzlich, zusätzliche, "
        "wächst, verdoppelt, hoch, hohe, hoher, hohen, größer, größere, zunahme, anstieg, übersteigt"
    ),
    down=(
        "senkt, senken, verringert, reduziert, reduzieren, weniger, niedriger, niedrigere, geringer, "
        "geringere, sinkt, sinken, halbiert, spart, sparen, vermeidet, vermeiden, kleiner, rückgang, "
        "verliert, verlieren, fällt weg, gering"
    ),
    good=(
        "besser, bessere, verbessert, verbessern, gut, gute, guten, stark, hervorragend, beste, leichter, "
        "hilft"
    ),
    bad=(
        "schlechter, schlechtere, schlecht, schwach, leidet, leiden, gefährdet, problem, probleme, "
        "schwierig, mangelhaft, verschlechtert, schadet, scheitert, gescheitert"
    ),
    negation="nicht, kein, keine, keinen, keinem, keiner, nie, niemals, ohne, kaum, weder, nichts, niemand",
    hedge=(
        "vielleicht, möglicherweise, könnte, könnten, wohl, vermutlich, wahrscheinlich, etwa, circa, rund, "
        "schätzungsweise, dürfte, hoffen, glauben, falls, ungefähr"
    ),
    strong=(
        "deutlich, viel, erheblich, stark, doppelt, halb, wesentlich, massiv, sehr, weit, nicht nur, enorm"
    ),
    weak="etwas, leicht, geringfügig, ein wenig, minimal, kaum merklich",
    contrast=(
        "aber, jedoch, während, obwohl, und, weil, da, allerdings, hingegen, dagegen, sondern, dafür, doch"
    ),
    than="als, im vergleich zu, gegenüber, wie",
    rate=(
        "pro, je, stündlich, täglich, monatlich, jährlich, tagessatz, stundensatz, im monat, im jahr, pro tag"
    ),
    levels=(
        "niedrig, gering, schlecht, nein, keine",
        "mittel, teilweise, mäßig, befriedigend",
        ("hoch, gut, ja, sehr gut, voll"),
    ),
    burdens=(
        "latenz, verzögerung, risiko, aufwand, kosten, preis, komplexität, fehler, ausfälle, wartezeit, "
        "abhängigkeit, stress, schulden, verwaltungsaufwand, miete, lärm, abfall, emissionen, beschwerden, "
        "bürokratie, entfernung, fahrzeit"
    ),
    opposites=(
        "geschwindigkeit, tempo, schnelligkeit, latenz, ladezeit, antwortzeit, stress, kundenbindung, "
        "ersparnis, einsparung"
    ),
    durations=("tag, tage, tagen, tages", "woche, wochen", "monat, monate, monaten", "jahr, jahre, jahren"),
    numerals="eins, zwei, drei, vier, fünf, sechs, sieben, acht, neun, zehn, elf, zwölf",
)

LANGUAGE = Language(
    code="de",
    generic_words=(
        "nutzen, machen, neu, neue, neuen, jahr, monat, woche, tag, quartal, gehen, nehmen, bleiben, mehr, "
        "weniger, team, firma, system, projekt, option, weg, jetzt, erst, eigene, lassen, alles, selbst, "
        "setzen, einsetzen, verwenden, wechseln, behalten, weiter, statt, heutigen, zwei, drei, vier, fünf, "
        "sechs"
    ),
    suffixes=("ungen", "ung", "ern", "em", "en", "er", "es", "e", "n", "s", "t"),
    grammar=GRAMMAR,
    cues=CUES,
    archetypes=ARCHETYPES,
    outcomes=OUTCOMES,
    traits=TRAITS,
    phrases=PHRASES,
    hunches=HUNCHES,
    outcome_labels={
        "launch_timing:time": "Zeit bis zum Start",
        "build_or_buy:time": "Zeit bis zum Einsatz",
        "vendor:time": "Zeit bis zum Einsatz",
        "technical_debt:time": "Zeit bis zu neuen Funktionen",
        "technical_debt:effort": "Aufwand",
        "expansion:effort": "Aufwand für den Betrieb",
        "expansion:cost": "Anfangskosten",
    },
)
