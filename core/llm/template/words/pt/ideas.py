"""Ways forward that are usual in any decision, in Portuguese."""

from __future__ import annotations

from core.llm.template.words.ideas import Ideas

IDEAS = Ideas(
    labels={
        "pilot": "Experimentar primeiro em pequena escala",
        "wait": "Esperar até saber mais",
        "less": "Fazer só o mais importante",
        "partner": "Fazer com um parceiro",
    },
    points={
        "less:cost": "Há menos para pagar",
        "less:effort": "Há menos para fazer e manter",
        "less:benefit": "O que fica de fora não traz nada",
        "less:fit": "Parte das necessidades fica por cobrir",
        "partner:cost": "Um parceiro assume parte do custo",
        "partner:revenue": "Um parceiro traz os seus próprios clientes",
        "partner:effort": "É preciso encontrar e cuidar do parceiro",
        "partner:control": "Um parceiro também decide",
    },
    known="É um caminho habitual em decisões assim; outros podem contar como foi",
    unread="Nenhuma fonte deste rascunho fala disso ainda",
    check="Verificar se isto vale aqui: {claim}",
    past="Perguntar a quem já o fez o que faria de outra forma",
)
