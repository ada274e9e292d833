"""How German offers alternatives and builds phrases."""

from __future__ import annotations

from core.llm.template.words.language import Grammar

GRAMMAR = Grammar(
    verbs_last=True,
    we=r"(?:wir|ich|man|unser (?:team|unternehmen|verein)|die (?:firma|abteilung)|das (?:team|unternehmen))",
    or_=r"oder(?: aber| doch| eher| lieber| besser| vielleicht| sollen wir| sollten wir| ob wir)?|bzw\.",
    and_="und|sowie|&",
    versus=r"vs\.?|versus",
    either="entweder",
    between="zwischen",
    instead="statt|anstatt|anstelle von|und nicht",
    or_not="oder nicht|ja oder nein|oder lieber nicht|oder eher nicht",
    openers=r"""
(?:sollen|sollten|können|könnten|wollen|müssen|dürfen|sollte|soll|kann|muss|will) {we}
(?:soll|sollte|muss|kann) (?:der|die|das|unser|unsere) [\w-]+
ob {we}
(?:ist|wäre) es (?:besser|sinnvoller|klüger|günstiger|sinnvoll)(?: für uns)?,?
lohnt (?:es )?sich
(?:hilf|helft) uns(?: bitte)?(?: bei der| zu)? (?:entscheidung|wahl|auswahl|entscheiden)
(?:wir|ich) (?:müssen|muss|wollen|will|sollen|können) uns (?:bald )?entscheiden
(?:die|unsere) (?:frage|entscheidung|wahl)(?: ist| lautet)?
was (?:ist|wäre) besser
""",
    chained=r"""
ob {we}
ob
uns (?:für|zwischen)
für
entweder
lieber
besser
eher
doch
nun
also
:
""",
    statements=r"""
(?:wir|ich) (?:überlegen|überlege|erwägen|erwäge|denken darüber nach|schwanken|planen
|diskutieren)(?: gerade| aktuell| derzeit)?,?(?: ob {we})?
(?:wir|ich) (?:könnten|können|könnte|kann)(?: entweder)?
(?:die |unsere )?(?:optionen|möglichkeiten|alternativen|kandidaten)(?: sind| wären|:)
zur (?:auswahl|wahl|diskussion) (?:stehen|steht)
(?:vorschlag|idee|plan)(?: ist|:)
""",
    offered=r"""
(?:stehen|sind) (?:derzeit |noch )?(?:zur (?:wahl|auswahl|debatte)|im raum|auf dem tisch
|in der engeren wahl)
""",
    offers=r"""
alternativ(?: könnten wir| können wir)?
eine (?:weitere|andere|dritte) (?:option|möglichkeit|alternative)(?: ist| wäre|:)?,?(?: es)?
oder (?:wir|auch|doch)
oder
""",
    questions=r"""
wie
welche[rsnm]?
was
wo
wohin
wann
wer
womit
""",
    empty_questions=r"""
was (?:meint|denkt|haltet|sagt|tun|ist besser|wäre besser|machen|nun)
welche(?:s|r)? (?:ist|wäre) (?:besser|die bessere)
welche(?:s|r)? von (?:beiden|diesen)
wie (?:seht|sieht|steht|denkt)
wer (?:hat|weiß|kann)
wann (?:wir|das|es)
""",
    asides="weil, da, wobei, obwohl, wenn, falls, aber, denn, sodass, dass, damit, und, was",
    pronouns="es, eines, eins, sie, einen, eine",
    alone="beides, nichts, keines, abwarten",
    tails=r"""
,? um(?= [^,]{3,80} zu \w+)
, (?:ist|wäre|steht|bleibt)\b
,? damit
,? weil
,? obwohl
,? wenn
,? falls
,? denn
,? da (?:wir|unser|die|der|das)
, aber
, und (?:wenn|wie|warum|was)
\s[-–—]+\s
\s\(
,? bevor
, sodass
, was meint
, (?:wir|ich)
""",
    protected=r"""
mehr oder weniger
früher oder später
und/oder
so oder so
ein oder zwei
der eine oder andere
oder so
oder ähnlich\w*
""",
    option_marker=r"""
(?:option|alternative|variante|möglichkeit|plan|szenario|vorschlag|weg)\s*(?:\d{1,2}|[A-Fa-f])\s*(?:[:.)=-]
|–|—)\s*
""",
    option_headers=(
        "option, optionen, alternative, alternativen, variante, varianten, möglichkeiten, möglichkeit, "
        "kandidaten, auswahl, zur wahl, vorschläge, anbieter, ideen, wir könnten, in frage kommen, geprüft"
    ),
    criteria_headers=(
        "kriterien, kriterium, wichtig, prioritäten, anforderungen, ziele, worauf es ankommt, wir achten "
        "auf, muss-kriterien"
    ),
    other_headers=(
        "kontext, hintergrund, rahmenbedingungen, fakten, notizen, fragen, zeitplan, vorteile, nachteile, "
        "risiken, annahmen, daten, zahlen, details, problem, probleme, ausgangslage, agenda, budget, links, "
        "anhang, stand"
    ),
    aims=r"""
(?:unser|mein|das|oberstes|unser oberstes) (?:haupt)?ziel (?:ist|lautet|dabei ist)(?: es)?,?
(?:haupt)?ziel:
damit (?:wir|unser team|das team|die firma)
""",
    purposes=r"""
um (?=[^,.;]{3,80} zu \w+)
""",
    wishes=r"""
(?:wir|ich) (?:wollen|möchten|müssen|brauchen|will|möchte|muss|hoffen|planen)
""",
    no_aims=(
        "nicht, uns entscheiden, entscheiden, wissen, diskutieren, besprechen, hören, klären, abstimmen, "
        "wählen, auswählen, eine entscheidung, eure, euer, hilfe, sagen, sehen, zwischen, uns, treffen"
    ),
    criteria=r"""
(?:uns |mir )?(?:ist|sind) (?:uns |mir )?wichtig:?
wichtig(?: (?:ist|sind|wären)(?: uns| mir| für uns| dabei)*:?|:)
(?:unsere |die )?(?:kriterien|prioritäten|anforderungen)(?: sind|:)
wir (?:legen wert|achten|schauen)(?: vor allem| besonders)? auf
(?:uns geht es|es geht uns)(?: vor allem)? um
""",
    funds=r"(?:wir|ich) haben?(?: noch| nur| etwa| rund| bis zu| insgesamt){0,2}",
    budget="budget, kostenrahmen, etat, ausgeben, finanzrahmen, mittel",
    limits="höchstens, maximal, obergrenze, deckel, gedeckelt, nicht mehr als",
    unspent=r"""
haft\w+
bußgeld\w*
strafe\w*
umsatz\w*
umsätze\w*
erlös\w*
spar(?:en|t)
einspar\w+
börsenwert\w*
schulden\w*
""",
    raising=r"""
(?:\w+)?bewert(?:ung\w*|et)
wandeldarlehen\w*
verwässer\w+
""",
    date=r"""
(?:(?:\d{1,2}\. )?(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november
|dezember)(?: 20\d\d)?|q[1-4](?: 20\d\d)?|20\d\d|\d{1,2}\.\d{1,2}\.(?:20\d\d)?
|(?:nächste[nrs]? |diese[nrs]? )?(?:montag|dienstag|mittwoch|donnerstag|freitag|woche|monat|quartal|jahr
|frühjahr|sommer|herbst|winter)|jahresende|quartalsende|monatsende|weihnachten|sommerferien|ostern)
""",
    span=r"""
(?:\d{1,3}|ein(?:es|em|er)?|zwei|drei|vier|sechs|acht|neun|zehn|zwölf) (?:tagen?|wochen?|monat(?:en?|s)?
|quartalen?|jahr(?:en?|es)?)
""",
    deadline=r"""
bis (?:zum |zur )?(?:ende |anfang |mitte )?(?:des |der )?{date}
vor (?:dem |der |den )?(?:ende |anfang )?(?:des |der )?{date}
innerhalb von {span}
in den nächsten {span}
binnen {span}
""",
    leading=r"""
wir
ich
man
lieber
besser
eher
doch
einfach
vielleicht
auch
dann
also
entweder
oder
und
uns für
uns
ob
für
sollten wir
sollen wir
die frage
""",
    trailing=r"""
sollen
sollten
sollte
soll
können
könnten
wollen
müssen
entscheiden
wählen
auswählen
bitte
danke
vielen dank
usw
etc
was meint ihr
oder nicht
lieber
nun
und
oder
eher
""",
    determiners=(
        "ein, eine, einen, einem, einer, eines, der, die, das, den, dem, des, unser, unsere, unseren, "
        "unserem, unserer, mein, meine, mehr, kein, keine, keinen, beide"
    ),
    prepositions=(
        "in, im, ins, nach, zu, zum, zur, auf, für, mit, ohne, bei, beim, von, vom, aus, um, bis, ab, über, "
        "unter, vor, an, am, per, durch, gegen, seit, während, als, statt, zwischen"
    ),
    tail_words="für, in, im, bei, beim, auf, ab, während, zum, zur, an, am, bis",
    modals="muss, müssen, soll, sollen, sollte, sollten, will, wollen, kann",
    topic_words="für",
    times=(
        "jetzt, sofort, heute, morgen, später, bald, nächstes, nächsten, nächste, dieses, diesen, selbst, "
        "intern"
    ),
    numbers=(
        "zwei, drei, vier, fünf, sechs, sieben, acht, neun, zehn, elf, zwölf, zwanzig, fünfzig, hundert, "
        "mehrere, einige"
    ),
    verb_endings=r"(?:en|ern|eln|tun|sein)$",
    no_verbs=(
        "einen, den, unseren, neuen, sieben, morgen, neben, wegen, zwischen, außen, innen, eigenen, "
        "internen, externen, beiden, gegen, zusammen, unten, oben, hinten, festen, freien, großen, kleinen, "
        "anderen, weiteren"
    ),
    intransitive=(
        "warten, abwarten, bleiben, gehen, wachsen, umziehen, verzichten, aufhören, weitermachen, kündigen"
    ),
    away=r"von ([^,]{2,40}?) (?:zu|auf|nach|zur|zum)\b",
    cleared=r"zu (?=\w+en$)",
    particles=(
        "ein, aus, an, ab, auf, um, vor, zu, weiter, bei, mit, nach, her, hin, los, zurück, zusammen, fest, "
        "über"
    ),
)
