"""How Dutch asks for a change of a graph."""

from __future__ import annotations

from core.llm.template.words.requests import Requests

REQUESTS = Requests(
    add=r"""
voeg (?P<x>.+?) toe
neem (?P<x>.+?) op
(?P<x>.+?) (?:toevoegen|opnemen)
""",
    drop=r"""
(?:verwijder|schrap|wis) (?P<x>.+)
(?:haal|laat) (?P<x>.+?) (?:weg|eruit|vallen)
(?P<x>.+?) (?:verwijderen|schrappen|weglaten)
""",
    rename=r"""
hernoem (?P<x>.+?) (?:naar|tot|in) (?P<y>.+)
(?P<x>.+?) (?:naar|in) (?P<y>.+?) hernoemen
noem (?P<x>.+?) (?P<y>["“'].+)
""",
    raises=r"(?P<x>.+?) (?:verhoogt|vergroot|verbetert|doet stijgen) (?P<y>.+)",
    lowers=r"(?P<x>.+?) (?:verlaagt|vermindert|verkleint|drukt) (?P<y>.+)",
    unlinks=r"(?P<x>.+?) (?:beïnvloedt|verandert) (?P<y>.+?) niet",
    higher=r"(?:meer|hoger) is beter voor (?P<x>.+)",
    lower=r"(?:minder|lager) is beter voor (?P<x>.+)",
    evidence=r".*\b(?:gebruik|enquête|bestand|rapport|gegevens|bijlage)\b.*",
    kinds={
        "option": r"opties?|alternatie(?:f|ven)|keuzes?",
        "outcome": r"uitkomst(?:en)?|criteri(?:um|a)|resulta(?:at|ten)",
        "risk": r"risico['’]?s?",
        "factor": r"factor(?:en)?",
        "decision": r"beslissing|vraag",
        "goal": r"doel",
    },
    articles="de het een beide onze ons van voor",
    title=r"titel",
    link=r"(?:de )?(?:verbinding|pijl)(?: (?:van|tussen))?",
    parting=r",? en dan|,? dan|,? en|,",
    begins=r"voeg|neem|verwijder|schrap|wis|haal|laat|hernoem|noem|zet|wijzig",
    listing=r",? en |,? of |, ",
    belief=r"hoe zeker|zekerheid|zeker|vertrouwen|waarschijnlijk(?:heid)?",
    weight=r"hoe sterk|sterkte|sterk|zwak|gewicht|effect",
    levels={
        "heel zeker": 0.9,
        "zeer zeker": 0.9,
        "vrij zeker": 0.7,
        "onzeker": 0.4,
        "heel sterk": 0.9,
        "sterk": 0.7,
    },
    fillers="graag|alstublieft|en|dan|ook",
    polite=r"graag|alsjeblieft|alstublieft|bedankt",
)
