"""Why something is not done, in French."""

from __future__ import annotations

from core.llm.template.words.refusals import Refusals

REFUSALS = Refusals(
    not_understood="cela n’a pas été compris comme une modification possible sans modèle.",
    no_direction="{name} n’est pas un résultat ; seuls les résultats ont une direction souhaitée.",
    one_end="un nouveau lien a besoin de ses deux extrémités.",
    no_link="il n’y a pas de lien de {src} vers {dst}.",
    link_unknown="aucun lien du graphe n’a été reconnu dans {said}.",
    links_several="{said} peut désigner {count} liens ; nommez ses deux extrémités.",
    no_effect="un lien de {src} vers {dst} ne dit rien d’un effet.",
    no_option="il n’y a pas d’option {letter}.",
    unknown="rien dans le graphe ne s’appelle {said}.",
    several="{said} peut désigner {names}.",
    one_only="un graphe n’en a qu’un, et il est déjà là ; il peut être renommé.",
    risks_off="les risques et les facteurs sont désactivés ici, {said} a donc été laissé de côté.",
    nameless="ce qui est à ajouter n’a pas de nom.",
    there_already="{name} existe déjà.",
    unread="Rien dans {names} ne semble dire comment une option agit sur un résultat sans source.",
    refused="le graphe ne le permet pas ({why}).",
    last=" et ",
)
