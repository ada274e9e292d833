"""How Portuguese offers alternatives and builds phrases."""

from __future__ import annotations

from core.llm.template.words.language import Grammar

GRAMMAR = Grammar(
    we=r"(?:nós|a gente|nossa (?:equipe|equipa|empresa)|a (?:empresa|equipe|equipa|associação)|o time)",
    or_=r"ou(?: então| melhor| talvez| deveríamos| devemos| é melhor)?",
    and_="e|bem como|&",
    versus=r"vs\.?|versus|contra",
    either="ou então",
    between="entre",
    instead="em vez de|ao invés de|no lugar de",
    or_not="ou não|sim ou não",
    openers=r"""
(?:temos que|temos de|precisamos|queremos|devemos|preciso|devo) (?:decidir|escolher)(?: se)?
(?:devemos|deveríamos|podemos|poderíamos|queremos|vamos|temos de|temos que)
(?:deve|deveria|pode) {we}
(?:os?|as?|noss[oa]s?) [\w-]+(?: d[aeo]s? [\w-]+)? (?:deve(?:m|ria|riam)?|precisam? decidir(?: se)?)
(?:vale a pena|compensa|convém)
(?:é|seria) (?:melhor|preferível|mais \w+)
o que (?:é|seria) melhor
se (?:devemos|deveríamos|é melhor|vale a pena)
(?:ajudem-nos|ajude-nos|ajudem|me ajudem|ajuda-nos) a (?:decidir|escolher)
(?:estamos em dúvida|estamos indecisos|decidir|escolher)
a (?:pergunta|questão|decisão|dúvida) é(?: se)?
""",
    chained=r"""
se (?:devemos|deveríamos|é melhor)
se
ou
melhor
agora
então
:
""",
    statements=r"""
(?:estamos|estou) (?:pensando em|a pensar em|considerando|a considerar|avaliando|a avaliar|planejando
|a planear)
(?:pensamos|planejamos|planeamos) em
(?:poderíamos|podemos)
(?:as |as nossas )?(?:opções|alternativas|possibilidades)(?: são|:)
(?:proposta|ideia|plano)(?: é|:)
""",
    offered=r"estão (?:na|sobre a|em cima da) mesa",
    offers=r"""
(?:alternativamente|senão),?(?: poderíamos| podemos)?
(?:outra|uma terceira) (?:opção|possibilidade|alternativa)(?: é| seria|:)
ou
""",
    questions=r"""
como
qual
quais
que
onde
quando
quem
com quem
""",
    empty_questions=r"""
(?:que|o que) (?:acham|acha|fazer|fazemos|é melhor|preferem|sugerem)
qual (?:é|seria) (?:o |a )?melhor
quem (?:sabe|pode|tem)
como (?:veem|vocês veem)
""",
    asides="que, porque, pois, mas, embora, se, quando, como, assim, dado, visto, já",
    pronouns="um, uma, isso",
    alone="ambos, ambas, nada, esperar",
    tails=r"""
,? para que
,? para(?= (?:reduzir|aumentar|ganhar|entregar|melhorar|evitar|cumprir|poupar|economizar|acelerar|chegar
|ter|ser)\b)
,? a fim de
,? porque
,? já que
,? dado que
,? visto que
,? tendo em conta
, mas
,? embora
,? se (?:não|o|a|quisermos)
\s[-–—]+\s
\s\(
, e (?:se|como|por que)
,? antes (?:de|que)
, que
, (?:temos|queremos|precisamos)
""",
    protected=r"""
mais ou menos
cedo ou tarde
mais cedo ou mais tarde
e/ou
um ou dois
uma ou duas
ou algo assim
ou similar
""",
    option_marker=r"""
(?:opção|alternativa|variante|cenário|plano|proposta|solução)\s*(?:\d{1,2}|[A-Fa-f])\s*(?:[:.)=-]|–|—)\s*
""",
    option_headers=(
        "opção, opções, alternativas, possibilidades, candidatos, propostas, fornecedores, poderíamos, "
        "ideias, cenários, soluções"
    ),
    criteria_headers="critérios, critério, prioridades, importa, importante, requisitos, objetivos",
    other_headers=(
        "contexto, restrições, fatos, factos, notas, perguntas, calendário, cronograma, vantagens, "
        "desvantagens, riscos, hipóteses, dados, números, detalhes, problema, problemas, situação, pauta, "
        "orçamento, links, anexos"
    ),
    aims=r"""
(?:o nosso|nosso|o|meu) objetivo(?: principal)? é
(?:objetivo|meta):
(?:a nossa|nossa) meta é
para que (?:possamos|a equipe|a equipa|o time)
a fim de
""",
    purposes=r"""
para (?=(?:reduzir|aumentar|ganhar|entregar|melhorar|evitar|cumprir|poupar|economizar|acelerar|chegar
|terminar|crescer)\b)
""",
    wishes=r"""
(?:queremos|precisamos|devemos|esperamos|temos de|temos que|gostaríamos de|quero|preciso|devo)
""",
    no_aims=(
        "não, decidir, escolher, saber, discutir, falar, entender, a vossa, a sua opinião, uma decisão, "
        "ajuda, ver, se, entre, opinião, opiniões"
    ),
    criteria=r"""
(?:o que )?(?:nos|me) (?:importa|importam|interessa|interessam|preocupa|preocupam)(?: mais
| sobretudo)?(?: é| são)?:?
(?:para nós )?(?:é|são) importantes?:?
o mais importante(?: para nós)?(?: é| são|:)
importantes?:
(?:os nossos |os |nossos )?(?:critérios|requisitos)(?: são|:)
(?:as nossas |as |nossas )?prioridades(?: são|:)
""",
    funds=r"(?:temos|dispomos de|contamos com|restam|tenho)(?: cerca de| só| apenas)?",
    budget="orçamento, gastar, verba",
    limits="máximo, no máximo, limite, teto, não mais que",
    unspent=r"""
responsabilidade
multas?
receitas?
faturamento
vendas
economi[az]\w*
poup\w+
capitalização
dívidas?
""",
    raising=r"""
valuations?
avaliaç(?:ão|ões)
conversível
dilui\w+
""",
    date=r"""
(?:(?:\d{1,2} de )?(?:janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro
|dezembro)(?: de 20\d\d)?|[qt][1-4](?: 20\d\d)?|20\d\d|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?
|natal|verão|outono|inverno|primavera|fim do (?:ano|mês|trimestre)|(?:o )?(?:próximo|este) (?:mês|trimestre
|ano)|(?:a )?próxima semana)
""",
    span=r"""
(?:\d{1,3}|um|uma|dois|duas|três|quatro|seis|oito|nove|dez|doze) (?:dias?|semanas?|mês|meses|trimestres?
|anos?)
""",
    deadline=r"""
(?:antes de|antes do|até|o mais tardar em) (?:o |a |ao |final de |fim de |final do )?{date}
(?:em|dentro de|no prazo de) {span}(?= no máximo|,|\.|$)
""",
    leading=r"""
ou
e
melhor
simplesmente
só
apenas
talvez
também
então
devemos
deveríamos
se
nós
a gente
antes
""",
    trailing=r"""
por favor
obrigado
obrigada
etc
então
ou
e
também
o que acham
""",
    determiners=(
        "um, uma, uns, umas, o, a, os, as, nosso, nossa, nossos, nossas, meu, minha, este, esta, mais, "
        "outro, outra"
    ),
    prepositions=(
        "a, ao, à, aos, às, em, no, na, nos, nas, de, do, da, dos, das, para, por, pelo, pela, com, sem, "
        "desde, até, sobre, entre, durante, após, antes, depois, segundo, contra, via"
    ),
    tail_words="para, em, no, na, durante, desde, até, com, por, antes, a",
    modals="deve, devem, devemos, quer, querem, precisa, tem",
    topic_words="para",
    times="agora, já, hoje, amanhã, imediatamente, tarde, logo, próximo, próxima, depois",
    negations="não, nunca",
    predeterminers="todo, toda, todos, todas, ambos, ambas, só, apenas",
    numbers=(
        "dois, duas, três, quatro, cinco, seis, sete, oito, nove, dez, onze, doze, vinte, cinquenta, cem, "
        "vários, várias"
    ),
    verb_endings=r"(?:ar|er|ir|ôr|-lo|-la|-los|-las)$",
    no_verbs=(
        "lugar, mulher, par, mar, lar, bar, dólar, particular, aluguer, líder, poder, popular, similar, "
        "familiar, militar, altar, qualquer, sequer, jantar, celular"
    ),
    intransitive="esperar, ficar, continuar, crescer, contratar, desistir, mudar, parar, aguardar",
    away=r"d[oea] ([^,]{2,40}?) para\b",
    conjugations=(
        "amos=ar, emos=er, imos=ir, ímos=ir, aceito=aceitar, alugo=alugar, compro=comprar, "
        "continuo=continuar, fico=ficar, mantenho=manter, vendo=vender"
    ),
)
