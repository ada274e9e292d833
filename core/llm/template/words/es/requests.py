"""How Spanish asks for a change of a graph."""

from __future__ import annotations

from core.llm.template.words.requests import Requests

REQUESTS = Requests(
    add=r"""
(?:añad(?:e|a|ir)|agreg(?:a|ue|ar)|incluy(?:e|a)|incluir) (?P<x>.+)
falta (?P<x>.+)
""",
    drop=r"""
(?:elimin(?:a|e|ar)|quit(?:a|e|ar)|borr(?:a|e|ar)|descart(?:a|e|ar)|suprim(?:e|a|ir)
|sac(?:a|ar)|saque) (?P<x>.+)
""",
    rename=r"(?:renombr(?:a|e|ar)) (?P<x>(?:la )?opción [A-F]|.+?) (?:a|como|por) (?P<y>.+)",
    raises=r"(?P<x>.+?) (?:aumenta|sube|mejora|eleva|incrementa) (?P<y>.+)",
    lowers=r"(?P<x>.+?) (?:reduce|baja|disminuye|rebaja) (?P<y>.+)",
    unlinks=r"(?P<x>.+?) no (?:afecta|influye)(?: a| en)? (?P<y>.+)",
    higher=r"(?:más|mayor) es mejor para (?P<x>.+)",
    lower=r"(?:menos|menor) es mejor para (?P<x>.+)",
    evidence=r".*\b(?:usa|utiliza|encuesta|archivo|informe|datos)\b.*",
    kinds={
        "option": r"opci(?:ón|ones)|alternativas?",
        "outcome": r"resultados?|criterios?|efectos?",
        "risk": r"riesgos?",
        "factor": r"factor(?:es)?",
        "decision": r"decisión|pregunta",
        "goal": r"objetivo|meta",
    },
    articles="el la los las un una ambos ambas de del nuestro nuestra para",
    title=r"título",
    link=r"(?:el )?(?:enlace|vínculo)(?: (?:de|entre))?",
    parting=r",? y luego|,? luego|,? y|,",
    begins=r"añad|agreg|incluy|incluir|elimin|quit|borr|descart|suprim|saca|saque|renombr|pon|cambi",
    listing=r",? [ye] |,? [ou] |, ",
    belief=r"certeza|confianza|segur[oa]s?|probable|probabilidad",
    weight=r"fuerza|peso|fuerte(?:mente)?|débil(?:mente)?|efecto",
    levels={
        "muy segur[oa]s?": 0.9,
        "bastante segur[oa]s?": 0.7,
        "poco segur[oa]s?": 0.4,
        "muy fuerte": 0.9,
        "fuertemente": 0.7,
    },
    fillers="por favor|y|luego|también",
    polite=r"por favor|gracias",
)
