"""The language of a text, told by its function words."""

from __future__ import annotations

import re
from collections import Counter

from core.llm.template.words import CODES, FALLBACK

_READ = 1_500  # characters of a text that are enough to tell
_KANA_SHARE = 12  # at most so many characters for each kana in a Japanese text
_MAX_COUNT = 5  # so that no single word decides
_WORD = re.compile(r"[^\W\d_]+")
_KANA = re.compile(r"[぀-ヿ]")
_SIGNS = {"ß": "de", "¿": "es", "¡": "es", "ñ": "es", "ã": "pt", "õ": "pt", "œ": "fr", "ê": "fr", "ij": "nl"}

_ENDINGS = {
    "iamo": "it",
    "zione": "it",
    "iare": "it",
    "arne": "it",
    "irne": "it",
    "ción": "es",
    "ciones": "es",
    "ção": "pt",
    "ções": "pt",
    "heid": "nl",
}
_ENDING_LENGTHS = sorted({len(ending) for ending in _ENDINGS})
_TOPICAL_WEIGHT = 0.5  # against a function word

_FUNCTION_WORDS = {
    "en": (
        "the a an and or of to in is are we our should for with it this that be on at by from do does have "
        "has will would can could not but if they their what which how us whether i you was were as so than "
        "then there been who when where why about into my need just versus between"
    ),
    "de": (
        "der die das und oder ob wir unser unsere unserer unseren sollen sollten soll sollte ist sind ein "
        "eine einen einer eines einem nicht mit für auf von zu zum zur im in den dem des als auch an aus bei "
        "bis nach wie was welche welches welcher welchen um über haben hat werden wird kann können müssen "
        "dass aber es ich sie uns zwischen statt lieber bzw"
    ),
    "fr": (
        "le la les des du de un une et ou nous notre nos est sont pour avec dans sur par au aux ce cette ces "
        "que qui quel quelle quels quelles ne pas plus doit devons devrions faut il elle on en se son sa ses "
        "leur entre comment mais si afin plutôt faire être avoir c'est d'un faudrait"
    ),
    "es": (
        "el la los las un una de del y o u que en por para con nuestro nuestra nuestros debemos deberíamos "
        "debería es son al se su sus lo como más pero si no qué cuál entre este esta hay ser estar tenemos "
        "queremos vamos conviene sin mejor"
    ),
    "it": (
        "il lo la i gli le un uno una di del della dei delle e o che in per con nostro nostra nostri "
        "dobbiamo dovremmo è sono al alla se si non più ma come quale quali tra fra questo questa ci da dal "
        "sul nel nella oppure conviene meglio abbiamo vogliamo"
    ),
    "pt": (
        "o a os as um uma de do da dos das e ou que em no na nos nas por para com nosso nossa nossos devemos "
        "deveríamos é são ao à se seu sua não mais mas como qual quais entre este esta isso pelo pela ser "
        "estar temos queremos vamos deve melhor"
    ),
    "nl": (
        "de het een en of wij we ons onze moeten moet zullen zou is zijn voor met op van te in aan bij naar "
        "dat die dit deze niet maar als ook uit om over wat welke hoe tussen kunnen kan hebben heeft worden "
        "wordt er beter er wel nog liever"
    ),
    "ja": "",
}
_TOPICAL_WORDS = {
    "en": (
        "decision cost costs price prices customers hire buy migrate raise office vendor switch build launch "
        "open team january february march april may june july august september october november december now "
        "wait"
    ),
    "de": (
        "entscheidung kosten preise kunden mitarbeiter einstellen kaufen umsteigen einführen erhöhen büro "
        "anbieter wechseln bauen team januar februar märz mai juni juli august september oktober november "
        "dezember jetzt warten"
    ),
    "fr": (
        "décision coût coûts prix clients embaucher acheter migrer augmenter bureau fournisseur équipe "
        "recruter choisir ouvrir lancer janvier février mars avril mai juin juillet août septembre octobre "
        "novembre décembre maintenant attendre"
    ),
    "es": (
        "decisión coste costes costo precio precios clientes contratar comprar migrar subir oficina "
        "proveedor equipo elegir abrir lanzar enero febrero marzo abril mayo junio julio agosto septiembre "
        "octubre noviembre diciembre ahora esperar hasta"
    ),
    "it": (
        "decisione costo costi prezzo prezzi clienti assumere comprare migrare aumentare ufficio fornitore "
        "squadra scegliere aprire lanciare gennaio febbraio marzo aprile maggio giugno luglio agosto "
        "settembre ottobre novembre dicembre subito aspettare"
    ),
    "pt": (
        "decisão custo custos preço preços clientes contratar comprar migrar aumentar escritório fornecedor "
        "equipe equipa escolher abrir lançar janeiro fevereiro março abril maio junho julho agosto setembro "
        "outubro novembro dezembro agora já até esperar"
    ),
    "nl": (
        "beslissing kosten prijs prijzen klanten aannemen kopen overstappen verhogen kantoor leverancier "
        "team kiezen openen lanceren januari februari maart april mei juni juli augustus september oktober "
        "november december nu wachten"
    ),
}
_SETS = {code: frozenset(words.split()) for code, words in _FUNCTION_WORDS.items()}


def _weights() -> dict[str, list[tuple[str, float]]]:
    """What each word speaks for, and how strongly: one that several languages share speaks less for each."""
    shared = Counter(word for words in _SETS.values() for word in words)
    weights: dict[str, list[tuple[str, float]]] = {}
    for code in CODES:
        for word in _SETS[code]:
            weights.setdefault(word, []).append((code, 1.0 / shared[word]))
        for word in _TOPICAL_WORDS.get(code, "").split():
            weights.setdefault(word, []).append((code, _TOPICAL_WEIGHT))
    return weights


_WEIGHTS = _weights()


def function_words(code: str) -> frozenset[str]:
    """The words of a language that tell nothing of a text's subject."""
    return _SETS[code]


def detect(text: str, fallback: str = FALLBACK, *, lead: float = 0.0) -> str:
    """The code of the language whose words the text has most of; `fallback`, any code, where none is found.

    `lead` are the points that another language must have ahead of the fallback: a table has few words.
    """
    text = text[:_READ]
    kana = len(_KANA.findall(text))
    if kana * _KANA_SHARE > len(text):
        return "ja"
    scores = dict.fromkeys(CODES, 0.0)
    for word, count in Counter(_WORD.findall(text.casefold())).items():
        for code, weight in _WEIGHTS.get(word, ()):
            scores[code] += weight * min(count, _MAX_COUNT)
        for length in _ENDING_LENGTHS:
            if word[-length:] in _ENDINGS:
                scores[_ENDINGS[word[-length:]]] += _TOPICAL_WEIGHT
    for sign, code in _SIGNS.items():
        scores[code] += sign in text
    if fallback in scores:
        scores[fallback] += lead
    best = max(CODES, key=scores.__getitem__)
    return best if scores[best] > 0 else fallback
