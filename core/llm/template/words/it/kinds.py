"""Kinds of decisions and of options, in Italian."""

from __future__ import annotations

from core.llm.template.words.language import Archetype

ARCHETYPES = {
    "hiring": Archetype(
        title="Personale",
        question="Come troviamo le forze che ci servono?",
        about="A chi affidiamo {topic}?",
        goal="Fare il lavoro in tempo e con le persone giuste",
        options=("Assumere personale fisso", "Ricorrere a esterni", "Lasciare la squadra com'è"),
        words=(
            "assumere, assunzione, assunzioni, ingegnere, ingegneri, sviluppatore, sviluppatori, freelance, "
            "libero professionista, liberi professionisti, agenzia, consulente, consulenti, stagista, "
            "dipendente, dipendenti, personale, esternalizzare, appaltare, tempo pieno, part-time, ~squadra, "
            "~team, grafico, designer, candidato, addetti, venditori"
        ),
    ),
    "build_or_buy": Archetype(
        title="Costruire o comprare",
        question="Come otteniamo la soluzione che ci serve?",
        about="Come otteniamo {topic}?",
        goal="Avere una soluzione che funziona, a un costo sostenibile",
        options=("Svilupparla da noi", "Comprare un prodotto esistente", "Lasciare tutto com'è"),
        words=(
            "costruire, sviluppare, comprare, acquistare, acquisto, su misura, ~licenza, saas, ~interno, "
            "open source, da noi, chiavi in mano, svilupparlo"
        ),
    ),
    "vendor": Archetype(
        title="Scelta del fornitore",
        question="Quale scegliamo?",
        about="Che cosa scegliamo per {topic}?",
        goal="Avere il fornitore o lo strumento più adatto a noi",
        options=("Passare a un nuovo fornitore", "Restare con il fornitore attuale"),
        words=(
            "fornitore, fornitori, ~strumento, ~piattaforma, crm, aws, gcp, azure, salesforce, hubspot, "
            "~contratto, gara, ~offerta, software, ~cloud, ~servizio, database, postgres, mysql, mongodb, "
            "snowflake, bigquery, react, vue, angular, framework, sap, oracle, shopify, zendesk, erp, "
            "assicurazione, banca, stampante, portatile, paghe"
        ),
    ),
    "pricing": Archetype(
        title="Prezzi",
        question="Come fissiamo i nostri prezzi?",
        about="Che prezzo diamo a {topic}?",
        goal="Far crescere i ricavi senza perdere clienti",
        options=("Alzare i prezzi", "Abbassare i prezzi", "Lasciare i prezzi come sono"),
        words=(
            "prezzo, prezzi, tariffa, tariffe, sconto, sconti, abbonamento, gratis, gratuito, premium, "
            "quota, quote, listino, ~fatturazione, aumento dei prezzi, ~piano"
        ),
    ),
    "migration": Archetype(
        title="Migrazione",
        question="Come affrontiamo la migrazione?",
        about="Come affrontiamo {topic}?",
        goal="Lavorare su una piattaforma che ci servirà per anni",
        options=("Migrare in una volta sola", "Migrare passo per passo", "Restare sul sistema attuale"),
        words=(
            "migrare, migrazione, ~passare, ~cambiare, kubernetes, cloud, server, hosting, transizione, "
            "microservizi, heroku, aggiornamento, ~sistema, trasferire"
        ),
    ),
    "expansion": Archetype(
        title="Espansione",
        question="Come cresciamo?",
        about="Come cresciamo in {topic}?",
        goal="Crescere dove il risultato vale lo sforzo",
        options=(
            "Entrare ora in un nuovo mercato",
            "Provare prima in un luogo",
            ("Restare nei mercati attuali"),
        ),
        words=(
            "espanderci, espandersi, espansione, ~mercato, mercati, ~paese, paesi, estero, internazionale, "
            "aprire un ufficio, ~ufficio, ~sede, negozio, negozi, filiale, franchising, distributore, "
            "germania, francia, spagna, svizzera, europa, stati uniti, acquisire, acquisizione, ~magazzino, "
            "~aprire"
        ),
    ),
    "launch_timing": Archetype(
        title="Data di lancio",
        question="Quando lanciamo?",
        about="Quando lanciamo {topic}?",
        goal="Lanciare quando prodotto e mercato sono pronti",
        options=("Lanciare subito", "Lanciare a tappe, prima a pochi", "Aspettare che sia pronto"),
        words=(
            "lanciare, lancio, pubblicare, uscita, ~rimandare, ~rinviare, ~aspettare, ~scadenza, beta, "
            "annunciare, ~ora, ~dopo"
        ),
    ),
    "technical_debt": Archetype(
        title="Debito tecnico",
        question="Che cosa facciamo del debito tecnico?",
        about="Che cosa facciamo di {topic}?",
        goal="Poter cambiare il sistema in sicurezza e a buon ritmo",
        options=("Riscriverlo", "Migliorarlo passo per passo", "Lasciarlo com'è"),
        words=(
            "debito tecnico, riscrivere, riscrittura, rifattorizzare, refactoring, rifare, monolite, legacy, "
            "modernizzare, codice, vecchio sistema, obsoleto"
        ),
    ),
    "workplace": Archetype(
        title="Modo di lavorare",
        question="Come vogliamo lavorare?",
        about="Come ci organizziamo con {topic}?",
        goal="Lavorare in un modo adatto alla squadra e ai risultati",
        options=("Cambiare il modo di lavorare", "Provare prima con una squadra", "Lasciare tutto com'è"),
        words=(
            "smart working, telelavoro, lavoro da casa, remoto, ibrido, in presenza, ~ufficio, settimana "
            "corta, settimana di quattro giorni, orari, riunioni, riunione, coworking, ferie"
        ),
    ),
    "general": Archetype(
        title="Decisione",
        question="Quale strada prendiamo?",
        about="Che cosa facciamo di {topic}?",
        goal="Fare la scelta che ci serve di più",
        options=("Procedere", "Provare prima in piccolo", "Lasciare tutto com'è"),
        words="",
    ),
}

TRAITS = {
    "contract": (
        "freelance, libero professionista, liberi professionisti, agenzia, consulente, consulenti, esterni, "
        "esternalizzare, esternalizzazione, appaltare, interinali, collaboratori esterni"
    ),
    "hire": "assumere, assunzione, assunzioni, personale fisso, dipendenti, tempo pieno",
    "stay": (
        "~restare, ~rimanere, ~tenere, ~mantenere, status quo, non fare nulla, non fare niente, com'è, come "
        "sono, sistema attuale, ~continuare, ~rinnovare, ~lasciare"
    ),
    "pilot": (
        "pilota, progetto pilota, ~provare, a tappe, passo per passo, in piccolo, beta, mvp, gradualmente"
    ),
    "retire": "~chiudere, ~eliminare, ~dismettere, ~abbandonare, ~togliere",
    "wait": "~aspettare, ~rimandare, ~rinviare, ~attendere",
    "rewrite": "riscrivere, riscriverlo, rifare, da zero, riscrittura, ~sostituire",
    "refactor": (
        "rifattorizzare, rifattorizzarlo, refactoring, ~modernizzare, ~migliorare, ~migliorarlo, ~sistemare"
    ),
    "build": "~costruire, ~sviluppare, su misura, ~creare, ~svilupparlo, ~svilupparla",
    "buy": "~comprare, ~acquistare, saas, prodotto esistente, chiavi in mano, ~noleggiare, ~comprarlo",
    "raise_price": (
        "alzare i prezzi, aumentare i prezzi, alzare il prezzo, aumentare il prezzo, aumento dei prezzi, "
        "~alzare, ~aumentare"
    ),
    "cut_price": (
        "abbassare i prezzi, ridurre i prezzi, abbassare il prezzo, sconto, sconti, ~abbassare, gratis, "
        "~ridurre"
    ),
    "acquire": "~acquisire, acquisizione, fusione, ~rilevare",
    "partner": "partner, alleanza, distributore, distributori, franchising, collaborazione con",
    "migrate": "~migrare, migrazione, ~passare, ~cambiare, ~trasferire, ~adottare",
    "expand": (
        "~espanderci, ~aprire, nuovo mercato, nuova sede, nuovo negozio, ~entrare, espansione, ~lanciare"
    ),
    "automate": "~automatizzare, automazione, chatbot, robot",
    "train": "~formare, formazione, ~promuovere, riqualificare",
    "flexible_work": (
        "smart working, telelavoro, lavoro da casa, remoto, settimana corta, settimana di quattro giorni, "
        "ibrido"
    ),
    "office": "in presenza, ~ufficio",
    "launch": "~lanciare, ~pubblicare, ~annunciare, ~procedere, ~uscire",
}
