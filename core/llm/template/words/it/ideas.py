"""Ways forward that are usual in any decision, in Italian."""

from __future__ import annotations

from core.llm.template.words.ideas import Ideas

IDEAS = Ideas(
    labels={
        "pilot": "Provare prima in piccolo",
        "wait": "Aspettare di saperne di più",
        "less": "Fare solo la parte più importante",
        "partner": "Farlo insieme a un partner",
    },
    points={
        "less:cost": "C'è meno da pagare",
        "less:effort": "C'è meno da fare e da mantenere",
        "less:benefit": "Ciò che si lascia fuori non porta nulla",
        "less:fit": "Una parte delle esigenze resta scoperta",
        "partner:cost": "Un partner sostiene una parte dei costi",
        "partner:revenue": "Un partner porta clienti propri",
        "partner:effort": "Un partner va trovato e seguito",
        "partner:control": "Un partner ha voce in capitolo",
    },
    known="È una via abituale in decisioni simili; altri possono raccontarla",
    unread="Nessuna fonte di questa bozza ne parla ancora",
    check="Verificare se vale anche qui: {claim}",
    past="Chiedere a chi l'ha fatto che cosa farebbe diversamente",
)
