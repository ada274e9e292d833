"""French, as the template provider knows it."""

from __future__ import annotations

from core.llm.template.words.fr.grammar import GRAMMAR
from core.llm.template.words.fr.kinds import ARCHETYPES, TRAITS
from core.llm.template.words.fr.outcomes import OUTCOMES
from core.llm.template.words.fr.phrases import HUNCHES, PHRASES
from core.llm.template.words.language import Cues, Language

CUES = Cues(
    up=(
        "augmente, augmentent, augmenter, plus, hausse, accroît, supplémentaire, supplémentaires, élevé, "
        "élevée, double, davantage, croissance, grand, monte, ajoute"
    ),
    down=(
        "réduit, réduisent, réduire, moins, baisse, diminue, diminuer, faible, bas, basse, évite, éviter, "
        "économise, perd, perte, supprime, moitié"
    ),
    good="mieux, meilleur, meilleure, améliore, améliorer, bon, bonne, excellent, fort, facilite, aide",
    bad=(
        "pire, mauvais, mauvaise, faible, nuit, souffre, problème, problèmes, difficile, échoue, échec, "
        "dégrade, menace"
    ),
    negation="ne, pas, n'est, aucun, aucune, jamais, sans, ni, guère, rien, personne",
    hedge=(
        "peut-être, pourrait, pourraient, probablement, environ, sans doute, estime, estimé, semble, espère, "
        "croit, si"
    ),
    strong="beaucoup, nettement, fortement, double, très, largement, bien, considérablement, non seulement",
    weak="légèrement, un peu, faiblement, à peine",
    contrast="mais, cependant, tandis, alors, toutefois, bien que, et, car, parce, puisque, qui",
    than="que, par rapport à, contre",
    rate="par, chaque, horaire, journalier, mensuel, mensuelle, annuel, annuelle, taux",
    levels=(
        "bas, basse, faible, non, aucun",
        "moyen, moyenne, partiel, correct",
        ("élevé, élevée, haut, oui, bon, fort, excellent"),
    ),
    burdens=(
        "latence, retard, risque, effort, coût, prix, complexité, erreurs, pannes, attente, dépendance, "
        "stress, dette, loyer, bruit, déchets, émissions, plaintes, distance, délai, charge, trajet"
    ),
    opposites="vitesse, rapidité, latence, temps de réponse, stress, fidélité, économies",
    durations=("jour, jours", "semaine, semaines", "mois", "an, ans, année, années"),
    numerals="un, deux, trois, quatre, cinq, six, sept, huit, neuf, dix, onze, douze",
)

LANGUAGE = Language(
    code="fr",
    generic_words=(
        "utiliser, faire, prendre, nouveau, nouvelle, an, mois, semaine, jour, rester, garder, plus, moins, "
        "équipe, entreprise, système, projet, option, maintenant, changer, passer, appel, choisir, "
        "continuer, actuel, actuelle, rien, deux, trois, quatre, cinq, six, d'abord"
    ),
    suffixes=(
        "ements",
        "ement",
        "ations",
        "ation",
        "aient",
        "ées",
        "ent",
        "ons",
        "ez",
        "és",
        "ée",
        "er",
        ("es"),
        ("é"),
        ("e"),
        ("s"),
    ),
    grammar=GRAMMAR,
    cues=CUES,
    archetypes=ARCHETYPES,
    outcomes=OUTCOMES,
    traits=TRAITS,
    phrases=PHRASES,
    hunches=HUNCHES,
    outcome_labels={
        "launch_timing:time": "Délai jusqu'au lancement",
        "build_or_buy:time": "Délai de mise en service",
        "vendor:time": "Délai de mise en service",
        "technical_debt:effort": "Effort",
        "expansion:effort": "Effort d'exploitation",
        "expansion:cost": "Coût initial",
    },
)
