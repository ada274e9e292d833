"""How French asks for a change of a graph."""

from __future__ import annotations

from core.llm.template.words.requests import Requests

REQUESTS = Requests(
    add=r"""
(?:ajoute[zr]?|ajouter|inclu(?:s|ez|re)) (?P<x>.+)
il manque (?P<x>.+)
""",
    drop=r"(?:supprime[zr]?|supprimer|retire[zr]?|retirer|enlève|enlevez|enlever|élimine[zr]?) (?P<x>.+)",
    rename=r"(?:renomme[zr]?|renommer) (?P<x>.+?) en (?P<y>.+)",
    raises=r"(?P<x>.+?) (?:augmente|améliore|accroît|élève) (?P<y>.+)",
    lowers=r"(?P<x>.+?) (?:réduit|diminue|baisse|abaisse) (?P<y>.+)",
    unlinks=r"(?P<x>.+?) n['’](?:affecte|influence) pas (?P<y>.+)",
    higher=r"(?:plus|davantage) (?:est|c'est) (?:mieux|meilleur) pour (?P<x>.+)",
    lower=r"(?:moins|plus bas) (?:est|c'est) (?:mieux|meilleur) pour (?P<x>.+)",
    evidence=r".*\b(?:utilise[zr]?|fichier|enquête|sondage|rapport|données)\b.*",
    kinds={
        "option": r"options?|alternatives?|possibilités?",
        "outcome": r"résultats?|critères?|effets?",
        "risk": r"risques?",
        "factor": r"facteurs?",
        "decision": r"décision|question",
        "goal": r"but|objectif",
    },
    articles="le la les l' l’ un une des du de d' d’ notre nos pour",
    title=r"titre",
    link=r"(?:le )?lien(?: (?:de|entre))?",
    parting=r",? et puis|,? puis|,? et|,",
    begins=r"ajoute[zr]?|inclu|supprime[zr]?|retire[zr]?|enlève|enlevez|enlever|élimine[zr]?|renomme[zr]?|mets|mettez|change[zr]?",
    listing=r",? et |,? ou |, ",
    belief=r"certitude|confiance|sûrs?|certains?|probable|probabilité",
    weight=r"force|poids|fort(?:ement)?|faible(?:ment)?|effet",
    levels={
        "très sûrs?": 0.9,
        "assez sûrs?": 0.7,
        "pas sûrs?": 0.4,
        "très fort": 0.9,
        "fortement": 0.7,
        "faiblement": 0.2,
    },
    fillers="s'il vous plaît|s'il te plaît|et|puis|aussi",
    polite=r"s'il (?:vous|te) plaît|merci",
)
