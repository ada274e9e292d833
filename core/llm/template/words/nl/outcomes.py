"""Outcomes, in Dutch."""

from __future__ import annotations

from core.llm.template.words.language import Outcome

OUTCOMES = {
    "time": Outcome(
        label="Doorlooptijd",
        nouns=(
            "doorlooptijd, levertijd, duur, planning, ~termijn, ~tijd, ~dagen, ~weken, ~maanden, "
            "inwerktijd, ~start"
        ),
        up="langzaam, langzamer, ~vertraging, vertraagd, ~laat, ~later, ~langer, te laat",
        down="snel, sneller, snelst, ~meteen, ~vroeg, ~eerder, snelheid, op tijd, vlot",
    ),
    "cost": Outcome(
        label="Kosten",
        nouns=(
            "kosten, kost, uitgaven, ~prijs, ~tarief, ~salaris, ~salarissen, ~factuur, investering, "
            "~bedrag, budget, ~eur, ~euro, ~huur, totale kosten"
        ),
        up="duur, duurder, kostbaar, meerkosten",
        down="goedkoop, goedkoper, voordelig, besparing, besparingen, bespaart, betaalbaar",
    ),
    "running_cost": Outcome(
        label="Lopende kosten",
        nouns="lopende kosten, operationele kosten, maandelijkse kosten, ~abonnement, ~hosting, ~kosten",
        up="~duur, ~duurder",
        down="~goedkoop, ~besparing",
    ),
    "quality": Outcome(
        label="Kwaliteit van het resultaat",
        nouns="kwaliteit, afwerking, nauwkeurigheid, ~niveau",
        up="~verzorgd, ~robuust, ~ervaren",
        down="gebreken, ~onaf, slordig, fouten",
    ),
    "knowledge": Outcome(
        label="Kennis in het team",
        nouns="kennis, knowhow, vakkennis, ~documentatie, ~overdracht",
        up="blijft in het team",
        down="kennisverlies, vertrekt met, kennis mee",
    ),
    "flexibility": Outcome(
        label="Flexibiliteit",
        nouns="flexibiliteit, speelruimte",
        up="flexibel, maandelijks opzegbaar",
        down="star, ~gebonden, ~opzegtermijn",
    ),
    "control": Outcome(
        label="Zeggenschap",
        nouns="zeggenschap, controle, autonomie, onafhankelijkheid",
        up="onafhankelijk",
        down="~afhankelijkheid, afhankelijk",
    ),
    "fit": Outcome(
        label="Aansluiting op onze behoeften",
        nouns="~behoeften, ~functies, functionaliteit, ~dekking, ~koppelingen, ~integraties, ~score",
        up="~past, ~dekt, ~voldoet, ~ondersteunt",
        down="~ontbreekt, ~ontbreken, ~hiaten, ~beperkt",
    ),
    "maintenance": Outcome(
        label="Onderhoudswerk",
        nouns="onderhoud, beheer, ~updates, storingsdienst",
        up="~complex, ~kwetsbaar, ~verouderd",
        down="onderhoudbaar, ~eenvoudig, ~beheerd",
    ),
    "effort": Outcome(
        label="Moeite van de overstap",
        nouns="moeite, inspanning, ~migratie, ~invoering, ~installatie, ~opleiding, werklast, ~overgang",
        up="~bewerkelijk, ~ingewikkeld, ~moeilijk",
        down="~makkelijk, ~eenvoudig, moeiteloos",
    ),
    "revenue": Outcome(
        label="Omzet",
        nouns="omzet, inkomsten, opbrengst, ~verkoop, ~vraag, ~bestellingen",
        up="~verkoopt",
        down="omzetverlies",
    ),
    "profit": Outcome(
        label="Marge",
        nouns="marge, marges, winst, winstgevendheid, rendement",
        up="winstgevend, rendabel",
        down="verliesgevend, ~verlies",
    ),
    "churn": Outcome(
        label="Klantverloop",
        nouns="klantverloop, churn, opzeggingen, ~opzegging",
        up="~opzeggen, ~vertrekken, ~concurrent, ~ontevreden klanten",
        down="klantentrouw, ~verlengen, klantbehoud",
    ),
    "new_customers": Outcome(
        label="Nieuwe klanten",
        nouns="nieuwe klanten, klantenwerving, ~aanmeldingen, conversie",
        up="~trekt aan, ~aantrekkelijk",
        down="~schrikt af",
    ),
    "satisfaction": Outcome(
        label="Klanttevredenheid",
        nouns="klanttevredenheid, tevredenheid, klantervaring, nps, ~beoordelingen",
        up="tevreden, ~enthousiast",
        down="ontevreden, ~klachten",
    ),
    "reliability": Outcome(
        label="Betrouwbaarheid",
        nouns="betrouwbaarheid, beschikbaarheid, stabiliteit",
        up="betrouwbaar, ~stabiel",
        down="~storing, storingen, ~uitval, ~instabiel, ~incidenten",
    ),
    "disruption": Outcome(
        label="Risico op verstoring",
        nouns="risico, risico's, verstoring, ~onderbreking, ~onzekerheid, dataverlies",
        up="riskant, ~gevaarlijk",
        down="~veilig, ~beproefd, omkeerbaar",
    ),
    "security": Outcome(
        label="Veiligheid",
        nouns="veiligheid, beveiliging, privacy, gegevensbescherming, versleuteling",
        up="beveiligd, versleuteld, ~gecertificeerd",
        down="kwetsbaarheid, datalek",
    ),
    "compliance": Outcome(
        label="Naleving van regels",
        nouns="naleving, compliance, avg, regelgeving, ~audit",
        up="conform",
        down="~boete, ~overtreding",
    ),
    "lock_in": Outcome(
        label="Afhankelijkheid van de leverancier",
        nouns="afhankelijkheid, lock-in",
        up="~gebonden aan",
        down="open standaarden, ~open source",
    ),
    "morale": Outcome(
        label="Sfeer in het team",
        nouns="sfeer, motivatie, moreel, welzijn, werkplezier, werkgeluk",
        up="gemotiveerd, ~blij",
        down="burn-out, overbelast, werkdruk, stress, ~gedemotiveerd, overuren",
    ),
    "collaboration": Outcome(
        label="Samenwerking",
        nouns="samenwerking, ~communicatie, afstemming",
        up="~samen, ~persoonlijk",
        down="~isolatie, misverstanden",
    ),
    "productivity": Outcome(
        label="Productiviteit",
        nouns="productiviteit, efficiëntie, ~rendement",
        up="productief, ~efficiënt",
        down="onproductief, ~afleiding",
    ),
    "attrition": Outcome(
        label="Personeelsverloop",
        nouns="personeelsverloop, verloop, ~ontslag",
        up="~neemt ontslag",
        down="personeelsbehoud",
    ),
    "learning": Outcome(
        label="Wat we leren",
        nouns="~inzichten, ~lessen",
        up="~leert",
        down="~blind",
    ),
    "scalability": Outcome(
        label="Schaalbaarheid",
        nouns="schaalbaarheid",
        up="schaalbaar",
        down="~vol, ~grenzen",
    ),
    "performance": Outcome(
        label="Prestaties",
        nouns="prestaties",
        up="~vlot",
        down="latentie, reactietijd, laadtijd, ~traag",
    ),
    "adoption": Outcome(
        label="Acceptatie",
        nouns="acceptatie, gebruiksgemak, gebruiksvriendelijkheid, ~gebruik",
        up="gebruiksvriendelijk, ~intuïtief",
        down="~verwarrend, ~weerstand",
    ),
    "support_load": Outcome(
        label="Druk op support",
        nouns="supportdruk, ~tickets, ~vragen, klantenservice",
        up="~vragen van klanten",
        down="zelfbediening",
    ),
    "market": Outcome(
        label="Marktpositie",
        nouns="marktaandeel, marktpositie, ~merk, zichtbaarheid, reputatie, bekendheid",
        up="~voorsprong, ~koploper",
        down="~achterstand, ~te laat op de markt",
    ),
    "carbon": Outcome(
        label="Uitstoot",
        nouns="uitstoot, co2, klimaatvoetafdruk",
        up="vervuilend, ~diesel",
        down="duurzaam, ~elektrisch, klimaatvriendelijk",
    ),
    "benefit": Outcome(
        label="Bijdrage aan het doel",
        nouns="~voordelen, ~waarde, ~effect, ~resultaat",
        up="~nuttig, ~effectief",
        down="~zinloos, ~verspilling",
    ),
}
