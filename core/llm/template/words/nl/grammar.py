"""How Dutch offers alternatives and builds phrases."""

from __future__ import annotations

from core.llm.template.words.language import Grammar

GRAMMAR = Grammar(
    verbs_last=True,
    we=r"(?:we|wij|ik|jullie|ons (?:team|bedrijf)|het (?:team|bedrijf)|de (?:afdeling|vereniging))",
    or_=r"of(?: toch| liever| beter| misschien| moeten we| zullen we| anders| dat we)?",
    and_="en|evenals|&",
    versus=r"vs\.?|versus|tegenover",
    either="ofwel",
    between="tussen",
    instead="in plaats van|liever dan",
    or_not="of niet|ja of nee|of toch niet",
    openers=r"""
(?:we|wij|ik) (?:moeten|moet|willen|wil) (?:beslissen|kiezen)(?: of we)?
(?:moeten|zullen|zouden|kunnen|willen|gaan) {we}(?: beter| nu)?
(?:moet|zou|kan|zal) {we}
of (?:we|wij|ik)
(?:is|zou) het (?:beter|verstandiger|slimmer|goedkoper|zinvol)(?: zijn)?(?: om)?
(?:help ons|help me)(?: met)? (?:kiezen|beslissen|de keuze)
(?:twijfelen|twijfel|kiezen|beslissen)
de (?:vraag|keuze|beslissing) is
wat is beter
""",
    chained=r"""
of (?:we|wij)
om
ofwel
beter
liever
dus
:
""",
    statements=r"""
(?:we|wij|ik) (?:overwegen|overweeg|denken erover|denk erover|bekijken|plannen)(?: om| momenteel)?,?(?: om)?
(?:we|wij|ik) (?:kunnen|zouden|zou|kan)(?: ofwel)?
(?:de |onze )?(?:opties|mogelijkheden|alternatieven|kandidaten)(?: zijn|:)
(?:voorstel|idee|plan)(?: is|:)(?: om)?
""",
    offered=r"(?:liggen|zijn) (?:op tafel|in de race)",
    offers=r"""
(?:een alternatief is|alternatief|anders),?(?: om| kunnen we)?
een (?:andere|derde) (?:optie|mogelijkheid)(?: is| zou zijn|:)(?: om)?
of (?:we kunnen|gewoon)
of
""",
    questions=r"""
hoe
welke?
wat
waar
wanneer
wie
met wie
""",
    empty_questions=r"""
wat (?:vinden|denken|vind|doen|is beter|zouden|raden)
welke? (?:is|zou) (?:beter|de beste)
hoe (?:zien|zie|denken)
wie (?:weet|heeft|kan)
""",
    asides="omdat, want, maar, hoewel, als, wanneer, zodat, dat, die, aangezien, en",
    pronouns="een, eentje, het, die",
    alone="beide, niets, wachten",
    tails=r"""
,? om(?= [^,]{3,80} te \w+)
,? zodat
,? omdat
, want
,? aangezien
,? gezien
, maar
,? hoewel
,? als (?:we|het|de)
\s[-–—]+\s
\s\(
, en (?:hoe|waarom|als)
,? voordat
, wat (?:vinden|denken)
, (?:we|ik)
""",
    protected=r"""
min of meer
vroeg of laat
en/of
een of twee
op de een of andere manier
of zo
of iets dergelijks
""",
    option_marker=r"""
(?:optie|alternatief|variant|scenario|plan|voorstel|keuze)\s*(?:\d{1,2}|[A-Fa-f])\s*(?:[:.)=-]|–|—)\s*
""",
    option_headers=(
        "optie, opties, alternatieven, mogelijkheden, kandidaten, voorstellen, keuzes, leveranciers, we "
        "kunnen, ideeën, scenario's"
    ),
    criteria_headers="criteria, criterium, prioriteiten, belangrijk, eisen, doelen, waar het om gaat",
    other_headers=(
        "context, achtergrond, randvoorwaarden, feiten, notities, vragen, planning, voordelen, nadelen, "
        "risico's, aannames, gegevens, cijfers, details, probleem, problemen, situatie, agenda, budget, "
        "links, bijlagen"
    ),
    aims=r"""
(?:ons|het|mijn) (?:hoofd)?doel is(?: om)?
doel:
zodat (?:we|wij|het team)
""",
    purposes=r"""
om (?=[^,.;]{3,80} te \w+)
""",
    wishes=r"""
(?:we|wij|ik) (?:willen|moeten|hopen|zouden graag|wil|moet|hebben nodig)
""",
    no_aims=(
        "niet, beslissen, kiezen, weten, bespreken, praten, begrijpen, jullie, een beslissing, hulp, zien, "
        "of, tussen, mening, meningen, dus"
    ),
    criteria=r"""
(?:we|wij) (?:vinden|letten op|hechten waarde aan)(?: vooral)?
belangrijk(?: (?:is|zijn)(?: voor ons| ons)*:?|:)
(?:onze |de )?(?:criteria|prioriteiten|eisen)(?: zijn|:)
het gaat ons(?: vooral)? om
""",
    funds=r"(?:we|wij|ik) (?:hebben|heb)(?: nog| maar| ongeveer| zo\'n)?",
    budget="budget, uitgeven",
    limits="maximaal, hooguit, limiet, plafond, niet meer dan",
    unspent=r"""
aansprakelijk\w*
boetes?
omzet
verkopen
bespar\w+
beurswaarde
schuld(?:en)?
""",
    raising=r"""
waardering\w*
gewaardeerd
converteerbar?e?
verwater\w+
""",
    date=r"""
(?:(?:\d{1,2} )?(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november
|december)(?: 20\d\d)?|q[1-4](?: 20\d\d)?|20\d\d|maandag|dinsdag|woensdag|donderdag|vrijdag|kerst|zomer
|herfst|winter|lente|(?:het )?(?:eind|einde) van (?:het jaar|de maand|het kwartaal)|(?:volgende
|deze) (?:week|maand)|(?:volgend|dit) (?:jaar|kwartaal))
""",
    span=r"""
(?:\d{1,3}|een|twee|drie|vier|zes|acht|negen|tien|twaalf) (?:dagen|dag|weken|week|maanden|maand|kwartalen
|kwartaal|jaar)
""",
    deadline=r"""
(?:voor|vóór|tot|uiterlijk(?: op| in)?) (?:het |de |eind |begin |einde van )?{date}
binnen {span}
in de komende {span}
""",
    leading=r"""
er(?= een \w+en$)
we
wij
ik
of
en
om
beter
liever
gewoon
alleen
misschien
ook
dus
moeten we
zullen we
toch
""",
    trailing=r"""
moeten
zullen
zouden
kunnen
kiezen
beslissen
alsjeblieft
graag
bedankt
enz
dus
of
en
toch
wat vinden jullie
""",
    determiners="een, de, het, onze, ons, mijn, deze, dit, die, meer, geen, beide",
    prepositions=(
        "in, op, naar, voor, met, zonder, van, bij, tot, om, aan, uit, over, onder, na, vanaf, door, tegen, "
        "tijdens, per, via, als"
    ),
    tail_words="voor, in, op, tijdens, vanaf, bij, aan, tot, met",
    modals="moet, moeten, wil, willen, kan",
    topic_words="voor",
    times="nu, vandaag, morgen, meteen, later, binnenkort, volgend, volgende, dit, deze, zelf",
    numbers=(
        "twee, drie, vier, vijf, zes, zeven, acht, negen, tien, elf, twaalf, twintig, vijftig, honderd, "
        "enkele, meerdere"
    ),
    verb_endings=r"\w{2}(?:is|c|v|ar|or|st|nt|ct|rt|ul|am|um|it|in|ell)eren$",
    verbs=(
        "aannemen, inhuren, inschakelen, bouwen, kopen, ontwikkelen, gebruiken, overstappen, migreren, "
        "verhogen, verlagen, wachten, blijven, houden, lanceren, uitstellen, openen, sluiten, uitbesteden, "
        "herschrijven, verbeteren, opknappen, moderniseren, invoeren, starten, stoppen, uitbreiden, "
        "verhuizen, huren, leasen, overnemen, samenwerken, automatiseren, opleiden, trainen, doen, laten, "
        "kiezen, nemen, werken, investeren, verkopen, vervangen, behouden, verlengen, testen, proberen, "
        "aanschaffen, overgaan, uitbrengen, doorgaan, zoeken, veranderen, maken, gaan, inkopen, schrappen, "
        "aanbieden, verdelen, organiseren, kopen, omzetten"
    ),
    intransitive="wachten, blijven, stoppen, groeien, verhuizen, doorgaan",
    away=r"van ([^,]{2,40}?) naar\b",
    cleared=r"te (?=\w+en$)",
    particles="aan, in, uit, over, op, af, om, mee, samen, door, voor, terug",
)
