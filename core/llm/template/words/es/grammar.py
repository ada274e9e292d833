"""How Spanish offers alternatives and builds phrases."""

from __future__ import annotations

from core.llm.template.words.language import Grammar

GRAMMAR = Grammar(
    we=r"(?:nosotros|nuestro equipo|nuestra empresa|la empresa|el equipo)",
    or_=r"(?:o|u)(?: bien| más bien| mejor| quizás| tal vez| deberíamos| debemos)?",
    and_="y|e|así como|&",
    versus=r"vs\.?|versus|contra",
    either="o bien|ya sea",
    between="entre",
    instead="en lugar de|en vez de",
    or_not="o no|sí o no",
    openers=r"""
(?:tenemos que|debemos|queremos|necesitamos|hay que|debo) (?:decidir|elegir|escoger)(?: si)?
(?:debemos|deberíamos|podemos|podríamos|queremos|tenemos que|vamos a)
(?:debería|debe|tiene que|puede) {we}
(?:el|la|los|las|nuestr[oa]) [\w-]+(?: del? (?:la )?[\w-]+)? (?:debe(?:n|ría|rían)?
|tienen? que)(?: (?:decidir|elegir)(?: si)?)?
(?:conviene|convendría|vale la pena|merece la pena)
(?:es|sería) (?:mejor|preferible|más \w+|conveniente)
qué (?:es|sería) mejor
si (?:debemos|deberíamos|conviene|es mejor|tenemos que|vale la pena)
(?:ayúdanos|ayúdenos|ayudadnos|ayúdame) a (?:decidir|elegir|escoger)
(?:dudamos|dudo|decidir|elegir|escoger)
la (?:pregunta|cuestión|decisión|duda) es(?: si)?
""",
    chained=r"""
si (?:debemos|deberíamos|conviene|es mejor)
si
o bien
mejor
ahora
entonces
que
:
""",
    statements=r"""
(?:estamos|estoy) (?:pensando en|considerando|valorando|evaluando|estudiando|planteando(?:nos)?|planeando)
(?:pensamos|planeamos|consideramos)(?: en)?
(?:podríamos|podemos)(?: o bien)?
(?:las |nuestras )?(?:opciones|alternativas|posibilidades|candidatos)(?: son|:)
(?:propuesta|idea|plan)(?: es|:)
""",
    offered=r"están (?:sobre|encima de) la mesa|son los candidatos",
    offers=r"""
(?:alternativamente|si no|otra posibilidad),?(?: podríamos| podemos| sería| es)?
(?:otra|una tercera) (?:opción|posibilidad|alternativa)(?: es| sería|:)
o
""",
    questions=r"""
cómo
qué
cuál(?:es)?
dónde
cuándo
quién
con quién
""",
    empty_questions=r"""
qué (?:os|les|te|opin|pens|hacemos|hacer|es mejor|sería mejor|preferís|prefieren)
cuál (?:es|sería) (?:el |la )?mejor
quién (?:sabe|puede|tiene)
cómo lo veis
""",
    asides="que, porque, ya, pues, pero, aunque, si, cuando, como, así, quien, dado",
    pronouns="uno, una, lo",
    alone="ambos, ambas, nada, esperar",
    tails=r"""
,? para (?:que|poder)
,? para(?= (?:reducir|aumentar|ganar|entregar|mejorar|evitar|cumplir|ahorrar|acelerar|llegar|tener|ser)\b)
,? porque
,? ya que
,? puesto que
,? dado que
,? teniendo en cuenta
,? con el fin de
, pero
,? aunque
,? si (?:nos|la|el|queremos)
\s[-–—]+\s
\s\(
, y (?:si|cómo|por qué)
,? antes de
, que
, (?:tenemos|queremos|necesitamos)
""",
    protected=r"""
más o menos
tarde o temprano
y/o
uno o dos
una o dos
o algo así
o similar
""",
    option_marker=r"""
(?:opción|alternativa|variante|escenario|plan|propuesta|vía)\s*(?:\d{1,2}|[A-Fa-f])\s*(?:[:.)=-]|–|—)\s*
""",
    option_headers=(
        "opción, opciones, alternativas, posibilidades, candidatos, propuestas, proveedores, podríamos, "
        "ideas, escenarios"
    ),
    criteria_headers="criterios, criterio, prioridades, importa, importante, requisitos, objetivos",
    other_headers=(
        "contexto, antecedentes, restricciones, hechos, notas, preguntas, calendario, ventajas, desventajas, "
        "inconvenientes, riesgos, supuestos, datos, cifras, detalles, problema, problemas, situación, orden "
        "del día, presupuesto, enlaces, adjuntos"
    ),
    aims=r"""
(?:nuestro|el|mi) (?:objetivo|fin|propósito)(?: principal)? es
(?:objetivo|meta):
(?:nuestra|la) meta es
para que (?:podamos|pueda|puedan|el equipo|nuestro)
con el fin de
""",
    purposes=r"""
para (?=(?:reducir|aumentar|ganar|entregar|mejorar|evitar|cumplir|ahorrar|acelerar|llegar|terminar
|crecer)\b)
""",
    wishes=r"""
(?:queremos|necesitamos|debemos|esperamos|tenemos que|nos gustaría|quiero|necesito|debo)
hay que
""",
    no_aims=(
        "no, decidir, elegir, escoger, saber, hablar, discutir, entender, vuestra, su opinión, una decisión, "
        "ayuda, ver, si, entre, opinión, opiniones"
    ),
    criteria=r"""
(?:nos|me) (?:importa|importan|preocupa|preocupan|interesa|interesan)(?: sobre todo| mucho)?
lo (?:más )?importante(?: para nosotros)?(?: es| son|:)
importantes?:
(?:nuestros |los )?(?:criterios|requisitos)(?: son|:)
(?:nuestras |las )?prioridades(?: son|:)
""",
    funds=r"(?:tenemos|contamos con|disponemos de|nos quedan|tengo)(?: unos| solo| hasta)?",
    budget="presupuesto, gastar",
    limits="máximo, como máximo, límite, tope, no más de",
    unspent=r"""
responsabilidad
multas?
ingresos
ventas
facturación
ahorr\w+
capitalización
deudas?
""",
    raising=r"""
valoraci(?:ón|ones)
valorad[ao]s?
nota convertible
dilu\w+
""",
    date=r"""
(?:(?:\d{1,2} de )?(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre
|diciembre)(?: de(?:l)? 20\d\d)?|[qt][1-4](?: 20\d\d)?|20\d\d|(?:lunes|martes|miércoles|jueves|viernes)
|navidad|verano|otoño|invierno|primavera|fin de (?:año|mes)|(?:el )?(?:próximo|este) (?:mes|trimestre|año)
|la próxima semana)
""",
    span=r"""
(?:\d{1,3}|un|una|dos|tres|cuatro|seis|ocho|nueve|diez|doce) (?:días?|semanas?|mes(?:es)?|trimestres?|años?)
""",
    deadline=r"""
(?:antes del?|hasta|para|a más tardar(?: en| el)?) (?:el |la |los |finales de |fin de |final de )?{date}
(?:en|dentro de) (?:los próximos |un plazo de )?{span}(?= como máximo|,|\.|$)
""",
    leading=r"""
o
y
mejor
simplemente
solo
quizás
tal vez
también
entonces
debemos
deberíamos
si
nosotros
a
directamente
más bien
""",
    trailing=r"""
por favor
gracias
etc
entonces
mejor
ahora no
o
y
también
qué opináis
""",
    determiners=(
        "un, una, unos, unas, el, la, los, las, nuestro, nuestra, nuestros, nuestras, mi, su, este, esta, "
        "más, otro, otra"
    ),
    prepositions=(
        "a, al, en, de, del, para, por, con, sin, desde, hasta, hacia, sobre, entre, durante, tras, antes, "
        "después, según, contra, vía"
    ),
    tail_words="para, en, durante, desde, hasta, con, al, por, antes, a",
    modals="debe, deben, debemos, tiene, tienen, quiere, que",
    topic_words="para",
    times="ahora, hoy, mañana, inmediatamente, tarde, pronto, próximo, próxima, después",
    negations="no, nunca",
    predeterminers="todo, toda, todos, todas, ambos, ambas",
    numbers=(
        "uno, dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez, once, doce, veinte, cincuenta, cien, "
        "varios, varias"
    ),
    verb_endings=r"(?:ar|er|ir|arse|erse|irse|arlo|arla|erlo|erla|irlo|irla)$",
    no_verbs=(
        "lugar, mujer, par, ayer, mar, hogar, bar, dólar, particular, alquiler, taller, líder, poder, "
        "popular, similar, familiar, militar, altar, pilar"
    ),
    intransitive="esperar, quedarse, seguir, crecer, contratar, renunciar, mudarse, parar",
    away=r"de ([^,]{2,40}?) (?:a|hacia|al)\b",
    conjugations=(
        "amos=ar, emos=er, imos=ir, acepto=aceptar, alquilo=alquilar, compro=comprar, dejo=dejar, "
        "mantengo=mantener, quedo=quedar, sigo=seguir, vendo=vender"
    ),
    clitics="lo, la, los, las, me, nos",
)
