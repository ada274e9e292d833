"""Outcomes, in German."""

from __future__ import annotations

from core.llm.template.words.language import Outcome

OUTCOMES = {
    "time": Outcome(
        label="Zeit bis zum Ergebnis",
        nouns=(
            "lieferzeit, dauer, zeitplan, durchlaufzeit, einarbeitung, einarbeitungszeit, ~frist, ~tage, "
            "~wochen, ~monate, ~zeit, zeitaufwand, vorlaufzeit, time to market, bearbeitungszeit, ~start"
        ),
        up=(
            "langsam, langsamer, ~verzögerung, verzögert, verspätet, ~später, ~länger, dauert lange, in "
            "verzug, ~spät, verspätung"
        ),
        down=(
            "schnell, schneller, am schnellsten, rasch, ~sofort, ~früher, zügig, kurzfristig, pünktlich, "
            "geschwindigkeit, tempo, beschleunigt, schnelligkeit"
        ),
    ),
    "cost": Outcome(
        label="Kosten",
        nouns=(
            "kosten, ausgaben, ~preis, gesamtkosten, ~honorar, ~gebühr, ~gehalt, ~gehälter, ~rechnung, "
            "investition, tagessatz, ~betrag, budget, ~eur, ~euro, anschaffungskosten, personalkosten, "
            "aufwendungen, ~miete"
        ),
        up="teuer, teurer, kostspielig, kostenintensiv, aufpreis, mehrkosten, am teuersten",
        down=(
            "günstig, günstiger, billig, billiger, preiswert, ersparnis, einsparung, einsparungen, "
            "kostengünstig, kosteneffizient, am günstigsten"
        ),
    ),
    "running_cost": Outcome(
        label="Laufende Kosten",
        nouns=(
            "laufende kosten, betriebskosten, monatliche kosten, jährliche kosten, ~lizenzkosten, "
            "hostingkosten, ~unterhalt, unterhaltskosten, stromkosten, ~kosten"
        ),
        up="~teuer, ~teurer",
        down="~günstig, ~günstiger, ~ersparnis",
    ),
    "quality": Outcome(
        label="Qualität des Ergebnisses",
        nouns="qualität, codequalität, ~standard, verarbeitung, genauigkeit, sorgfalt, ~testabdeckung",
        up="hochwertig, ~ausgereift, ~erfahren, ~sorgfältig, ~robust",
        down="mängel, fehlerhaft, schlampig, ~unfertig, ~unausgereift, nacharbeit, fehler",
    ),
    "knowledge": Outcome(
        label="Wissen im Team",
        nouns="wissen, know-how, fachwissen, ~dokumentation, ~übergabe, ~erfahrung, domänenwissen",
        up="wissen bleibt, bleibt im team, im haus",
        down="wissensverlust, wissen geht verloren, wissen mit, abgewandert",
    ),
    "flexibility": Outcome(
        label="Flexibilität",
        nouns="flexibilität, spielraum, beweglichkeit",
        up="flexibel, flexibler, jederzeit kündbar, monatlich kündbar, ~anpassbar",
        down="starr, unflexibel, ~gebunden, kündigungsfrist, mindestlaufzeit, ~bindung",
    ),
    "control": Outcome(
        label="Kontrolle",
        nouns="kontrolle, unabhängigkeit, autonomie, hoheit",
        up=("unabhängig"),
        down=("abhängig, ~abhängigkeit"),
    ),
    "fit": Outcome(
        label="Passung zu unserem Bedarf",
        nouns=(
            "passung, ~anforderungen, ~funktionen, funktionsumfang, ~bedarf, ~bewertung, ~schnittstellen, "
            "~integration, ~integrationen, ~punkte"
        ),
        up="~passt, ~erfüllt, ~deckt, ~unterstützt, maßgeschneidert",
        down="~fehlt, ~fehlen, ~lücken, ~lücke, ~umweg, ~eingeschränkt",
    ),
    "maintenance": Outcome(
        label="Wartungsaufwand",
        nouns="wartung, pflege, wartungsaufwand, ~betrieb, ~updates, rufbereitschaft, bereitschaft",
        up="~komplex, ~veraltet, ~fehleranfällig, wartungsintensiv",
        down="wartungsarm, wartbar, ~einfacher, ~verwaltet, wartungsfrei",
    ),
    "effort": Outcome(
        label="Aufwand der Umstellung",
        nouns=(
            "aufwand, ~umstellung, ~einführung, ~einrichtung, ~schulung, personentage, arbeitsaufwand, "
            "~migration, umstellungsaufwand"
        ),
        up="aufwendig, aufwändig, ~mühsam, ~kompliziert, zeitraubend, ~schwierig",
        down="~einfach, ~einfacher, mühelos, ~reibungslos, ~unkompliziert, ~leicht",
    ),
    "revenue": Outcome(
        label="Umsatz",
        nouns="umsatz, umsätze, erlös, erlöse, einnahmen, ~verkäufe, ~absatz, ~nachfrage, ~aufträge",
        up="~verkauft sich, umsatzstark",
        down="umsatzeinbußen, ~einbußen",
    ),
    "profit": Outcome(
        label="Gewinn",
        nouns="gewinn, marge, ertrag, rendite, deckungsbeitrag, roi",
        up=("profitabel, rentabel, lohnend"),
        down=("unrentabel, verlust, verluste, amortisation"),
    ),
    "churn": Outcome(
        label="Kundenabwanderung",
        nouns=(
            "abwanderung, kundenabwanderung, churn, ~kündigungen, kundenverlust, mitgliederschwund, "
            "~austritte"
        ),
        up="~kündigen, ~abspringen, ~wechseln zur konkurrenz, ~verärgert, ~alternativen",
        down="kundenbindung, ~treu, ~verlängern, treue",
    ),
    "new_customers": Outcome(
        label="Neue Kunden",
        nouns=(
            "neukunden, neue kunden, neukundengewinnung, ~abschlüsse, ~interessenten, conversion, "
            "~anmeldungen, neue mitglieder"
        ),
        up="~gewinnt, ~anziehend, zieht an",
        down="~abschreckend, ~schreckt ab",
    ),
    "satisfaction": Outcome(
        label="Kundenzufriedenheit",
        nouns="kundenzufriedenheit, zufriedenheit, ~bewertungen, kundenerlebnis, nps",
        up="zufrieden, ~begeistert, ~gelobt",
        down="unzufrieden, ~beschwerden, ~beschwert, ~verärgert, ~enttäuscht",
    ),
    "reliability": Outcome(
        label="Zuverlässigkeit",
        nouns="zuverlässigkeit, verfügbarkeit, stabilität, ausfallsicherheit",
        up="zuverlässig, ~stabil, ausfallsicher, verlässlich",
        down=(
            "~ausfall, ausfälle, ~ausfallzeit, unzuverlässig, ~instabil, ~störung, ~störungen, fiel aus, "
            "fällt aus"
        ),
    ),
    "disruption": Outcome(
        label="Risiko von Störungen",
        nouns="risiko, risiken, ~ausfallzeit, ~unterbrechung, ~unsicherheit, datenverlust, ~gefahr",
        up="riskant, riskanter, ~gefährlich, ~unsicher",
        down="~sicher, sicherer, ~bewährt, ~erprobt, umkehrbar, risikoarm",
    ),
    "security": Outcome(
        label="Sicherheit",
        nouns=("sicherheit, datensicherheit, datenschutz, verschlüsselung"),
        up=("verschlüsselt, ~zertifiziert"),
        down=("sicherheitslücke, sicherheitslücken, datenleck"),
    ),
    "compliance": Outcome(
        label="Regelkonformität",
        nouns=("compliance, dsgvo, vorschriften, ~regulierung, ~prüfung"),
        up=("konform, dsgvo-konform, ~zulässig"),
        down=("~verstoß, ~bußgeld, unzulässig"),
    ),
    "lock_in": Outcome(
        label="Abhängigkeit vom Anbieter",
        nouns=("abhängigkeit, lock-in, anbieterbindung, herstellerbindung"),
        up=("~proprietär, abhängig, ~gebunden"),
        down=("offene standards, ~open source, ~portabel, herstellerunabhängig"),
    ),
    "morale": Outcome(
        label="Stimmung im Team",
        nouns=(
            "stimmung, motivation, moral, arbeitszufriedenheit, mitarbeiterzufriedenheit, betriebsklima, "
            "teamgeist, work-life-balance"
        ),
        up="motiviert, ~erfreut, ~begeistert",
        down="burnout, überlastet, überlastung, ~frustriert, ~überstunden, stress, ~gestresst, demotiviert",
    ),
    "collaboration": Outcome(
        label="Zusammenarbeit",
        nouns=("zusammenarbeit, ~kommunikation, abstimmung, teamarbeit"),
        up=("~persönlich, ~gemeinsam"),
        down=("~isoliert, missverständnisse, silos, ~zeitzonen"),
    ),
    "productivity": Outcome(
        label="Produktivität",
        nouns="produktivität, effizienz, ~leistung",
        up=("produktiv, produktiver, ~effizient"),
        down=("unproduktiv, ~ablenkung, ~ablenkungen, ~leerlauf, engpass"),
    ),
    "attrition": Outcome(
        label="Fluktuation",
        nouns="fluktuation, ~abgänge, mitarbeiterabgänge",
        up=("~kündigt, ~verlässt"),
        down=("mitarbeiterbindung"),
    ),
    "learning": Outcome(
        label="Erkenntnisgewinn",
        nouns=("erkenntnisse, ~rückmeldungen, ~lernen, ~feedback, erkenntnisgewinn"),
        up=("~zeigt, ~lernt"),
        down=("~ungetestet"),
    ),
    "scalability": Outcome(
        label="Skalierbarkeit",
        nouns="skalierbarkeit, ~skalierung",
        up=("skalierbar, skaliert"),
        down=("~engpass, ~grenzen"),
    ),
    "performance": Outcome(
        label="Leistung",
        nouns="performance, leistungsfähigkeit, durchsatz",
        up=("performant, leistungsfähig"),
        down=("latenz, ladezeit, antwortzeit, ~träge, ruckelt"),
    ),
    "adoption": Outcome(
        label="Akzeptanz",
        nouns=("akzeptanz, bedienbarkeit, benutzerfreundlichkeit, ~nutzung, bedienung"),
        up=("benutzerfreundlich, ~intuitiv, einfach zu bedienen, ~vertraut"),
        down=("umständlich, ~unübersichtlich, ~ungewohnt, ~widerstand"),
    ),
    "support_load": Outcome(
        label="Supportaufkommen",
        nouns=("supportaufkommen, supportanfragen, ~tickets, ~anfragen, kundendienst"),
        up=("~rückfragen"),
        down=("selbstbedienung"),
    ),
    "market": Outcome(
        label="Marktposition",
        nouns=("marktanteil, marktposition, ~marke, bekanntheit, sichtbarkeit, ~ruf, wettbewerbsvorteil"),
        up=("~vorsprung, ~führend"),
        down=("~abgehängt, ~zu spät"),
    ),
    "carbon": Outcome(
        label="Emissionen",
        nouns="emissionen, co2, klimabilanz, co2-ausstoß",
        up=("klimaschädlich, ~diesel"),
        down=("klimafreundlich, nachhaltig, emissionsarm, ~elektrisch"),
    ),
    "benefit": Outcome(
        label="Nutzen für das Ziel",
        nouns=("~nutzen, ~mehrwert, ~wirkung, ~vorteil, ~ergebnis"),
        up=("~nützlich, ~wirksam, ~erfolgreich"),
        down=("~nutzlos, ~wirkungslos, ~verschwendung"),
    ),
}
