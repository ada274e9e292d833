"""Italian, as the template provider knows it."""

from __future__ import annotations

from core.llm.template.words.it.grammar import GRAMMAR
from core.llm.template.words.it.kinds import ARCHETYPES, TRAITS
from core.llm.template.words.it.outcomes import OUTCOMES
from core.llm.template.words.it.phrases import HUNCHES, PHRASES
from core.llm.template.words.language import Cues, Language

CUES = Cues(
    up=(
        "aumenta, aumentano, aumentare, sale, salgono, più, maggiore, maggiori, aggiuntivo, alto, alta, "
        "raddoppia, cresce, crescita"
    ),
    down=(
        "riduce, riducono, ridurre, scende, scendono, meno, minore, minori, basso, bassa, diminuisce, evita, "
        "evitare, risparmia, perde, perdita, elimina, metà"
    ),
    good="meglio, migliore, migliora, migliorano, buono, buona, eccellente, forte, facilita, aiuta",
    bad=(
        "peggio, peggiore, cattivo, debole, danneggia, soffre, problema, problemi, difficile, fallisce, "
        "peggiora, minaccia"
    ),
    negation="non, né, mai, senza, nessun, nessuna, nessuno, appena, nulla, niente",
    hedge="forse, potrebbe, potrebbero, probabilmente, circa, stimato, sembra, speriamo, crediamo, se, può",
    strong="molto, assai, nettamente, fortemente, doppio, notevolmente, non solo, di gran lunga",
    weak="leggermente, un po', appena, poco",
    contrast="ma, però, tuttavia, mentre, anche se, e, perché, poiché, invece, che",
    than="di, che, rispetto a, del, della",
    rate="per, ogni, orario, giornaliero, mensile, annuo, annuale, al mese, all'anno, tasso",
    levels=(
        "basso, bassa, no, nessuno",
        "medio, media, parziale, discreto",
        ("alto, alta, sì, buono, buona, ottimo"),
    ),
    burdens=(
        "latenza, ritardo, rischio, impegno, sforzo, costo, prezzo, complessità, errori, guasti, attesa, "
        "dipendenza, stress, debito, affitto, rumore, rifiuti, emissioni, reclami, distanza, carico"
    ),
    opposites="velocità, latenza, tempo di risposta, stress, fedeltà, risparmio",
    durations=("giorno, giorni", "settimana, settimane", "mese, mesi", "anno, anni"),
    numerals="uno, due, tre, quattro, cinque, sei, sette, otto, nove, dieci, undici, dodici",
)

LANGUAGE = Language(
    code="it",
    generic_words=(
        "usare, fare, prendere, nuovo, nuova, anno, mese, settimana, giorno, restare, tenere, più, meno, "
        "squadra, azienda, sistema, progetto, opzione, ora, cambiare, passare, scegliere, continuare, "
        "attuale, tutto, due, tre, quattro, cinque, sei, prima, durante, lasciare"
    ),
    suffixes=(
        "azioni",
        "azione",
        "imenti",
        "imento",
        "amente",
        "arlo",
        "erlo",
        "irlo",
        "ando",
        "endo",
        ("iamo"),
        ("ati"),
        ("ate"),
        ("ato"),
        ("ata"),
        ("are"),
        ("ere"),
        ("ire"),
        ("ano"),
        ("ono"),
        ("he"),
        ("hi"),
        ("a"),
        ("e"),
        ("i"),
        ("o"),
        ("à"),
    ),
    grammar=GRAMMAR,
    cues=CUES,
    archetypes=ARCHETYPES,
    outcomes=OUTCOMES,
    traits=TRAITS,
    phrases=PHRASES,
    hunches=HUNCHES,
    outcome_labels={
        "launch_timing:time": "Tempo fino al lancio",
        "build_or_buy:time": "Tempo fino all'uso",
        "vendor:time": "Tempo fino all'uso",
        "technical_debt:effort": "Impegno",
        "expansion:effort": "Impegno di gestione",
        "expansion:cost": "Costo iniziale",
    },
)
