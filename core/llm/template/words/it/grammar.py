"""How Italian offers alternatives and builds phrases."""

from __future__ import annotations

from core.llm.template.words.language import Grammar

GRAMMAR = Grammar(
    we=r"(?:noi|il nostro team|la nostra azienda|l'azienda|il team|l'associazione)",
    or_=r"(?:o|od|oppure|ovvero)(?: meglio| piuttosto| forse| dovremmo| dobbiamo| conviene)?",
    and_="e|ed|nonché|&",
    versus=r"vs\.?|versus|contro",
    either="o meglio",
    between="tra|fra",
    instead="invece di|anziché|piuttosto che|al posto di",
    or_not="o no|oppure no|o meno|sì o no",
    openers=r"""
(?:dobbiamo|vogliamo|bisogna|occorre|devo) (?:decidere|scegliere)(?: se)?
(?:dovremmo|dobbiamo|possiamo|potremmo|vogliamo|vale la pena(?: di)?|conviene|converrebbe|ci conviene)
(?:dovrebbe|deve|può) {we}
(?:il|lo|la|i|gli|le|(?:il nostro|la nostra)) [\w-]+(?: d(?:i|el|ella|ello) [\w-]+)? (?:deve|devono
|dovrebbe(?:ro)?)(?: (?:decidere|scegliere)(?: se)?)?
(?:è|sarebbe) (?:meglio|preferibile|più \w+|opportuno)
cosa (?:è|sarebbe) meglio
se (?:dobbiamo|dovremmo|conviene|sia meglio|è meglio)
(?:aiutateci|aiutaci|aiutatemi) a (?:decidere|scegliere)
(?:siamo indecisi|sono indeciso|decidere|scegliere)
la (?:domanda|questione|decisione|scelta) è(?: se)?
""",
    chained=r"""
se (?:dobbiamo|dovremmo|conviene)
se
meglio
ora
quindi
di
:
""",
    statements=r"""
(?:stiamo|sto) (?:pensando di|pensando a|valutando(?: di)?|considerando(?: di)?|progettando di)
(?:pensiamo|prevediamo|progettiamo) (?:di|a)
(?:potremmo|possiamo)
(?:le |le nostre )?(?:opzioni|alternative|possibilità|candidati)(?: sono|:)
(?:proposta|idea|piano)(?: è|:)(?: di)?
""",
    offered=r"sono (?:sul tavolo|in lizza)",
    offers=r"""
(?:in alternativa|altrimenti),?(?: potremmo| possiamo)?
(?:un'altra|una terza) (?:opzione|possibilità|alternativa)(?: è| sarebbe|:)(?: di| quella di)?
(?:o|oppure)
""",
    questions=r"""
come
quale?
quali
che
cosa
dove
quando
chi
con chi
""",
    empty_questions=r"""
(?:che|cosa|che cosa) (?:ne pens|facciamo|fare|è meglio|dite|prefer|scegli)
quale (?:è|sarebbe) (?:il |la )?(?:miglior|meglio)
chi (?:sa|può|ha)
come (?:la vedete|vedete)
""",
    asides="che, perché, poiché, ma, però, anche, se, quando, come, così, dato, visto",
    pronouns="uno, una, lo",
    alone="entrambi, entrambe, niente, nulla, aspettare",
    tails=r"""
,? (?:per|in modo da)(?= (?:ridurre|aumentare|guadagnare|consegnare|migliorare|evitare|rispettare
|risparmiare|accelerare|arrivare|avere|essere|poter)\w*\b)
,? perché
,? poiché
,? dato che
,? visto che
,? tenendo conto
,? affinché
, ma
,? anche se
,? se (?:non|il|la|vogliamo)
\s[-–—]+\s
\s\(
, e (?:se|come|perché)
,? prima (?:di|che)
, (?:dobbiamo|vogliamo|abbiamo)
""",
    protected=r"""
più o meno
prima o poi
e/o
uno o due
o qualcosa del genere
o simili
""",
    option_marker=r"""
(?:opzione|alternativa|variante|scenario|piano|proposta|soluzione)\s*(?:\d{1,2}|[A-Fa-f])\s*(?:[:.)=-]|–
|—)\s*
""",
    option_headers=(
        "opzione, opzioni, alternative, possibilità, candidati, proposte, fornitori, potremmo, idee, "
        "scenari, soluzioni"
    ),
    criteria_headers="criteri, criterio, priorità, importa, importante, requisiti, obiettivi",
    other_headers=(
        "contesto, vincoli, fatti, note, domande, calendario, vantaggi, svantaggi, rischi, ipotesi, dati, "
        "cifre, dettagli, problema, problemi, situazione, ordine del giorno, budget, link, allegati"
    ),
    aims=r"""
(?:il nostro|l'|il mio) ?(?:obiettivo|scopo|fine)(?: principale)? è(?: di| quello di)?
(?:obiettivo|scopo):
in modo (?:da|che)
affinché
""",
    purposes=r"""
per (?=(?:ridurre|aumentare|guadagnare|consegnare|migliorare|evitare|rispettare|risparmiare|accelerare
|arrivare|finire|crescere)\b)
""",
    wishes=r"""
(?:vogliamo|dobbiamo|abbiamo bisogno di|speriamo di|vorremmo|ci serve|voglio|vorrei|devo)
bisogna
""",
    no_aims=(
        "non, decidere, scegliere, sapere, discutere, parlare, capire, il vostro, un parere, una decisione, "
        "aiuto, vedere, se, tra, fra, pareri"
    ),
    criteria=r"""
(?:ci|mi) (?:importa|importano|interessa|interessano|sta a cuore|stanno a cuore)(?: soprattutto| molto)?
(?:per noi )?(?:è|sono) importanti?:?
(?:la cosa più importante|l'importante)(?: è|:)
important[ei]:
(?:i nostri |i )?(?:criteri|requisiti)(?: sono|:)
(?:le nostre |le )?priorità(?: sono|:)
""",
    funds=r"(?:abbiamo|disponiamo di|ci restano|ho)(?: circa| solo| ancora)?",
    budget="budget, spendere",
    limits="massimo, al massimo, limite, tetto, non più di",
    unspent=r"""
responsabilità
mult[ae]
ricavi
fatturato
vendite
risparmi\w*
capitalizzazione
debit[oi]
""",
    raising=r"""
valutazion[ei]
valutat[aoie]
convertibil[ei]
dilui\w+
""",
    date=r"""
(?:(?:\d{1,2} )?(?:gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre
|dicembre)(?: 20\d\d)?|[qt][1-4](?: 20\d\d)?|20\d\d|lunedì|martedì|mercoledì|giovedì|venerdì|natale|estate
|autunno|inverno|primavera|fine (?:anno|mese|trimestre)|(?:il )?(?:prossimo|questo) (?:mese|trimestre|anno)
|la prossima settimana)
""",
    span=r"""
(?:\d{1,3}|un|una|due|tre|quattro|sei|otto|nove|dieci|dodici) (?:giorni|giorno|settiman[ae]|mes[ei]
|trimestr[ei]|ann[oi])
""",
    deadline=r"""
(?:entro|prima di|fino a|al più tardi) (?:il |la |l'|fine |la fine di |metà )?{date}
(?:entro|in) {span}
""",
    leading=r"""
o
e
di
meglio
semplicemente
solo
forse
anche
quindi
dobbiamo
dovremmo
se
noi
piuttosto
oppure
""",
    trailing=r"""
per favore
grazie
ecc
quindi
o
e
anche
che ne pensate
""",
    determiners=(
        "un, uno, una, il, lo, la, i, gli, le, nostro, nostra, nostri, nostre, mio, mia, questo, questa, "
        "più, altro, altra, dei, delle"
    ),
    prepositions=(
        "a, ad, al, alla, allo, ai, in, nel, nella, di, del, della, dei, delle, da, dal, dalla, per, con, "
        "senza, su, sul, sulla, tra, fra, verso, entro, durante, dopo, prima, presso, contro, via"
    ),
    tail_words="per, in, nel, nella, durante, da, con, al, alla, entro, a",
    modals="deve, devono, dobbiamo, vuole, vogliono",
    topic_words="per",
    times="ora, adesso, oggi, domani, subito, tardi, presto, prossimo, prossima, dopo",
    negations="non, mai",
    predeterminers="tutto, tutta, tutti, tutte, entrambi, entrambe, metà, solo",
    numbers=(
        "due, tre, quattro, cinque, sei, sette, otto, nove, dieci, undici, dodici, venti, cinquanta, cento, "
        "diversi, alcune"
    ),
    verbs=(
        "aprire, cambiare, chiudere, cominciare, costruire, avviare, lanciare, mantenere, mettere, offrire, "
        "prendere, ridurre, rinunciare, rinviare, riscrivere, scegliere, spendere, tenere, vendere, "
        "riprendere, sospendere, noleggiare, scrivere, correre, crescere"
    ),
    conjugations=(
        "hiamo=are, iamo=are/iare/ere/ire, accetto=accettare, compro=comprare, mantengo=mantenere, "
        "rimango=rimanere, vendo=vendere"
    ),
    clitics="lo, la, li, le, ne",
    partitives="arne=are, erne=ere, irne=ire, urne=urre, orne=orre",
    verb_endings=r"(?:are|ere|ire|rre|arsi|ersi|irsi|[a-z]{3}arne|irne|(?:nd|tt|gg)erne|arlo|arla|erlo|erla|irlo|irla)$",
    no_verbs=(
        "mare, cuore, settore, fornitore, direttore, valore, errore, colore, amore, ore, cantiere, "
        "quartiere, mestiere, genere, potere, piacere, dovere, consigliere, ingegnere, cameriere, carattere, "
        "lettere, salire"
    ),
    intransitive="aspettare, restare, rimanere, continuare, crescere, assumere, rinunciare, traslocare",
    away=r"da ([^,]{2,40}?) (?:a|ad|verso)\b",
)
