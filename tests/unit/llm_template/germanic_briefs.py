"""Briefs in German and Dutch."""

from __future__ import annotations

from tests.unit.llm_template.case import Case

GERMAN = (
    Case(
        brief=(
            "Sollen wir drei Ingenieure einstellen oder Freelancer für sechs Monate nutzen? Das "
            "Budget liegt bei 300.000 €."
        ),
        options=("Drei Ingenieure einstellen", "Freelancer für sechs Monate nutzen"),
        kind="hiring",
        language="de",
    ),
    Case(
        brief="Sollen wir AWS oder Azure für unsere Datenplattform nutzen?",
        options=("AWS nutzen", "Azure nutzen"),
        kind="vendor",
        language="de",
    ),
    Case(
        brief=(
            "Wir müssen uns zwischen Salesforce, HubSpot und Pipedrive entscheiden. Wichtig sind uns "
            "Preis, Bedienbarkeit und Datenschutz."
        ),
        options=("Salesforce", "HubSpot", "Pipedrive"),
        kind="vendor",
        language="de",
    ),
    Case(
        brief="Sollen wir die Preise um 5 % oder 10 % erhöhen?",
        options=("Die Preise um 5 % erhöhen", "Die Preise um 10 % erhöhen"),
        kind="pricing",
        language="de",
    ),
    Case(
        brief="Sollten wir auf Kubernetes umsteigen?",
        options=("Auf Kubernetes umsteigen", "Beim heutigen System bleiben"),
        kind="migration",
        language="de",
    ),
    Case(
        brief="Sollen wir ein CRM kaufen oder selbst bauen?",
        options=("Ein CRM kaufen", "Selbst bauen"),
        kind="build_or_buy",
        language="de",
    ),
    Case(
        brief="Stellen wir zwei Entwickler ein oder beauftragen wir eine Agentur?",
        options=("Zwei Entwickler einstellen", "Eine Agentur beauftragen"),
        kind="hiring",
        language="de",
    ),
    Case(
        brief="Sollen wir nach Berlin oder München umziehen, um näher an den Kunden zu sein?",
        options=("Nach Berlin umziehen", "Nach München umziehen"),
        kind="general",
        language="de",
        goal="Näher an den Kunden zu sein",
    ),
    Case(
        brief="Ob wir jetzt starten oder bis zum Sommer warten sollen, ist unklar.",
        options=("Jetzt starten", "Bis zum Sommer warten"),
        kind="launch_timing",
        language="de",
    ),
    Case(
        brief="Viertagewoche einführen?",
        options=("Viertagewoche einführen", "Alles lassen, wie es ist"),
        kind="workplace",
        language="de",
    ),
    Case(
        brief=(
            "Unser Ziel ist es, die Support-Kosten um 20 % zu senken. Optionen:\n- Chatbot einführen\n"
            "- Callcenter beauftragen: günstig, aber schlechtere Qualität\n- Nichts tun"
        ),
        options=("Chatbot einführen", "Callcenter beauftragen", "Nichts tun"),
        kind="general",
        language="de",
        goal="Die Support-Kosten um 20 % senken",
    ),
    Case(
        brief="Wir überlegen, ob wir eine Filiale in Wien eröffnen.",
        options=("Eine Filiale in Wien eröffnen", "Bei den heutigen Standorten bleiben"),
        kind="expansion",
        language="de",
    ),
    Case(
        brief="Sollen wir das Abrechnungssystem neu schreiben oder Schritt für Schritt überarbeiten?",
        options=("Das Abrechnungssystem neu schreiben", "Schritt für Schritt überarbeiten"),
        kind="technical_debt",
        language="de",
    ),
    Case(
        brief="Soll der Verein die Mitgliedsbeiträge erhöhen oder einen Sponsor suchen?",
        options=("Die Mitgliedsbeiträge erhöhen", "Einen Sponsor suchen"),
        kind="general",
        language="de",
    ),
    Case(
        brief="Welchen Anbieter nehmen wir: Telekom, Vodafone oder O2?",
        options=("Telekom", "Vodafone", "O2"),
        kind="vendor",
        language="de",
        question="Welchen Anbieter nehmen wir?",
    ),
    Case(
        brief="Sollten wir von Heroku zu AWS wechseln?",
        options=("Von Heroku zu AWS wechseln", "Bei Heroku bleiben"),
        kind="migration",
        language="de",
    ),
    Case(
        brief="Kaufen wir einen neuen Lieferwagen oder leasen wir einen?",
        options=("Einen neuen Lieferwagen kaufen", "Einen neuen Lieferwagen leasen"),
        kind="build_or_buy",
        language="de",
    ),
)

DUTCH = (
    Case(
        brief=(
            "Moeten we drie engineers aannemen of freelancers inhuren voor zes maanden? Het budget "
            "is € 300.000."
        ),
        options=("Drie engineers aannemen", "Freelancers inhuren voor zes maanden"),
        kind="hiring",
        language="nl",
    ),
    Case(
        brief="AWS, GCP of Azure voor ons dataplatform?",
        options=("AWS", "GCP", "Azure"),
        kind="vendor",
        language="nl",
    ),
    Case(
        brief="Verhogen we de prijzen met 5% of met 10%?",
        options=("De prijzen met 5% verhogen", "De prijzen met 10% verhogen"),
        kind="pricing",
        language="nl",
    ),
    Case(
        brief="We twijfelen tussen een kantoor in Utrecht openen en volledig thuiswerken.",
        options=("Een kantoor in Utrecht openen", "Volledig thuiswerken openen"),
        kind="workplace",
        language="nl",
    ),
    Case(
        brief=(
            "We moeten kiezen tussen Salesforce, HubSpot en Pipedrive. Belangrijk zijn prijs, "
            "gebruiksgemak en koppelingen."
        ),
        options=("Salesforce", "HubSpot", "Pipedrive"),
        kind="vendor",
        language="nl",
    ),
    Case(
        brief="Moeten we naar Kubernetes overstappen?",
        options=("Naar Kubernetes overstappen", "Op het huidige systeem blijven"),
        kind="migration",
        language="nl",
    ),
    Case(
        brief="Zullen we een CRM kopen of zelf bouwen?",
        options=("Een CRM kopen", "Zelf bouwen"),
        kind="build_or_buy",
        language="nl",
    ),
    Case(
        brief="We overwegen om het product in maart te lanceren zodat we de concurrentie voor zijn.",
        options=("Het product in maart lanceren", "Wachten met de lancering"),
        kind="launch_timing",
        language="nl",
        goal="De concurrentie voor zijn",
    ),
    Case(
        brief="Welke leverancier kiezen we: KPN, Ziggo of Odido?",
        options=("KPN", "Ziggo", "Odido"),
        kind="vendor",
        language="nl",
        question="Welke leverancier kiezen we?",
    ),
    Case(
        brief="Is het beter om de facturatiedienst te herschrijven of stap voor stap te verbeteren?",
        options=("De facturatiedienst herschrijven", "Stap voor stap verbeteren"),
        kind="technical_debt",
        language="nl",
    ),
    Case(
        brief="Opties:\n- Twee verkopers aannemen\n- Een bureau inschakelen: snel maar duur\n- Niets doen",
        options=("Twee verkopers aannemen", "Een bureau inschakelen", "Niets doen"),
        kind="hiring",
        language="nl",
    ),
    Case(
        brief="Lanceren we nu of wachten we tot september?",
        options=("Nu lanceren", "Tot september wachten"),
        kind="launch_timing",
        language="nl",
    ),
    Case(
        brief="Moeten we van Heroku naar AWS overstappen?",
        options=("Van Heroku naar AWS overstappen", "Bij Heroku blijven"),
        kind="migration",
        language="nl",
    ),
)
