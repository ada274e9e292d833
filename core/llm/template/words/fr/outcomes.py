"""Outcomes, in French."""

from __future__ import annotations

from core.llm.template.words.language import Outcome

OUTCOMES = {
    "time": Outcome(
        label="Délai",
        nouns=(
            "délai, délais, durée, calendrier, planning, ~échéance, ~jours, ~semaines, ~mois, ~temps, temps "
            "de mise en œuvre, délai de livraison, ~démarrage"
        ),
        up="lent, lente, plus lent, ~retard, retards, ~tard, ~longtemps, en retard",
        down=(
            "rapide, rapides, rapidement, plus vite, ~vite, ~immédiatement, ~tôt, vitesse, rapidité, à temps"
        ),
    ),
    "cost": Outcome(
        label="Coût",
        nouns=(
            "coût, coûts, coûte, coûtent, dépense, dépenses, ~prix, ~tarif, ~frais, ~salaire, ~salaires, "
            "~devis, ~facture, investissement, ~montant, budget, ~eur, ~euros, ~loyer, coût total"
        ),
        up="cher, chère, chers, coûteux, coûteuse, onéreux, surcoût",
        down="économique, bon marché, économie, économies, économise, abordable, moins cher",
    ),
    "running_cost": Outcome(
        label="Coût d'exploitation",
        nouns=(
            "coût d'exploitation, coûts d'exploitation, coût mensuel, coût annuel, ~abonnement, "
            "~hébergement, charges, ~coût, ~coûts"
        ),
        up=("~cher, ~coûteux"),
        down=("~économies"),
    ),
    "quality": Outcome(
        label="Qualité du résultat",
        nouns=("qualité, ~niveau, finition, précision, ~fiabilité"),
        up=("~soigné, ~robuste, ~expérimenté"),
        down=("~défaut, défauts, ~bugs, bâclé, ~inachevé, erreurs"),
    ),
    "knowledge": Outcome(
        label="Savoir gardé dans l'équipe",
        nouns=("savoir, savoir-faire, connaissances, connaissance, ~expertise, ~documentation"),
        up=("reste dans l'équipe"),
        down=("perte de savoir, part avec, perte de connaissances"),
    ),
    "flexibility": Outcome(
        label="Souplesse",
        nouns="souplesse, flexibilité, marge de manœuvre",
        up=("souple, flexible, sans engagement"),
        down=("rigide, ~engagement, ~préavis"),
    ),
    "control": Outcome(
        label="Maîtrise",
        nouns="maîtrise, contrôle, autonomie, indépendance",
        up=("indépendant de"),
        down=("~dépendance, dépendant"),
    ),
    "fit": Outcome(
        label="Adéquation à nos besoins",
        nouns=(
            "adéquation, ~besoins, ~fonctionnalités, ~fonctions, ~couverture, ~note, ~intégrations, "
            "~intégration"
        ),
        up=("~couvre, ~convient, ~répond, adapté"),
        down=("~manque, ~manquent, ~lacunes, ~limité"),
    ),
    "maintenance": Outcome(
        label="Effort de maintenance",
        nouns=("maintenance, entretien, ~exploitation, astreinte, ~mises à jour"),
        up=("~complexe, ~fragile, ~obsolète"),
        down=("maintenable, ~simple, ~géré"),
    ),
    "effort": Outcome(
        label="Effort de changement",
        nouns=(
            "effort, ~migration, ~mise en place, ~installation, ~formation, charge de travail, "
            "jours-homme, ~transition"
        ),
        up=("~laborieux, ~pénible, ~compliqué, ~difficile"),
        down=("~facile, ~simple, sans effort, ~fluide"),
    ),
    "revenue": Outcome(
        label="Chiffre d'affaires",
        nouns=("chiffre d'affaires, revenus, revenu, ~ventes, recettes, ~demande, ~commandes"),
        up=("~se vend"),
        down=("ventes perdues"),
    ),
    "profit": Outcome(
        label="Marge",
        nouns=("marge, marges, bénéfice, rentabilité, profit, retour sur investissement"),
        up=("rentable"),
        down=("déficitaire, ~pertes"),
    ),
    "churn": Outcome(
        label="Perte de clients",
        nouns=(
            "attrition, churn, résiliations, ~résiliation, désabonnements, départs de clients, perte de "
            "clients"
        ),
        up=("~résilient, ~partent, ~concurrent, ~mécontents"),
        down=("fidélité, fidélisation, ~renouvellent, rétention"),
    ),
    "new_customers": Outcome(
        label="Nouveaux clients",
        nouns=("nouveaux clients, acquisition de clients, inscriptions, ~prospects, conversion, conversions"),
        up=("~attire"),
        down=("~dissuade, ~décourage"),
    ),
    "satisfaction": Outcome(
        label="Satisfaction des clients",
        nouns=("satisfaction, satisfaction client, expérience client, nps, ~avis"),
        up=("satisfait, satisfaits, ~ravi"),
        down=("insatisfait, ~plaintes, ~réclamations, ~mécontent"),
    ),
    "reliability": Outcome(
        label="Fiabilité",
        nouns="fiabilité, disponibilité, stabilité",
        up=("fiable, fiables, ~stable"),
        down=("~panne, pannes, ~instable, ~incident, ~incidents, indisponibilité"),
    ),
    "disruption": Outcome(
        label="Risque de perturbation",
        nouns=("risque, risques, perturbation, ~interruption, ~incertitude, perte de données"),
        up=("risqué, risquée, ~dangereux"),
        down=("~sûr, ~éprouvé, réversible"),
    ),
    "security": Outcome(
        label="Sécurité",
        nouns=("sécurité, confidentialité, protection des données, chiffrement"),
        up=("sécurisé, chiffré, ~certifié"),
        down=("faille, failles, ~fuite"),
    ),
    "compliance": Outcome(
        label="Conformité",
        nouns="conformité, rgpd, réglementation, ~audit",
        up=("conforme"),
        down=("non conforme, ~amende, ~infraction"),
    ),
    "lock_in": Outcome(
        label="Dépendance au fournisseur",
        nouns="dépendance, enfermement, lock-in",
        up=("~propriétaire, ~captif"),
        down=("standards ouverts, ~open source, ~portable"),
    ),
    "morale": Outcome(
        label="Moral de l'équipe",
        nouns=("moral, motivation, ambiance, bien-être, qualité de vie"),
        up=("motivé, motivés, ~heureux"),
        down=("épuisement, surcharge, ~stress, ~démotivé, heures supplémentaires, burn-out"),
    ),
    "collaboration": Outcome(
        label="Collaboration",
        nouns=("collaboration, ~communication, coordination, cohésion"),
        up=("~ensemble, ~en personne"),
        down=("~isolement, malentendus, silos"),
    ),
    "productivity": Outcome(
        label="Productivité",
        nouns="productivité, efficacité, ~rendement",
        up=("productif, ~efficace"),
        down=("improductif, ~distractions, ~interruptions"),
    ),
    "attrition": Outcome(
        label="Départs de salariés",
        nouns=("rotation du personnel, turnover, ~démissions"),
        up=("~démissionne, ~démissionnent"),
        down=("fidélisation du personnel"),
    ),
    "learning": Outcome(
        label="Ce que nous apprenons",
        nouns="~apprentissage, ~enseignements, ~retours",
        up=("~apprend"),
        down=("~à l'aveugle"),
    ),
    "scalability": Outcome(
        label="Capacité à grandir",
        nouns="évolutivité, ~montée en charge",
        up=("évolutif, extensible"),
        down=("~saturé, ~limites"),
    ),
    "performance": Outcome(
        label="Performance",
        nouns="performance, performances, débit",
        up=("performant, ~réactif"),
        down=("latence, temps de réponse, temps de chargement, ~lenteur"),
    ),
    "adoption": Outcome(
        label="Adoption",
        nouns=("adoption, facilité d'utilisation, ergonomie, ~usage, prise en main"),
        up=("~intuitif, facile à utiliser, ~convivial"),
        down=("~déroutant, ~résistance, ~compliqué à utiliser"),
    ),
    "support_load": Outcome(
        label="Charge du support",
        nouns=("charge du support, demandes de support, ~tickets, assistance"),
        up=("~questions"),
        down=("libre-service"),
    ),
    "market": Outcome(
        label="Position sur le marché",
        nouns=("part de marché, parts de marché, notoriété, ~marque, image, visibilité, réputation"),
        up=("~avance, ~leader"),
        down=("~dépassé, ~trop tard"),
    ),
    "carbon": Outcome(
        label="Émissions",
        nouns="émissions, co2, bilan carbone, empreinte carbone",
        up=("polluant, ~diesel"),
        down=("écologique, durable, bas carbone, ~électrique"),
    ),
    "benefit": Outcome(
        label="Apport à l'objectif",
        nouns=("~bénéfices, ~avantage, ~valeur, ~impact, ~résultat, ~apport"),
        up=("~utile, ~efficace"),
        down=("~inutile, ~gaspillage"),
    ),
}
