"""How French offers alternatives and builds phrases."""

from __future__ import annotations

from core.llm.template.words.language import Grammar

GRAMMAR = Grammar(
    we=r"""
(?:nous|on|je|vous|notre (?:équipe|entreprise|société|association)|l'(?:équipe|entreprise|association))
""",
    or_=r"ou(?: bien| alors| plutôt| encore| peut-être| devons-nous| faut-il| est-ce que nous devons)?",
    and_="et|ainsi que|&",
    versus=r"vs\.?|versus|contre",
    either="soit|ou bien",
    between="entre|parmi",
    instead="plutôt que|au lieu de|au lieu d'|à la place de",
    or_not="ou non|ou pas|oui ou non",
    openers=r"""
(?:devons|devrions|pouvons|pourrions|voulons|allons)-nous(?: plutôt| donc)?
(?:faut|faudrait|vaut|vaudrait)-il(?: mieux)?
(?:doit|devrait|peut|pourrait)-on
(?:le|la|les|notre|nos) [\w-]+(?: (?:de|du|de la|des) [\w-]+| \w+al)? (?:doi(?:t|vent)|devrai(?:t
|ent))(?: (?:décider|choisir|trancher)(?: si| s'il faut)?)?
est-ce (?:que|qu')\s?(?:nous devons|nous devrions|on doit|on devrait|je dois|il faut|il vaut mieux
|il faudrait)
(?:si|s') ?(?:nous devons|nous devrions|on doit|on devrait|il faut|il faudrait|il vaut mieux)
(?:est|serait)-il (?:préférable|mieux|plus \w+|judicieux|opportun) (?:de|d')
qu'est-ce qui (?:est|serait) (?:le )?mieux
(?:nous devons|nous voulons|on doit|il faut|je dois|nous avons à) (?:décider|choisir|trancher)(?: si)?
(?:aidez-nous|aidez-moi) à (?:choisir|décider|trancher)
(?:nous hésitons|on hésite|j'hésite|hésitation|choisir|décider|trancher)
la question (?:est|se pose)(?: de savoir)?
""",
    chained=r"""
s'il (?:faut|vaut mieux|faudrait)
si (?:nous devons|nous devrions|on doit|on devrait|nous)
soit
plutôt
de
d'
à
donc
maintenant
:
""",
    statements=r"""
(?:nous|on) (?:envisageons|envisage|réfléchissons à|réfléchit à|pensons à|pense à|étudions|prévoyons
|prévoit)(?: de| d')?
j'envisage(?: de| d')?
(?:nous|on) (?:pourrions|pouvons|pourrait|peut)(?: soit)?
(?:les |nos )?(?:options|possibilités|alternatives|candidats|choix)(?: sont|:| possibles:)
(?:proposition|idée|projet)(?: est|:)(?: de)?
""",
    offered=r"(?:sont|restent) (?:sur la table|en lice|en balance)",
    offers=r"""
(?:sinon|autrement|ou alors|ou bien),?(?: nous pourrions| on pourrait)?
une (?:autre|troisième) (?:option|possibilité|solution|alternative)(?: est| serait|:)(?: de| d')?
ou
""",
    questions=r"""
comment
quel(?:le)?s?
où
quand
qui
que
à qui
dans quel(?:le)?
""",
    empty_questions=r"""
qu'en (?:pensez|dites|penses)
que (?:pensez|faire|choisir|préférez|choisiriez|feriez)
quel(?:le)? (?:est|serait) (?:le|la) (?:meilleur|mieux)
qui (?:a|sait|peut|pense)
""",
    asides="qui, parce, car, puisque, mais, donc, sachant, si, quand, alors, bien, qu'en",
    pronouns="un, une, en",
    alone="les deux, rien, attendre",
    tails=r"""
,? (?:afin|pour) (?:de|que|d')
,? pour(?= (?:être|avoir|réduire|augmenter|gagner|livrer|améliorer|éviter|tenir|respecter|économiser
|accélérer|atteindre)\b)
,? parce
, car
,? puisque
,? sachant que
,? étant donné
,? compte tenu
, mais
,? alors que
,? si (?:nous|on|le|la)
\s[-–—]+\s
\s\(
, (?:et|nous|on)
,? avant (?:que|de)
, qui
, qu'en
,? avec un budget
""",
    protected=r"""
plus ou moins
tôt ou tard
et/ou
un ou deux
d'une façon ou d'une autre
ou similaire
ou quelque chose
""",
    option_marker=r"""
(?:option|alternative|choix|variante|scénario|plan|piste|solution|proposition)\s*(?:n°\s?)?(?:\d{1,2}
|[A-Fa-f])\s*(?:[:.)=-]|–|—)\s*
""",
    option_headers=(
        "option, options, alternatives, possibilités, choix, candidats, pistes, scénarios, propositions, "
        "solutions, prestataires, fournisseurs, nous pourrions, on pourrait"
    ),
    criteria_headers="critères, critère, priorités, important, importe, exigences, objectifs, ce qui compte",
    other_headers=(
        "contexte, contraintes, faits, notes, questions, calendrier, avantages, inconvénients, risques, "
        "hypothèses, données, chiffres, détails, problème, problèmes, situation, ordre du jour, budget, "
        "liens, pièces jointes"
    ),
    aims=r"""
(?:notre|le|mon) (?:but|objectif)(?: principal)? (?:est|serait)(?: de| d')?
(?:but|objectif) ?:
afin (?:de|d'|que nous puissions|qu'on puisse)
pour que (?:nous puissions|nous|on puisse)
""",
    purposes=r"""
pour (?=(?:réduire|augmenter|gagner|livrer|améliorer|éviter|tenir|respecter|économiser|accélérer|atteindre
|finir|garder)\b)
""",
    wishes=r"""
(?:nous|on) (?:voulons|veut|souhaitons|souhaite|devons|doit|espérons|aimerions|aimerait)
il faut
je (?:veux|souhaite|voudrais|dois)
""",
    no_aims=(
        "ne, pas, décider, choisir, savoir, discuter, trancher, comprendre, parler, votre, vos, votre avis, "
        "une décision, aide, voir, si, entre, donc, plutôt"
    ),
    criteria=r"""
(?:nous |on )?(?:tenons|tient|attachons de l'importance|accordons de l'importance)(?: surtout)? (?:à|au|aux)
ce qui (?:compte|importe)(?: pour nous| le plus)? ?(?:est|sont|c'est|,|:)?
(?:nos |les )?(?:critères|priorités|exigences)(?: sont| ?:)
(?:l'important|le plus important)(?: est| c'est| ?:)
importants? ?:
""",
    funds=r"""
(?:nous (?:avons|disposons de)|on (?:a|dispose de)|j'ai|il (?:nous |me )?reste)(?: environ| encore
| seulement)?
""",
    budget="budget, enveloppe, dépenser",
    limits="plafond, plafonné, plafonnée, plafonnés, plafonnées, au maximum, maximum, limite, pas plus de",
    unspent=r"""
responsabilité
amendes?
chiffre d'affaires
revenus?
ventes?
économi\w+
capitalisation
dettes?
""",
    raising=r"""
valoris(?:ation|ations|é|ée|és|ées)
obligations? convertibles?
dilu\w+
""",
    date=r"""
(?:(?:\d{1,2}(?:er)? )?(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre
|décembre)(?: 20\d\d)?|[tq][1-4](?: 20\d\d)?|20\d\d|(?:lundi|mardi|mercredi|jeudi|vendredi)(?: prochain)?
|noël|(?:l'|la |le )?(?:fin (?:d'|de l')année|été|automne|hiver|printemps|rentrée|trimestre|mois prochain
|année prochaine))
""",
    span=r"""
(?:\d{1,3}|un|une|deux|trois|quatre|six|huit|neuf|dix|douze) (?:jours?|semaines?|mois|trimestres?|ans?
|années?)
""",
    deadline=r"""
(?:d'ici|avant|jusqu'à|jusqu'en|au plus tard) (?:à |en |le |la |l'
|au |fin )?(?:fin (?:de |du )?)?(?:le |la |l')?{date}
(?:dans|sous|en moins de) (?:les )?{span}(?= maximum|,|\.|$)
""",
    leading=r"""
(?:en|le|la|les)(?= \w+(?:er|ir|re)\b)
de
d'
nous
on
plutôt
soit
ou
et
simplement
juste
peut-être
aussi
alors
bien
devons-nous
faut-il
si
tout simplement
""",
    trailing=r"""
plutôt
svp
s'il vous plaît
merci
etc
alors
non
ou
et
aussi
qu'en pensez-vous
""",
    determiners="un, une, des, le, la, les, notre, nos, mon, ma, mes, ce, cette, ces, deux, plus",
    prepositions=(
        "à, au, aux, en, dans, sur, pour, par, avec, sans, de, du, des, vers, chez, après, avant, pendant, "
        "sous, entre, dès, jusqu'à, d'ici, via, contre"
    ),
    tail_words="pour, en, dans, chez, pendant, sur, au, aux, à, dès, afin",
    modals="doit, doivent, devons, veut, veulent, faut",
    topic_words="pour",
    times="maintenant, aujourd'hui, demain, immédiatement, tard, bientôt, prochain, prochaine",
    negations="ne, pas, jamais",
    predeterminers="tout, toute, tous, toutes, même, seulement",
    adverbs="nous-mêmes, moi-même, soi-même",
    numbers=(
        "deux, trois, quatre, cinq, six, sept, huit, neuf, dix, onze, douze, vingt, cinquante, cent, "
        "plusieurs, quelques"
    ),
    verb_endings=r"(?:er|ir|re|oir)$",
    no_verbs=(
        "premier, dernier, cher, hier, notre, votre, autre, quatre, contre, entre, octobre, novembre, "
        "décembre, septembre, janvier, février, papier, atelier, mer, hiver, avenir, plaisir, soir, centre, "
        "titre, offre, chiffre, livre, lettre, nombre, membre, maître, cadre, ordre, semestre, trimestre, "
        "loyer, métier, panier, dossier, chantier, calendrier, fer, espoir, pouvoir, trésor, histoire, "
        "territoire, laboratoire, mémoire, affaire, salaire, notaire, horaire, partenaire, fournisseur"
    ),
    intransitive=(
        "attendre, rester, partir, continuer, arrêter, grandir, recruter, embaucher, déménager, renoncer"
    ),
    away=r"de ([^,]{2,40}?) (?:à|vers|au)\b",
)
