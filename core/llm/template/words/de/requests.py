"""How German asks for a change of a graph."""

from __future__ import annotations

from core.llm.template.words.requests import Requests

REQUESTS = Requests(
    add=r"""
(?:füge|fügt|nimm|nehmt) (?P<x>.+?) (?:hinzu|dazu|auf|mit auf)
(?:ergänze|ergänzt) (?P<x>.+)
(?P<x>.+?) (?:hinzufügen|ergänzen|aufnehmen)
es fehlt(?: noch)? (?P<x>.+)
""",
    drop=r"""
(?:streiche?|entferne?|lösche?)(?:n sie)?(?: bitte)? (?P<x>.+)
(?:nimm|wirf|lass(?:en sie)?|nehmen sie|werfen sie) (?P<x>.+?) (?:raus|heraus|weg|hinaus)
(?P<x>.+?) (?:streichen|entfernen|löschen|weglassen|rausnehmen|herausnehmen|fällt weg)
""",
    rename=r"""
benenne? (?P<x>.+?) (?:in|zu) (?P<y>.+?) um
nenne? (?P<x>.+?) (?P<y>["„“].+)
(?P<x>.+?) (?:in|zu) (?P<y>.+?) umbenennen
""",
    raises=r"(?P<x>.+?) (?:erhöht|steigert|verbessert|vergrößert|hebt) (?P<y>.+)",
    lowers=r"(?P<x>.+?) (?:senkt|verringert|reduziert|vermindert|verkürzt|schadet) (?P<y>.+)",
    unlinks=r"(?P<x>.+?) (?:beeinflusst|ändert) (?P<y>.+?) nicht",
    higher=r"""
(?:mehr|höher) ist besser (?:für|bei) (?P<x>.+)
(?:für|bei) (?P<x>.+?) ist (?:mehr|höher) besser
mehr (?P<x>.+?) ist besser
""",
    lower=r"""
(?:weniger|niedriger) ist besser (?:für|bei) (?P<x>.+)
(?:für|bei) (?P<x>.+?) ist (?:weniger|niedriger) besser
weniger (?P<x>.+?) ist besser
""",
    evidence=r".*\b(?:nutze|nimm|verwende|beleg|umfrage|datei|tabelle|anhang|bericht)\b.*",
    kinds={
        "option": r"option(?:en)?|alternativen?|möglichkeit(?:en)?",
        "outcome": r"ergebnis(?:se)?|kriteri(?:um|en)|wirkung(?:en)?",
        "risk": r"risik(?:o|en)",
        "factor": r"faktor(?:en)?",
        "decision": r"entscheidung|frage",
        "goal": r"ziel",
    },
    articles="der die das den dem des ein eine einen einer beide beiden unsere unser von für",
    title=r"titel|überschrift",
    link=r"(?:die |den )?(?:verbindung|pfeil|kante)(?: (?:von|zwischen))?",
    parting=r",? und dann|,? und|,? dann|,? außerdem|,",
    begins=r"füge|fügt|ergänze|nimm|streiche?|entferne?|lösche?|wirf|lass|benenne?|nenne?|setze?|ändere?",
    listing=r",? und |,? oder |, ",
    belief=r"wie sicher|sicher(?:heit)?|gewissheit|überzeugung|wahrscheinlich(?:keit)?",
    weight=r"wie stark|stärke|stark|schwach|gewicht|wirkung",
    levels={
        "sehr sicher": 0.9,
        "ziemlich sicher": 0.7,
        "unsicher": 0.4,
        "sehr stark": 0.9,
        "stark": 0.7,
        "schwach": 0.2,
    },
    fillers="bitte|und|dann|noch|auch|jetzt|außerdem",
    polite=r"bitte|danke",
)
