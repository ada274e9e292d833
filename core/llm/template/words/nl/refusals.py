"""Why something is not done, in Dutch."""

from __future__ import annotations

from core.llm.template.words.refusals import Refusals

REFUSALS = Refusals(
    not_understood="dit werd niet begrepen als een wijziging die zonder model kan.",
    no_direction="{name} is geen uitkomst; alleen uitkomsten hebben een gewenste richting.",
    one_end="een nieuwe verbinding heeft beide uiteinden nodig.",
    no_link="er is geen verbinding van {src} naar {dst}.",
    link_unknown="in {said} werd geen verbinding van de graaf herkend.",
    links_several="{said} kan {count} verbindingen betekenen; noem beide uiteinden.",
    no_effect="een verbinding van {src} naar {dst} zegt niets over een effect.",
    no_option="er is geen optie {letter}.",
    unknown="niets in de graaf heet {said}.",
    several="{said} kan {names} betekenen.",
    one_only="daarvan heeft een graaf er al een; die kan een andere naam krijgen.",
    risks_off="risico’s en factoren staan hier uit, daarom is {said} weggelaten.",
    nameless="wat erbij moet komen, heeft geen naam.",
    there_already="{name} is er al.",
    unread="In {names} werd niets herkend dat zegt hoe een optie een uitkomst zonder bron beweegt.",
    refused="de graaf laat dat niet toe ({why}).",
    last=" en ",
)
