"""Outcomes, in Italian."""

from __future__ import annotations

from core.llm.template.words.language import Outcome

OUTCOMES = {
    "time": Outcome(
        label="Tempi",
        nouns=(
            "tempi, durata, calendario, ~scadenza, tempi di consegna, ~tempo, ~giorni, ~settimane, ~mesi, "
            "~inizio, avviamento"
        ),
        up="lento, lenta, più lento, ~ritardo, ritardi, ~tardi, ~lungo",
        down="veloce, veloci, rapido, rapida, rapidi, rapidamente, ~presto, ~subito, velocità, in tempo",
    ),
    "cost": Outcome(
        label="Costo",
        nouns=(
            "costo, costi, costa, costano, spesa, spese, ~prezzo, ~tariffa, ~stipendio, ~stipendi, ~fattura, "
            "investimento, ~importo, budget, ~eur, ~euro, ~affitto, costo totale"
        ),
        up="caro, cara, cari, costoso, costosa, sovrapprezzo",
        down="economico, economica, conveniente, risparmio, risparmi, risparmia, meno caro, a buon mercato",
    ),
    "running_cost": Outcome(
        label="Costo di esercizio",
        nouns=(
            "costi di esercizio, costi operativi, costo mensile, canone, ~abbonamento, ~hosting, ~costo, "
            "~costi"
        ),
        up=("~caro"),
        down=("~risparmio"),
    ),
    "quality": Outcome(
        label="Qualità del risultato",
        nouns="qualità, finitura, precisione, ~livello",
        up=("~curato, ~robusto, ~esperto"),
        down=("difetti, ~guasti, ~incompiuto, errori"),
    ),
    "knowledge": Outcome(
        label="Conoscenze nella squadra",
        nouns=("conoscenza, conoscenze, know-how, saper fare, ~competenze, ~documentazione"),
        up=("resta nella squadra, resta nel team"),
        down=("se ne va con, perdita di conoscenze"),
    ),
    "flexibility": Outcome(
        label="Flessibilità",
        nouns="flessibilità, margine di manovra",
        up=("flessibile, senza vincoli"),
        down=("rigido, ~vincolo, ~preavviso"),
    ),
    "control": Outcome(
        label="Controllo",
        nouns="controllo, autonomia, indipendenza",
        up=("indipendente"),
        down=("~dipendenza, dipendente da"),
    ),
    "fit": Outcome(
        label="Adeguatezza alle nostre esigenze",
        nouns=("~esigenze, ~funzioni, funzionalità, ~copertura, ~integrazioni, ~integrazione, ~voto"),
        up=("~copre, ~adatto, ~soddisfa"),
        down=("~manca, ~mancano, ~lacune, ~limitato"),
    ),
    "maintenance": Outcome(
        label="Impegno di manutenzione",
        nouns=("manutenzione, ~gestione, reperibilità, ~aggiornamenti"),
        up=("~complesso, ~fragile, ~obsoleto"),
        down=("~semplice, ~gestito"),
    ),
    "effort": Outcome(
        label="Impegno del cambio",
        nouns=("impegno, sforzo, ~migrazione, ~installazione, ~formazione, carico di lavoro, ~transizione"),
        up=("~laborioso, ~complicato, ~difficile"),
        down=("~facile, ~semplice, senza sforzo"),
    ),
    "revenue": Outcome(
        label="Ricavi",
        nouns="ricavi, fatturato, ~vendite, incassi, ~domanda, ~ordini",
        up=("~vende"),
        down=("vendite perse"),
    ),
    "profit": Outcome(
        label="Margine",
        nouns="margine, margini, utile, redditività, profitto, guadagno",
        up=("redditizio"),
        down=("in perdita, ~perdite"),
    ),
    "churn": Outcome(
        label="Perdita di clienti",
        nouns=("abbandono, churn, disdette, ~recessi, perdita di clienti"),
        up=("~disdicono, ~se ne vanno, ~concorrenza, ~scontenti"),
        down=("fedeltà, fidelizzazione, ~rinnovano"),
    ),
    "new_customers": Outcome(
        label="Nuovi clienti",
        nouns=("nuovi clienti, acquisizione di clienti, ~iscrizioni, conversione, conversioni"),
        up=("~attira, ~attirano"),
        down=("~scoraggia, ~dissuade"),
    ),
    "satisfaction": Outcome(
        label="Soddisfazione dei clienti",
        nouns=("soddisfazione, soddisfazione dei clienti, esperienza cliente, nps, ~recensioni"),
        up=("soddisfatto, soddisfatti, ~entusiasta"),
        down=("insoddisfatto, ~reclami, ~lamentele, ~scontento"),
    ),
    "reliability": Outcome(
        label="Affidabilità",
        nouns="affidabilità, disponibilità, stabilità",
        up=("affidabile, ~stabile"),
        down=("~guasto, ~instabile, ~incidenti, interruzioni di servizio"),
    ),
    "disruption": Outcome(
        label="Rischio di interruzioni",
        nouns=("rischio, rischi, ~interruzione, ~incertezza, perdita di dati"),
        up=("rischioso, rischiosa, ~pericoloso"),
        down=("~sicuro, ~collaudato, reversibile"),
    ),
    "security": Outcome(
        label="Sicurezza",
        nouns=("sicurezza, riservatezza, protezione dei dati, cifratura"),
        up=("cifrato, ~certificato"),
        down=("vulnerabilità, ~fuga di dati"),
    ),
    "compliance": Outcome(
        label="Conformità",
        nouns="conformità, gdpr, normativa, ~audit",
        up=("conforme"),
        down=("~multa, ~violazione"),
    ),
    "lock_in": Outcome(
        label="Dipendenza dal fornitore",
        nouns=("dipendenza, lock-in, dipendenza dal fornitore"),
        up=("~proprietario, ~vincolato"),
        down=("standard aperti, ~open source, ~portabile"),
    ),
    "morale": Outcome(
        label="Morale della squadra",
        nouns=("morale, motivazione, clima aziendale, benessere, equilibrio vita-lavoro"),
        up=("motivato, motivati, ~contento"),
        down=("esaurimento, sovraccarico, stress, ~demotivato, straordinari"),
    ),
    "collaboration": Outcome(
        label="Collaborazione",
        nouns=("collaborazione, ~comunicazione, coordinamento, coesione"),
        up=("~insieme, ~di persona"),
        down=("~isolamento, malintesi"),
    ),
    "productivity": Outcome(
        label="Produttività",
        nouns="produttività, efficienza, ~rendimento",
        up=("produttivo, ~efficiente"),
        down=("improduttivo, ~distrazioni"),
    ),
    "attrition": Outcome(
        label="Ricambio del personale",
        nouns=("turnover, ~dimissioni, ricambio del personale"),
        up=("~si dimette"),
        down=("fidelizzazione del personale"),
    ),
    "learning": Outcome(
        label="Che cosa impariamo",
        nouns="~apprendimento, ~riscontri",
        up=("~impariamo"),
        down=("~alla cieca"),
    ),
    "scalability": Outcome(
        label="Capacità di crescere", nouns="scalabilità", up="scalabile", down=("~saturo, ~limiti")
    ),
    "performance": Outcome(
        label="Prestazioni",
        nouns="prestazioni, rendimento",
        up="~performante",
        down=("latenza, tempo di risposta, tempo di caricamento, ~lentezza"),
    ),
    "adoption": Outcome(
        label="Adozione",
        nouns="adozione, facilità d'uso, usabilità, ~uso",
        up=("~intuitivo, facile da usare"),
        down=("~confuso, ~resistenza"),
    ),
    "support_load": Outcome(
        label="Carico dell'assistenza",
        nouns=("carico dell'assistenza, ~ticket, ~richieste, assistenza clienti"),
        up=("~domande"),
        down=("self-service"),
    ),
    "market": Outcome(
        label="Posizione sul mercato",
        nouns=("quota di mercato, posizionamento, ~marchio, visibilità, reputazione, immagine"),
        up=("~vantaggio, ~leader"),
        down=("~superati, ~troppo tardi"),
    ),
    "carbon": Outcome(
        label="Emissioni",
        nouns="emissioni, co2, impronta di carbonio",
        up=("inquinante, ~diesel"),
        down=("ecologico, sostenibile, ~elettrico"),
    ),
    "benefit": Outcome(
        label="Contributo all'obiettivo",
        nouns=("~benefici, ~vantaggio, ~valore, ~impatto, ~risultato"),
        up=("~utile, ~efficace"),
        down=("~inutile, ~spreco"),
    ),
}
