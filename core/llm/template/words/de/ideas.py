"""Ways forward that are usual in any decision, in German."""

from __future__ import annotations

from core.llm.template.words.ideas import Ideas

IDEAS = Ideas(
    labels={
        "pilot": "Erst im Kleinen ausprobieren",
        "wait": "Warten, bis mehr bekannt ist",
        "less": "Nur das Wichtigste umsetzen",
        "partner": "Mit einem Partner zusammen umsetzen",
    },
    points={
        "less:cost": "Es muss weniger bezahlt werden",
        "less:effort": "Es ist weniger zu tun und zu pflegen",
        "less:benefit": "Was wegfällt, bringt auch nichts",
        "less:fit": "Ein Teil des Bedarfs bleibt ungedeckt",
        "partner:cost": "Ein Partner trägt einen Teil der Kosten",
        "partner:revenue": "Ein Partner bringt eigene Kunden mit",
        "partner:effort": "Ein Partner will gefunden und gepflegt sein",
        "partner:control": "Ein Partner redet mit",
    },
    known="Ein üblicher Weg bei solchen Entscheidungen; andere können davon berichten",
    unread="Noch spricht keine Quelle dieses Entwurfs davon",
    check="Prüfen, ob das hier zutrifft: {claim}",
    past="Jemanden fragen, der diesen Weg ging, was er heute anders machen würde",
)
