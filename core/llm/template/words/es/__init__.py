"""Spanish, as the template provider knows it."""

from __future__ import annotations

from core.llm.template.words.es.grammar import GRAMMAR
from core.llm.template.words.es.kinds import ARCHETYPES, TRAITS
from core.llm.template.words.es.outcomes import OUTCOMES
from core.llm.template.words.es.phrases import HUNCHES, PHRASES
from core.llm.template.words.language import Cues, Language

CUES = Cues(
    up=(
        "aumenta, aumentan, aumentar, sube, suben, más, mayor, mayores, adicional, alto, alta, duplica, "
        "crece, crecimiento, eleva, incrementa"
    ),
    down=(
        "reduce, reducen, reducir, baja, bajan, menos, menor, menores, bajo, disminuye, evita, evitar, "
        "ahorra, pierde, pérdida, elimina, mitad"
    ),
    good="mejor, mejora, mejoran, bueno, buena, excelente, fuerte, facilita, ayuda",
    bad=(
        "peor, malo, mala, débil, perjudica, sufre, problema, problemas, difícil, fracasa, fracaso, empeora, "
        "amenaza"
    ),
    negation="no, ni, nunca, sin, ningún, ninguna, ninguno, apenas, nada, nadie, tampoco",
    hedge=(
        "quizás, tal vez, podría, podrían, probablemente, unos, aproximadamente, estimado, parece, "
        "esperamos, creemos, si, puede"
    ),
    strong="mucho, muy, bastante, claramente, fuertemente, doble, considerablemente, no solo",
    weak="ligeramente, un poco, algo, apenas",
    contrast="pero, sin embargo, mientras, aunque, y, porque, ya, que, en cambio",
    than="que, frente a, comparado con",
    rate="por, cada, hora, diario, mensual, anual, tasa, al mes, al año",
    levels=(
        "bajo, baja, no, ninguno",
        "medio, media, parcial, regular",
        ("alto, alta, sí, bueno, buena, excelente"),
    ),
    burdens=(
        "latencia, retraso, riesgo, esfuerzo, coste, costo, precio, complejidad, errores, fallos, espera, "
        "dependencia, estrés, deuda, alquiler, ruido, residuos, emisiones, quejas, distancia, plazo, carga"
    ),
    opposites="velocidad, rapidez, latencia, tiempo de respuesta, estrés, fidelidad, ahorro",
    durations=("día, días", "semana, semanas", "mes, meses", "año, años"),
    numerals="uno, dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez, once, doce",
)

LANGUAGE = Language(
    code="es",
    generic_words=(
        "usar, hacer, tomar, nuevo, nueva, año, mes, semana, día, seguir, mantener, más, menos, equipo, "
        "empresa, sistema, proyecto, opción, ahora, cambiar, pasar, elegir, continuar, actual, todo, dos, "
        "tres, cuatro, cinco, seis, primero, durante"
    ),
    suffixes=(
        "aciones",
        "ación",
        "imientos",
        "imiento",
        "amente",
        "arlo",
        "erlo",
        "irlo",
        "ando",
        "iendo",
        ("ados"),
        ("adas"),
        ("ado"),
        ("ada"),
        ("es"),
        ("os"),
        ("as"),
        ("ar"),
        ("er"),
        ("ir"),
        ("an"),
        ("en"),
        ("a"),
        ("o"),
        ("e"),
        ("s"),
    ),
    grammar=GRAMMAR,
    cues=CUES,
    archetypes=ARCHETYPES,
    outcomes=OUTCOMES,
    traits=TRAITS,
    phrases=PHRASES,
    hunches=HUNCHES,
    outcome_labels={
        "launch_timing:time": "Plazo hasta el lanzamiento",
        "build_or_buy:time": "Plazo hasta poder usarlo",
        "vendor:time": "Plazo hasta poder usarlo",
        "technical_debt:effort": "Esfuerzo",
        "expansion:effort": "Esfuerzo de gestión",
        "expansion:cost": "Coste inicial",
    },
)
