"""Ways forward that are usual in any decision, in Spanish."""

from __future__ import annotations

from core.llm.template.words.ideas import Ideas

IDEAS = Ideas(
    labels={
        "pilot": "Probar primero en pequeño",
        "wait": "Esperar a saber más",
        "less": "Hacer solo lo más importante",
        "partner": "Hacerlo con un socio",
    },
    points={
        "less:cost": "Hay menos que pagar",
        "less:effort": "Hay menos que hacer y mantener",
        "less:benefit": "Lo que se deja fuera no aporta nada",
        "less:fit": "Parte de las necesidades queda sin cubrir",
        "partner:cost": "Un socio asume parte del coste",
        "partner:revenue": "Un socio trae sus propios clientes",
        "partner:effort": "Hay que encontrar y cuidar al socio",
        "partner:control": "Un socio también decide",
    },
    known="Es una vía habitual en decisiones así; otros pueden contar cómo les fue",
    unread="Ninguna fuente de este borrador habla de ello todavía",
    check="Comprobar si se cumple aquí: {claim}",
    past="Preguntar a quien lo hizo qué haría de otro modo",
)
