"""Why something is not done, in Italian."""

from __future__ import annotations

from core.llm.template.words.refusals import Refusals

REFUSALS = Refusals(
    not_understood="non è stato inteso come una modifica possibile senza un modello.",
    no_direction="{name} non è un risultato; solo i risultati hanno una direzione desiderata.",
    one_end="un nuovo collegamento ha bisogno di entrambi i suoi estremi.",
    no_link="non c’è alcun collegamento da {src} a {dst}.",
    link_unknown="in {said} non è stato riconosciuto alcun collegamento del grafo.",
    links_several="{said} può indicare {count} collegamenti; nomini entrambi gli estremi.",
    no_effect="un collegamento da {src} a {dst} non dice nulla di un effetto.",
    no_option="non c’è un’opzione {letter}.",
    unknown="niente nel grafo si chiama {said}.",
    several="{said} può indicare {names}.",
    one_only="un grafo ne ha già uno; gli si può cambiare nome.",
    risks_off="rischi e fattori qui sono disattivati, perciò {said} è stato tralasciato.",
    nameless="ciò che va aggiunto non ha un nome.",
    there_already="{name} c’è già.",
    unread="In {names} non si è trovato nulla che dica come un’opzione muove un risultato senza fonte.",
    refused="il grafo non lo permette ({why}).",
    last=" e ",
)
