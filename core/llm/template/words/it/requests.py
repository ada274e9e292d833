"""How Italian asks for a change of a graph."""

from __future__ import annotations

from core.llm.template.words.requests import Requests

REQUESTS = Requests(
    add=r"""
(?:aggiung(?:i|ere|ete)|includ(?:i|ere|ete)|inserisc(?:i|ete)|inserire) (?P<x>.+)
manca (?P<x>.+)
""",
    drop=r"""
(?:togli(?:ere|ete)?|tolga|rimuov(?:i|a|ere|ete)|elimin(?:a|i|are|ate)
|cancell(?:a|i|are|ate)|scart(?:a|i|are|ate)) (?P<x>.+)
""",
    rename=r"(?:rinomina(?:re|te)?) (?P<x>.+?) (?:in|come) (?P<y>.+)",
    raises=r"(?P<x>.+?) (?:aumenta|alza|migliora|accresce|incrementa) (?P<y>.+)",
    lowers=r"(?P<x>.+?) (?:riduce|abbassa|diminuisce|taglia) (?P<y>.+)",
    unlinks=r"(?P<x>.+?) non (?:influisce su|influenza|cambia) (?P<y>.+)",
    higher=r"(?:più|di più) è meglio per (?P<x>.+)",
    lower=r"(?:meno|di meno) è meglio per (?P<x>.+)",
    evidence=r".*\b(?:usa|utilizza|sondaggio|file|rapporto|dati)\b.*",
    kinds={
        "option": r"opzion[ei]|alternativ[ae]",
        "outcome": r"risultat[oi]|criteri[oi]?|effett[oi]",
        "risk": r"risch[io]+",
        "factor": r"fattor[ei]",
        "decision": r"decisione|domanda",
        "goal": r"obiettivo|scopo",
    },
    articles="il lo la i gli le un uno una entrambi entrambe l' l’ un' un’ dell' dell’ di del della per",
    title=r"titolo",
    link=r"(?:il )?(?:collegamento|legame)(?: (?:da|tra|fra))?",
    parting=r",? e poi|,? poi|,? e|,",
    begins=r"aggiung|includ|inseris|togli|tolga|rimuov|elimin|cancell|scart|rinomina|imposta|cambia|metti",
    listing=r",? ed? |,? od? |, ",
    belief=r"certezza|fiducia|sicur[oi]|cert[oi]|probabil[ei]|probabilità",
    weight=r"forza|peso|fort[ei]|fortemente|debol[ei]|debolmente|effetto",
    levels={
        "molto sicur[oi]": 0.9,
        "abbastanza sicur[oi]": 0.7,
        "poco sicur[oi]": 0.4,
        "molto forte": 0.9,
        "fortemente": 0.7,
    },
    fillers="per favore|e|poi|anche",
    polite=r"per favore|per piacere|grazie",
)
