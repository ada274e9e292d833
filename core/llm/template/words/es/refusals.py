"""Why something is not done, in Spanish."""

from __future__ import annotations

from core.llm.template.words.refusals import Refusals

REFUSALS = Refusals(
    not_understood="no se entendió como un cambio que se pueda hacer sin un modelo.",
    no_direction="{name} no es un resultado; solo los resultados tienen una dirección deseada.",
    one_end="un enlace nuevo necesita sus dos extremos.",
    no_link="no hay ningún enlace de {src} a {dst}.",
    link_unknown="no se reconoció ningún enlace del grafo en {said}.",
    links_several="{said} puede referirse a {count} enlaces; nombre sus dos extremos.",
    no_effect="un enlace de {src} a {dst} no dice nada de un efecto.",
    no_option="no hay ninguna opción {letter}.",
    unknown="nada en el grafo se llama {said}.",
    several="{said} puede referirse a {names}.",
    one_only="un grafo ya tiene uno; se le puede cambiar el nombre.",
    risks_off="los riesgos y los factores están desactivados aquí, por eso se dejó fuera {said}.",
    nameless="lo que se ha de añadir no tiene nombre.",
    there_already="{name} ya está en el grafo.",
    unread="No se reconoció nada en {names} que diga cómo una opción mueve un resultado sin fuente.",
    refused="el grafo no lo permite ({why}).",
    last=" y ",
)
