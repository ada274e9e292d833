"""Ways forward that are usual in any decision, in French."""

from __future__ import annotations

from core.llm.template.words.ideas import Ideas

IDEAS = Ideas(
    labels={
        "pilot": "Essayer d'abord à petite échelle",
        "wait": "Attendre d'en savoir plus",
        "less": "Ne faire que le plus important",
        "partner": "Le faire avec un partenaire",
    },
    points={
        "less:cost": "Il y a moins à payer",
        "less:effort": "Il y a moins à faire et à entretenir",
        "less:benefit": "Ce qui est laissé de côté n'apporte rien",
        "less:fit": "Une partie des besoins reste sans réponse",
        "partner:cost": "Un partenaire prend en charge une partie des coûts",
        "partner:revenue": "Un partenaire amène ses propres clients",
        "partner:effort": "Un partenaire se cherche et s'entretient",
        "partner:control": "Un partenaire a son mot à dire",
    },
    known="Une voie habituelle pour une telle décision ; d'autres peuvent en parler",
    unread="Aucune source de ce projet n'en parle encore",
    check="Vérifier si c'est vrai ici : {claim}",
    past="Demander à qui l'a fait ce qu'il ferait autrement",
)
