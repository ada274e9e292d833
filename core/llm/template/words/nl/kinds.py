"""Kinds of decisions and of options, in Dutch."""

from __future__ import annotations

from core.llm.template.words.language import Archetype

ARCHETYPES = {
    "hiring": Archetype(
        title="Personeel",
        question="Hoe krijgen we de capaciteit die we nodig hebben?",
        about="Hoe bemensen we {topic}?",
        goal="Het werk op tijd doen, met de juiste mensen",
        options=("Vaste mensen aannemen", "Externen inhuren", "Het team laten zoals het is"),
        words=(
            "aannemen, inhuren, werven, werving, engineer, engineers, ontwikkelaar, ontwikkelaars, "
            "freelancer, freelancers, zzp'er, zzp'ers, bureau, consultant, consultants, stagiair, "
            "medewerker, medewerkers, personeel, uitbesteden, uitzendkracht, uitzendkrachten, fulltime, "
            "parttime, ~team, ontwerper, vacature, vacatures, externen"
        ),
    ),
    "build_or_buy": Archetype(
        title="Bouwen of kopen",
        question="Hoe komen we aan de oplossing die we nodig hebben?",
        about="Hoe komen we aan {topic}?",
        goal="Een oplossing hebben die werkt en die we kunnen betalen",
        options=("Zelf bouwen", "Een bestaand product kopen", "Alles laten zoals het is"),
        words=(
            "bouwen, ontwikkelen, kopen, aanschaffen, maatwerk, ~licentie, saas, ~intern, open source, zelf "
            "bouwen, kant-en-klaar, standaardpakket, inkopen"
        ),
    ),
    "vendor": Archetype(
        title="Keuze van de leverancier",
        question="Welke kiezen we?",
        about="Wat kiezen we voor {topic}?",
        goal="De leverancier of het hulpmiddel hebben dat het best bij ons past",
        options=("Overstappen naar een nieuwe leverancier", "Bij de huidige leverancier blijven"),
        words=(
            "leverancier, leveranciers, aanbieder, ~tool, ~platform, crm, aws, gcp, azure, salesforce, "
            "hubspot, ~contract, aanbesteding, ~offerte, software, ~cloud, ~dienst, database, postgres, "
            "mysql, mongodb, snowflake, bigquery, react, vue, angular, framework, sap, oracle, shopify, "
            "zendesk, erp, verzekering, bank, printer, laptop, salarisadministratie, dataplatform"
        ),
    ),
    "pricing": Archetype(
        title="Prijzen",
        question="Hoe bepalen we onze prijzen?",
        about="Welke prijs geven we {topic}?",
        goal="Meer omzet zonder klanten te verliezen",
        options=("Prijzen verhogen", "Prijzen verlagen", "Prijzen laten zoals ze zijn"),
        words=(
            "prijs, prijzen, tarief, tarieven, korting, kortingen, abonnement, gratis, premium, "
            "contributie, prijsverhoging, prijsverlaging, ~plan, kosteloos, toeslag"
        ),
    ),
    "migration": Archetype(
        title="Migratie",
        question="Hoe pakken we de overstap aan?",
        about="Hoe pakken we {topic} aan?",
        goal="Werken op een platform dat ons nog jaren goed dient",
        options=("In één keer overstappen", "Stap voor stap overstappen", "Op het huidige systeem blijven"),
        words=(
            "migreren, migratie, ~overstappen, overstap, kubernetes, cloud, server, servers, hosting, "
            "overgang, microservices, heroku, upgrade, ~systeem, omzetten"
        ),
    ),
    "expansion": Archetype(
        title="Uitbreiding",
        question="Hoe groeien we verder?",
        about="Hoe groeien we in {topic}?",
        goal="Groeien waar de opbrengst de moeite loont",
        options=(
            "Nu een nieuwe markt betreden",
            "Eerst op één plek proberen",
            ("Bij de huidige markten blijven"),
        ),
        words=(
            "uitbreiden, uitbreiding, ~markt, markten, ~land, landen, buitenland, internationaal, "
            "vestiging, vestigingen, filiaal, ~kantoor, kantoor openen, winkel, winkels, franchise, "
            "distributeur, duitsland, belgië, frankrijk, spanje, europa, overnemen, overname, ~magazijn, "
            "~openen, tweede kantoor"
        ),
    ),
    "launch_timing": Archetype(
        title="Moment van lancering",
        question="Wanneer lanceren we?",
        about="Wanneer lanceren we {topic}?",
        goal="Lanceren als product en markt er klaar voor zijn",
        options=(
            "Nu lanceren",
            "In stappen lanceren, eerst voor een kleine groep",
            ("Wachten tot alles klaar is"),
        ),
        words=(
            "lanceren, lancering, uitbrengen, live gaan, ~uitstellen, ~wachten, ~deadline, bèta, beta, "
            "aankondigen, release, ~nu, ~later"
        ),
    ),
    "technical_debt": Archetype(
        title="Technische schuld",
        question="Wat doen we met de technische schuld?",
        about="Wat doen we met {topic}?",
        goal="Het systeem veilig en vlot kunnen veranderen",
        options=("Herschrijven", "Stap voor stap verbeteren", "Laten zoals het is"),
        words=(
            "technische schuld, herschrijven, refactoren, refactoring, opknappen, monoliet, legacy, "
            "moderniseren, codebase, oud systeem, verouderd, herbouwen"
        ),
    ),
    "workplace": Archetype(
        title="Manier van werken",
        question="Hoe willen we werken?",
        about="Hoe gaan we om met {topic}?",
        goal="Werken op een manier die past bij het team en de resultaten",
        options=(
            "De manier van werken veranderen",
            "Eerst met één team proberen",
            ("Alles laten zoals het is"),
        ),
        words=(
            "thuiswerken, remote, hybride, ~kantoor, vierdaagse werkweek, werktijden, vergaderingen, "
            "vergadering, coworking, vakantie, op afstand, kantoordagen"
        ),
    ),
    "general": Archetype(
        title="Beslissing",
        question="Welke weg kiezen we?",
        about="Wat doen we met {topic}?",
        goal="De keuze maken die ons het meest oplevert",
        options=("Doorgaan", "Eerst klein proberen", "Alles laten zoals het is"),
        words="",
    ),
}

TRAITS = {
    "contract": (
        "freelancer, freelancers, zzp'er, zzp'ers, bureau, consultant, consultants, externen, externe, "
        "uitbesteden, uitbesteding, uitzendkrachten, ~inhuren, callcenter"
    ),
    "hire": (
        "aannemen, vaste mensen, vaste medewerkers, werven, fulltime, in dienst nemen, nieuwe medewerkers"
    ),
    "stay": (
        "~blijven, ~houden, ~behouden, status quo, niets doen, niets veranderen, zoals het is, zoals ze "
        "zijn, huidige systeem, ~verlengen, ~laten, ~doorgaan"
    ),
    "pilot": (
        "pilot, proefproject, ~proberen, in stappen, stap voor stap, kleine groep, eerst klein, bèta, beta, "
        "mvp, geleidelijk"
    ),
    "retire": "~sluiten, ~schrappen, ~stopzetten, ~afschaffen",
    "wait": "~wachten, ~uitstellen, ~afwachten",
    "rewrite": "herschrijven, herbouwen, vanaf nul, opnieuw bouwen, ~vervangen",
    "refactor": "refactoren, refactoring, ~verbeteren, ~moderniseren, ~opknappen",
    "build": "~bouwen, ~ontwikkelen, zelf bouwen, maatwerk",
    "buy": "~kopen, ~aanschaffen, saas, bestaand product, kant-en-klaar, ~huren, ~leasen",
    "raise_price": "prijzen verhogen, prijs verhogen, prijsverhoging, ~verhogen",
    "cut_price": "prijzen verlagen, prijs verlagen, korting, kortingen, ~verlagen, gratis",
    "acquire": "~overnemen, overname, fusie, ~fuseren",
    "partner": "partner, partnerschap, distributeur, ~samenwerken, franchise",
    "migrate": "~migreren, migratie, ~overstappen, ~omzetten, ~verhuizen, overstap, ~overgaan",
    "expand": "~uitbreiden, ~openen, nieuwe markt, nieuw kantoor, nieuwe vestiging, nieuwe winkel",
    "automate": "~automatiseren, automatisering, chatbot, robot",
    "train": "~opleiden, ~trainen, opleiding, bijscholen",
    "flexible_work": "thuiswerken, remote, vierdaagse werkweek, hybride, op afstand",
    "office": "kantoordagen, ~kantoor, op locatie",
    "launch": "~lanceren, ~uitbrengen, ~aankondigen, ~starten, live gaan",
}
