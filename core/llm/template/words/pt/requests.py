"""How Portuguese asks for a change of a graph."""

from __future__ import annotations

from core.llm.template.words.requests import Requests

REQUESTS = Requests(
    add=r"""
(?:adicion(?:e|a|ar)|acrescent(?:e|a|ar)|inclu(?:a|i|ir)|junt(?:e|a|ar)) (?P<x>.+)
falta (?P<x>.+)
""",
    drop=r"""
(?:remov(?:a|e|er)|retir(?:e|a|ar)|tir(?:e|a|ar)|elimin(?:e|a|ar)
|apag(?:ue|a|ar)|exclu(?:a|i|ir)) (?P<x>.+)
""",
    rename=r"(?:renome(?:ie|ia|ar)) (?P<x>.+?) (?:para|como) (?P<y>.+)",
    raises=r"(?P<x>.+?) (?:aumenta|sobe|melhora|eleva) (?P<y>.+)",
    lowers=r"(?P<x>.+?) (?:reduz|baixa|diminui|corta) (?P<y>.+)",
    unlinks=r"(?P<x>.+?) não (?:afeta|influencia|muda) (?P<y>.+)",
    higher=r"(?:mais|maior) é melhor para (?P<x>.+)",
    lower=r"(?:menos|menor) é melhor para (?P<x>.+)",
    evidence=r".*\b(?:use|usa|utilize|pesquisa|arquivo|ficheiro|relatório|dados)\b.*",
    kinds={
        "option": r"opç(?:ão|ões)|alternativas?",
        "outcome": r"resultados?|critérios?|efeitos?",
        "risk": r"riscos?",
        "factor": r"fator(?:es)?",
        "decision": r"decisão|pergunta",
        "goal": r"objetivo|meta",
    },
    articles="o a os as um uma ambos ambas de do da para",
    title=r"título",
    link=r"(?:a |o )?(?:ligação|vínculo)(?: (?:de|entre))?",
    parting=r",? e depois|,? depois|,? e|,",
    begins=r"adicion|acrescent|inclu|junt|remov|retir|tir|elimin|apag|exclu|renome|defin|mud|coloqu",
    listing=r",? e |,? ou |, ",
    belief=r"certeza|confiança|segur[oa]s?|cert[oa]s?|provável|probabilidade",
    weight=r"força|peso|fort(?:e|emente)|frac[oa]|fracamente|efeito",
    levels={
        "muito segur[oa]s?": 0.9,
        "bastante segur[oa]s?": 0.7,
        "pouco segur[oa]s?": 0.4,
        "muito forte": 0.9,
        "fortemente": 0.7,
    },
    fillers="por favor|e|depois|também",
    polite=r"por favor|obrigad[oa]",
)
