"""Portuguese, as the template provider knows it."""

from __future__ import annotations

from core.llm.template.words.language import Cues, Language
from core.llm.template.words.pt.grammar import GRAMMAR
from core.llm.template.words.pt.kinds import ARCHETYPES, TRAITS
from core.llm.template.words.pt.outcomes import OUTCOMES
from core.llm.template.words.pt.phrases import HUNCHES, PHRASES

CUES = Cues(
    up=(
        "aumenta, aumentam, aumentar, sobe, sobem, mais, maior, maiores, adicional, alto, alta, dobra, "
        "duplica, cresce, crescimento, eleva"
    ),
    down=(
        "reduz, reduzem, reduzir, baixa, baixam, menos, menor, menores, baixo, diminui, evita, evitar, "
        "poupa, economiza, perde, perda, elimina, metade"
    ),
    good="melhor, melhora, melhoram, bom, boa, excelente, forte, facilita, ajuda",
    bad=(
        "pior, mau, má, ruim, fraco, prejudica, sofre, problema, problemas, difícil, falha, fracassa, piora, "
        "ameaça"
    ),
    negation="não, nem, nunca, sem, nenhum, nenhuma, ninguém, nada, tampouco",
    hedge=(
        "talvez, poderia, poderiam, provavelmente, cerca, aproximadamente, estimado, parece, esperamos, "
        "achamos, se, pode"
    ),
    strong="muito, bastante, claramente, fortemente, dobro, consideravelmente, não só",
    weak="ligeiramente, um pouco, pouco",
    contrast="mas, porém, no entanto, enquanto, embora, e, porque, pois, já, que",
    than="que, do que, comparado com, em relação a",
    rate="por, cada, hora, diário, mensal, anual, ao mês, ao ano",
    levels=(
        "baixo, baixa, não, nenhum",
        "médio, média, parcial, regular",
        ("alto, alta, sim, bom, boa, excelente"),
    ),
    burdens=(
        "latência, atraso, risco, esforço, custo, preço, complexidade, erros, falhas, espera, dependência, "
        "estresse, stress, dívida, aluguel, ruído, resíduos, emissões, reclamações, distância, prazo, carga"
    ),
    opposites="velocidade, rapidez, latência, tempo de resposta, stress, estresse, fidelidade, economia",
    durations=("dia, dias", "semana, semanas", "mês, meses", "ano, anos"),
    numerals="um, dois, três, quatro, cinco, seis, sete, oito, nove, dez, onze, doze",
)

LANGUAGE = Language(
    code="pt",
    generic_words=(
        "usar, fazer, tomar, novo, nova, ano, mês, semana, dia, ficar, manter, mais, menos, equipe, equipa, "
        "empresa, sistema, projeto, opção, agora, mudar, passar, escolher, continuar, atual, tudo, dois, "
        "três, quatro, cinco, seis, primeiro, durante"
    ),
    suffixes=(
        "ações",
        "ação",
        "imentos",
        "imento",
        "amente",
        "ando",
        "endo",
        "ados",
        "adas",
        "ado",
        "ada",
        ("ões"),
        ("es"),
        ("os"),
        ("as"),
        ("ar"),
        ("er"),
        ("ir"),
        ("am"),
        ("em"),
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
        "launch_timing:time": "Prazo até o lançamento",
        "build_or_buy:time": "Prazo até o uso",
        "vendor:time": "Prazo até o uso",
        "technical_debt:effort": "Esforço",
        "expansion:effort": "Esforço de gestão",
        "expansion:cost": "Custo inicial",
    },
)
