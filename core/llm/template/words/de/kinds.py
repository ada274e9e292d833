"""Kinds of decisions and of options, in German."""

from __future__ import annotations

from core.llm.template.words.language import Archetype

ARCHETYPES = {
    "hiring": Archetype(
        title="Personal",
        question="Wie schaffen wir die Kapazität, die wir brauchen?",
        about="Wie besetzen wir {topic}?",
        goal="Die Arbeit rechtzeitig und mit den richtigen Leuten schaffen",
        options=("Feste Stellen besetzen", "Externe beauftragen", "Das Team lassen, wie es ist"),
        words=(
            "einstellen, einstellung, anstellen, freelancer, freiberufler, agentur, dienstleister, "
            "personal, entwickler, entwicklerin, ingenieure, ingenieur, mitarbeiter, mitarbeiterin, "
            "fachkräfte, vollzeit, teilzeit, ~team, berater, praktikant, designer, gehalt, stelle, stellen, "
            "bewerber, zeitarbeit, leiharbeit, auslagern, festanstellung, externe"
        ),
    ),
    "build_or_buy": Archetype(
        title="Selbst bauen oder kaufen",
        question="Wie kommen wir zu der Lösung, die wir brauchen?",
        about="Wie kommen wir zu {topic}?",
        goal="Eine Lösung haben, die funktioniert und die wir uns leisten können",
        options=("Selbst entwickeln", "Ein fertiges Produkt kaufen", "Alles lassen, wie es ist"),
        words=(
            "bauen, entwickeln, eigenentwicklung, kaufen, zukaufen, ~lizenz, standardsoftware, saas, "
            "~selbst, maßgeschneidert, ~eigene, fertige lösung, selbst bauen, selbst entwickeln, open "
            "source, individualsoftware"
        ),
    ),
    "vendor": Archetype(
        title="Wahl des Anbieters",
        question="Für wen oder was entscheiden wir uns?",
        about="Was wählen wir für {topic}?",
        goal="Den Anbieter oder das Werkzeug haben, das am besten zu uns passt",
        options=("Zu einem neuen Anbieter wechseln", "Beim heutigen Anbieter bleiben"),
        words=(
            "anbieter, lieferant, hersteller, ~tool, werkzeug, ~plattform, crm, aws, gcp, azure, "
            "salesforce, hubspot, ~vertrag, ausschreibung, angebot, software, ~cloud, ~dienst, datenbank, "
            "postgres, mysql, mongodb, snowflake, bigquery, react, vue, angular, framework, sap, datev, "
            "oracle, lexware, shopify, zendesk, erp, versicherung, bank, drucker, laptop, datenplattform"
        ),
    ),
    "pricing": Archetype(
        title="Preise",
        question="Wie gestalten wir unsere Preise?",
        about="Wie bepreisen wir {topic}?",
        goal="Mehr Umsatz machen, ohne Kunden zu verlieren",
        options=("Preise erhöhen", "Preise senken", "Preise lassen, wie sie sind"),
        words=(
            "preis, preise, preiserhöhung, preissenkung, rabatt, tarif, tarife, abo, gebühr, gebühren, "
            "kostenlos, premium, aufpreis, preismodell, beitrag, beiträge, mitgliedsbeitrag, eintritt, "
            "eintrittspreise, monatsabo, jahresabo"
        ),
    ),
    "migration": Archetype(
        title="Migration",
        question="Wie gehen wir die Umstellung an?",
        about="Wie gehen wir {topic} an?",
        goal="Auf einer Plattform arbeiten, die uns noch Jahre gute Dienste leistet",
        options=("Auf einmal umstellen", "Schritt für Schritt umstellen", "Beim heutigen System bleiben"),
        words=(
            "migrieren, migration, umstellen, umstellung, umsteigen, umstieg, ~wechseln, kubernetes, cloud, "
            "rechenzentrum, on-premise, ~system, ablösen, server, serverless, microservices, heroku, "
            "upgrade, stichtag"
        ),
    ),
    "expansion": Archetype(
        title="Expansion",
        question="Wie wachsen wir weiter?",
        about="Wie wachsen wir in {topic}?",
        goal="Dort wachsen, wo der Ertrag den Aufwand lohnt",
        options=(
            "Jetzt in einen neuen Markt gehen",
            "Erst an einem Ort testen",
            ("In den heutigen Märkten bleiben"),
        ),
        words=(
            "expandieren, expansion, ~markt, märkte, markteintritt, ~land, ausland, standort, filiale, "
            "filialen, niederlassung, eröffnen, international, deutschland, österreich, schweiz, "
            "frankreich, spanien, italien, polen, europa, usa, franchise, übernehmen, übernahme, "
            "vertriebspartner, ~lager, ~büro, zweites büro, neues büro"
        ),
    ),
    "launch_timing": Archetype(
        title="Zeitpunkt des Starts",
        question="Wann starten wir?",
        about="Wann starten wir {topic}?",
        goal="Starten, wenn Produkt und Markt bereit sind",
        options=(
            "Jetzt starten",
            "In Stufen starten, zuerst im kleinen Kreis",
            ("Warten, bis alles fertig ist"),
        ),
        words=(
            "launch, launchen, veröffentlichen, veröffentlichung, ~starten, start, markteinführung, "
            "go-live, live gehen, ~verschieben, ~warten, ~frist, beta, ankündigen, ausliefern, release, "
            "~jetzt, ~später"
        ),
    ),
    "technical_debt": Archetype(
        title="Technische Schulden",
        question="Wie gehen wir mit den technischen Schulden um?",
        about="Wie gehen wir mit {topic} um?",
        goal="Das System sicher und zügig weiterentwickeln können",
        options=("Neu schreiben", "Schritt für Schritt verbessern", "Lassen, wie es ist"),
        words=(
            "technische schulden, refactoring, refaktorieren, überarbeiten, neu schreiben, neuschreiben, "
            "altsystem, legacy, monolith, modernisieren, codebasis, aufräumen, neu bauen, neuentwicklung, "
            "veraltet, ~umbauen"
        ),
    ),
    "workplace": Archetype(
        title="Arbeitsweise",
        question="Wie wollen wir arbeiten?",
        about="Wie halten wir es mit {topic}?",
        goal="So arbeiten, dass es zum Team und zu unseren Ergebnissen passt",
        options=("Die Arbeitsweise ändern", "Erst mit einem Team ausprobieren", "Alles lassen, wie es ist"),
        words=(
            "homeoffice, remote, hybrid, präsenzpflicht, ~büro, viertagewoche, vier-tage-woche, "
            "4-tage-woche, arbeitszeit, gleitzeit, meetings, besprechungen, coworking, urlaub, "
            "schreibtische, bürotage"
        ),
    ),
    "general": Archetype(
        title="Entscheidung",
        question="Welchen Weg wählen wir?",
        about="Wie gehen wir mit {topic} um?",
        goal="Die Wahl treffen, die uns am meisten bringt",
        options=("Umsetzen", "Erst im Kleinen ausprobieren", "Alles lassen, wie es ist"),
        words="",
    ),
}

TRAITS = {
    "contract": (
        "freelancer, freiberufler, agentur, agenturen, dienstleister, berater, externe, externen, "
        "auslagern, outsourcen, outsourcing, zeitarbeit, leiharbeiter, subunternehmer, auslagerung, "
        "fremdvergabe, ~beauftragen, callcenter"
    ),
    "hire": (
        "einstellen, einstellung, anstellen, neueinstellung, neueinstellungen, festanstellung, feste "
        "stellen, mitarbeiter einstellen, rekrutieren, stellen besetzen, vollzeit, fest angestellte, "
        "festangestellte"
    ),
    "stay": (
        "~bleiben, ~behalten, ~beibehalten, status quo, nichts tun, nichts ändern, wie es ist, wie sie "
        "sind, ~weiter, ~verlängern, heutiges system, bisheriges system, heutige system, aktuelles system, "
        "~lassen, verzichten, ~weitermachen, ~weiternutzen, ~weiterführen, "
        "~weiterbetreiben"
    ),
    "pilot": (
        "pilot, pilotprojekt, testlauf, probeweise, schrittweise, schritt für schritt, in stufen, im "
        "kleinen, kleiner kreis, proof of concept, beta, mvp, ausprobieren, probephase, testen"
    ),
    "retire": (
        "~abschalten, ~einstellen und, ~schließen, ~abschaffen, ~streichen, ~beenden, ~auslaufen, "
        "stilllegen, ~kündigen"
    ),
    "wait": "~warten, ~abwarten, ~verschieben, ~aufschieben, ~zurückstellen, ~vertagen",
    "rewrite": (
        "neu schreiben, neuschreiben, neu bauen, neubauen, neu entwickeln, von grund auf, neuentwicklung, "
        "~ersetzen, ~ablösen, neubau"
    ),
    "refactor": (
        "refaktorieren, refactoring, überarbeiten, ~modernisieren, ~aufräumen, ~verbessern, ~sanieren, "
        "~reparieren, umbauen"
    ),
    "build": (
        "~bauen, ~entwickeln, selbst bauen, selbst entwickeln, eigenentwicklung, ~programmieren, inhouse, "
        "eigenbau"
    ),
    "buy": (
        "~kaufen, ~zukaufen, ~lizenzieren, standardsoftware, fertige lösung, fertiges produkt, saas, "
        "~anschaffen, ~mieten, ~leasen, ~abonnieren"
    ),
    "raise_price": (
        "preise erhöhen, preis erhöhen, preiserhöhung, ~erhöhen, ~anheben, teurer machen, aufschlag"
    ),
    "cut_price": (
        "preise senken, preis senken, preissenkung, rabatt, rabatte, ~senken, kostenlos, gratis, "
        "~vergünstigen"
    ),
    "acquire": "~übernehmen, übernahme, aufkaufen, fusion, ~fusionieren",
    "partner": (
        "partner, partnerschaft, vertriebspartner, kooperation, ~kooperieren, joint venture, franchise, "
        "händler"
    ),
    "migrate": (
        "~migrieren, migration, ~umstellen, ~umsteigen, ~wechseln, umstieg, umstellung, ~umziehen, ~einführen"
    ),
    "expand": (
        "~expandieren, ~eröffnen, markteintritt, neue filiale, neuer standort, zweiter standort, ~gehen, "
        "~ausweiten"
    ),
    "automate": "~automatisieren, automatisierung, chatbot, roboter",
    "train": "~schulen, weiterbilden, schulung, ~ausbilden, ~fortbilden, umschulen, ~befördern",
    "flexible_work": "homeoffice, remote, viertagewoche, vier-tage-woche, 4-tage-woche, hybrid, gleitzeit",
    "office": "präsenzpflicht, ~büro, bürotage, vor ort",
    "launch": "~starten, ~veröffentlichen, ~launchen, ~ausliefern, ~ankündigen, ~umsetzen, live gehen",
}
