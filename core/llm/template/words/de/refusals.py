"""Why something is not done, in German."""

from __future__ import annotations

from core.llm.template.words.refusals import Refusals

REFUSALS = Refusals(
    not_understood="das wurde nicht als Änderung verstanden, die ohne Modell möglich ist.",
    no_direction="{name} ist kein Ergebnis; nur Ergebnisse haben eine gewünschte Richtung.",
    one_end="eine neue Verbindung braucht beide Enden.",
    no_link="es gibt keine Verbindung von {src} zu {dst}.",
    link_unknown="in {said} wurde keine Verbindung des Graphen erkannt.",
    links_several="{said} kann {count} Verbindungen meinen; bitte beide Enden nennen.",
    no_effect="eine Verbindung von {src} zu {dst} sagt nichts über eine Wirkung.",
    no_option="es gibt keine Option {letter}.",
    unknown="im Graphen heißt nichts {said}.",
    several="{said} kann {names} meinen.",
    one_only="davon hat ein Graph schon eines; es lässt sich umbenennen.",
    risks_off="Risiken und Faktoren sind hier ausgeschaltet, deshalb fehlt {said}.",
    nameless="was neu sein soll, hat keinen Namen.",
    there_already="{name} gibt es schon.",
    unread="In {names} wurde nichts erkannt, was sagt, wie eine Option ein Ergebnis ohne Quelle bewegt.",
    refused="der Graph lässt das nicht zu ({why}).",
    last=" und ",
)
