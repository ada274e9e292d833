"""Kinds of decisions and of options, in French."""

from __future__ import annotations

from core.llm.template.words.language import Archetype

ARCHETYPES = {
    "hiring": Archetype(
        title="Effectifs",
        question="Comment trouver la capacité dont nous avons besoin ?",
        about="Qui mettre sur {topic} ?",
        goal="Faire le travail à temps, avec les bonnes personnes",
        options=("Embaucher en interne", "Faire appel à des prestataires", "Garder l'équipe telle quelle"),
        words=(
            "embaucher, embauche, recruter, recrutement, prestataire, prestataires, freelance, freelances, "
            "indépendant, indépendants, agence, ingénieur, ingénieurs, développeur, développeurs, salarié, "
            "salariés, cdi, cdd, intérim, stagiaire, consultant, consultants, externaliser, sous-traiter, "
            "temps plein, temps partiel, ~équipe, poste, postes, graphiste"
        ),
    ),
    "build_or_buy": Archetype(
        title="Construire ou acheter",
        question="Comment obtenir la solution qu'il nous faut ?",
        about="Comment obtenir {topic} ?",
        goal="Disposer d'une solution qui marche, à un coût supportable",
        options=("La développer nous-mêmes", "Acheter un produit existant", "Ne rien changer"),
        words=(
            "construire, développer, acheter, achat, ~interne, sur mesure, ~licence, saas, clé en main, "
            "nous-mêmes, logiciel libre, open source, progiciel, maison"
        ),
    ),
    "vendor": Archetype(
        title="Choix du fournisseur",
        question="Lequel choisir ?",
        about="Que choisir pour {topic} ?",
        goal="Avoir le fournisseur ou l'outil qui nous convient le mieux",
        options=("Passer à un nouveau fournisseur", "Rester chez le fournisseur actuel"),
        words=(
            "fournisseur, fournisseurs, ~outil, ~plateforme, crm, aws, gcp, azure, salesforce, hubspot, "
            "~contrat, appel d'offres, ~devis, logiciel, ~cloud, ~service, base de données, postgres, "
            "mysql, mongodb, snowflake, bigquery, react, vue, angular, framework, sap, oracle, shopify, "
            "zendesk, erp, assurance, banque, imprimante, ordinateur, paie"
        ),
    ),
    "pricing": Archetype(
        title="Tarifs",
        question="Comment fixer nos prix ?",
        about="Quel prix fixer pour {topic} ?",
        goal="Augmenter les revenus sans perdre de clients",
        options=("Augmenter les prix", "Baisser les prix", "Garder les prix actuels"),
        words=(
            "prix, tarif, tarifs, tarification, remise, rabais, abonnement, forfait, gratuit, premium, "
            "cotisation, hausse de prix, frais, facturation"
        ),
    ),
    "migration": Archetype(
        title="Migration",
        question="Comment aborder la migration ?",
        about="Comment aborder {topic} ?",
        goal="Tourner sur une plateforme qui nous servira longtemps",
        options=("Migrer d'un seul coup", "Migrer pas à pas", "Rester sur le système actuel"),
        words=(
            "migrer, migration, ~passer à, ~basculer, bascule, kubernetes, cloud, serveur, serveurs, "
            "hébergement, transition, microservices, heroku, mise à niveau, ~système"
        ),
    ),
    "expansion": Archetype(
        title="Expansion",
        question="Comment nous développer ?",
        about="Comment nous développer dans {topic} ?",
        goal="Grandir là où le résultat vaut l'effort",
        options=(
            "Entrer maintenant sur un nouveau marché",
            "Tester d'abord à un endroit",
            ("Rester sur nos marchés actuels"),
        ),
        words=(
            "expansion, s'implanter, implantation, ~marché, marchés, ~pays, étranger, international, ouvrir "
            "un bureau, ~bureau, agence locale, boutique, magasin, filiale, franchise, distributeur, "
            "revendeur, allemagne, espagne, italie, belgique, suisse, europe, états-unis, acquérir, "
            "acquisition, ~racheter, ~entrepôt, ~ouvrir"
        ),
    ),
    "launch_timing": Archetype(
        title="Date de lancement",
        question="Quand lancer ?",
        about="Quand lancer {topic} ?",
        goal="Lancer quand le produit et le marché sont prêts",
        options=(
            "Lancer maintenant",
            "Lancer par étapes, d'abord en petit comité",
            ("Attendre que tout soit prêt"),
        ),
        words=(
            "lancer, lancement, sortir, sortie, mise en ligne, mise en production, ~reporter, ~attendre, "
            "~échéance, bêta, annoncer, publier, ~maintenant, ~tard"
        ),
    ),
    "technical_debt": Archetype(
        title="Dette technique",
        question="Que faire de la dette technique ?",
        about="Que faire de {topic} ?",
        goal="Pouvoir faire évoluer le système vite et sans risque",
        options=("Réécrire", "Améliorer pas à pas", "Laisser tel quel"),
        words=(
            "dette technique, réécrire, réécriture, refondre, refonte, refactoriser, refactorer, remanier, "
            "monolithe, existant, moderniser, base de code, vieillissant, ancien système, obsolète"
        ),
    ),
    "workplace": Archetype(
        title="Organisation du travail",
        question="Comment voulons-nous travailler ?",
        about="Comment nous organiser pour {topic} ?",
        goal="Travailler d'une façon qui convient à l'équipe et aux résultats",
        options=("Changer l'organisation", "Essayer d'abord avec une équipe", "Ne rien changer"),
        words=(
            "télétravail, semaine de quatre jours, hybride, présentiel, ~bureau, horaires, réunions, "
            "réunion, coworking, congés, à distance"
        ),
    ),
    "general": Archetype(
        title="Décision",
        question="Quelle voie choisir ?",
        about="Que faire pour {topic} ?",
        goal="Faire le choix qui nous sert le mieux",
        options=("Se lancer", "Essayer d'abord à petite échelle", "Ne rien changer"),
        words="",
    ),
}

TRAITS = {
    "contract": (
        "prestataire, prestataires, freelance, freelances, indépendant, indépendants, agence, consultant, "
        "consultants, intérim, intérimaire, intérimaires, externaliser, externalisation, sous-traiter, "
        "sous-traitance, externes"
    ),
    "hire": (
        "embaucher, embauche, embauches, recruter, recrutement, recrutements, cdi, temps plein, salariés, "
        "en interne"
    ),
    "stay": (
        "~rester, ~garder, ~conserver, ~maintenir, statu quo, ne rien faire, ne rien changer, tel quel, "
        "telle quelle, système actuel, solution actuelle, ~continuer, ~renouveler, ~laisser"
    ),
    "pilot": (
        "pilote, projet pilote, essai, ~essayer, pas à pas, par étapes, petite échelle, petit comité, "
        "preuve de concept, bêta, mvp, progressivement"
    ),
    "retire": "~fermer, ~supprimer, ~arrêter, ~abandonner, ~retirer",
    "wait": "~attendre, ~reporter, ~différer, ~repousser, ~suspendre",
    "rewrite": "réécrire, réécriture, refondre, refonte, de zéro, ~remplacer, ~reconstruire",
    "refactor": (
        "refactoriser, refactorer, refactoring, remanier, ~moderniser, ~améliorer, ~nettoyer, ~réparer"
    ),
    "build": "~construire, ~développer, sur mesure, nous-mêmes, développement interne, maison, ~créer",
    "buy": "~acheter, clé en main, saas, produit existant, progiciel, ~s'abonner, ~louer",
    "raise_price": (
        "augmenter les prix, augmenter nos prix, augmenter le prix, hausse de prix, hausse des prix, "
        "~augmenter, ~relever"
    ),
    "cut_price": (
        "baisser les prix, baisser nos prix, baisser le prix, remise, remises, ~baisser, gratuit, rabais, "
        "~réduire"
    ),
    "acquire": "~acquérir, acquisition, ~racheter, rachat, fusion, ~fusionner",
    "partner": "partenaire, partenariat, distributeur, revendeur, coentreprise, franchise, ~s'associer",
    "migrate": "~migrer, migration, ~passer, ~basculer, ~adopter, bascule, ~changer",
    "expand": (
        "~s'implanter, ~ouvrir, nouveau marché, nouveau bureau, nouvelle boutique, ~entrer, expansion, "
        "~lancer"
    ),
    "automate": "~automatiser, automatisation, chatbot, robot",
    "train": "~former, formation, ~promouvoir, montée en compétences",
    "flexible_work": "télétravail, semaine de quatre jours, hybride, à distance",
    "office": "présentiel, ~bureau, sur site",
    "launch": "~lancer, ~sortir, ~publier, ~annoncer, mettre en ligne, se lancer",
}
