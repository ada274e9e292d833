"""Dutch, as the template provider knows it."""

from __future__ import annotations

from core.llm.template.words.language import Cues, Language
from core.llm.template.words.nl.grammar import GRAMMAR
from core.llm.template.words.nl.kinds import ARCHETYPES, TRAITS
from core.llm.template.words.nl.outcomes import OUTCOMES
from core.llm.template.words.nl.phrases import HUNCHES, PHRASES

CUES = Cues(
    up=(
        "verhoogt, verhogen, stijgt, stijgen, meer, hoger, hogere, extra, hoog, hoge, verdubbelt, groeit, "
        "groei, groter, toename"
    ),
    down=(
        "verlaagt, verlagen, daalt, dalen, minder, lager, lagere, laag, lage, vermindert, voorkomt, "
        "voorkomen, bespaart, verliest, afname, halveert, kleiner"
    ),
    good="beter, betere, verbetert, verbeteren, goed, goede, sterk, uitstekend, helpt, makkelijker",
    bad=(
        "slechter, slechtere, slecht, slechte, zwak, schaadt, lijdt, probleem, problemen, moeilijk, mislukt, "
        "verslechtert, bedreigt"
    ),
    negation="niet, geen, nooit, zonder, noch, nauwelijks, niets, niemand",
    hedge=(
        "misschien, mogelijk, zou, zouden, waarschijnlijk, ongeveer, circa, naar schatting, lijkt, hopen, "
        "denken, als"
    ),
    strong="veel, flink, aanzienlijk, sterk, dubbel, duidelijk, erg, zeer, niet alleen",
    weak="iets, licht, een beetje, nauwelijks merkbaar",
    contrast="maar, echter, terwijl, hoewel, en, omdat, want, daarentegen",
    than="dan, vergeleken met, tegenover, als",
    rate="per, elke, uurlijks, dagelijks, maandelijks, jaarlijks, uurtarief, dagtarief",
    levels=(
        "laag, lage, nee, geen, slecht",
        "gemiddeld, redelijk, deels",
        ("hoog, hoge, ja, goed, sterk, uitstekend"),
    ),
    burdens=(
        "latentie, vertraging, risico, moeite, kosten, prijs, complexiteit, fouten, storingen, wachttijd, "
        "afhankelijkheid, stress, schuld, huur, lawaai, afval, uitstoot, klachten, afstand, reistijd, "
        "werkdruk"
    ),
    opposites="snelheid, latentie, reactietijd, laadtijd, stress, werkdruk, klantentrouw, besparing",
    durations=("dag, dagen", "week, weken", "maand, maanden", "jaar, jaren"),
    numerals="een, twee, drie, vier, vijf, zes, zeven, acht, negen, tien, elf, twaalf",
)

LANGUAGE = Language(
    code="nl",
    generic_words=(
        "gebruiken, maken, nieuw, nieuwe, jaar, maand, week, dag, gaan, nemen, blijven, meer, minder, team, "
        "bedrijf, systeem, project, optie, nu, eerst, eigen, laten, alles, zelf, huidige, houden, kiezen, "
        "twee, drie, vier, vijf, zes, zoals"
    ),
    suffixes=("ingen", "ing", "heid", "en", "er", "st", "e", "n", "s", "t"),
    grammar=GRAMMAR,
    cues=CUES,
    archetypes=ARCHETYPES,
    outcomes=OUTCOMES,
    traits=TRAITS,
    phrases=PHRASES,
    hunches=HUNCHES,
    outcome_labels={
        "launch_timing:time": "Tijd tot de lancering",
        "build_or_buy:time": "Tijd tot gebruik",
        "vendor:time": "Tijd tot gebruik",
        "technical_debt:effort": "Inspanning",
        "expansion:effort": "Werk om het te runnen",
        "expansion:cost": "Aanloopkosten",
    },
)
