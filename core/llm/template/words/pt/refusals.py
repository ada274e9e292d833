"""Why something is not done, in Portuguese."""

from __future__ import annotations

from core.llm.template.words.refusals import Refusals

REFUSALS = Refusals(
    not_understood="isto não foi entendido como uma alteração possível sem um modelo.",
    no_direction="{name} não é um resultado; só os resultados têm uma direção desejada.",
    one_end="uma nova ligação precisa das suas duas pontas.",
    no_link="não há nenhuma ligação de {src} para {dst}.",
    link_unknown="nenhuma ligação do grafo foi reconhecida em {said}.",
    links_several="{said} pode referir-se a {count} ligações; indique as duas pontas.",
    no_effect="uma ligação de {src} para {dst} nada diz sobre um efeito.",
    no_option="não há nenhuma opção {letter}.",
    unknown="nada no grafo se chama {said}.",
    several="{said} pode referir-se a {names}.",
    one_only="um grafo já tem um; pode mudar-lhe o nome.",
    risks_off="os riscos e os fatores estão desligados aqui, por isso {said} ficou de fora.",
    nameless="o que se quer acrescentar não tem nome.",
    there_already="{name} já existe.",
    unread="Nada em {names} foi reconhecido como dizendo de que modo uma opção move um resultado sem fonte.",
    refused="o grafo não o permite ({why}).",
    last=" e ",
)
