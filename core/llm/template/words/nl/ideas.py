"""Ways forward that are usual in any decision, in Dutch."""

from __future__ import annotations

from core.llm.template.words.ideas import Ideas

IDEAS = Ideas(
    labels={
        "pilot": "Eerst op kleine schaal proberen",
        "wait": "Wachten tot er meer bekend is",
        "less": "Alleen het belangrijkste doen",
        "partner": "Het samen met een partner doen",
    },
    points={
        "less:cost": "Er hoeft minder betaald te worden",
        "less:effort": "Er is minder te doen en te onderhouden",
        "less:benefit": "Wat wegvalt, levert niets op",
        "less:fit": "Een deel van de behoefte blijft open",
        "partner:cost": "Een partner draagt een deel van de kosten",
        "partner:revenue": "Een partner brengt eigen klanten mee",
        "partner:effort": "Een partner moet gevonden en onderhouden worden",
        "partner:control": "Een partner beslist mee",
    },
    known="Een gebruikelijke weg bij zo'n besluit; anderen kunnen ervan vertellen",
    unread="Nog geen bron van dit concept spreekt ervan",
    check="Nagaan of dit hier klopt: {claim}",
    past="Iemand die dit deed vragen wat die nu anders zou doen",
)
