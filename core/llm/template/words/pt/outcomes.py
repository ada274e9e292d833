"""Outcomes, in Portuguese."""

from __future__ import annotations

from core.llm.template.words.language import Outcome

OUTCOMES = {
    "time": Outcome(
        label="Prazo",
        nouns=(
            "prazo, prazos, duração, cronograma, prazo de entrega, ~tempo, ~dias, ~semanas, ~meses, ~início"
        ),
        up="lento, lenta, mais lento, ~atraso, atrasos, ~tarde, demora",
        down="rápido, rápida, rápidos, rapidamente, ~cedo, ~imediatamente, velocidade, rapidez, a tempo",
    ),
    "cost": Outcome(
        label="Custo",
        nouns=(
            "custo, custos, custa, custam, gasto, gastos, despesa, despesas, ~preço, ~tarifa, ~salário, "
            "~salários, ~fatura, investimento, ~valor total, orçamento, ~eur, ~euros, ~reais, ~aluguel, "
            "custo total"
        ),
        up="caro, cara, caros, dispendioso",
        down="barato, barata, econômico, económico, economia, poupança, poupa, acessível, mais barato",
    ),
    "running_cost": Outcome(
        label="Custo de operação",
        nouns=(
            "custo de operação, custos operacionais, custo mensal, ~assinatura, ~hospedagem, ~custo, ~custos"
        ),
        up="~caro",
        down="~barato, ~economia",
    ),
    "quality": Outcome(
        label="Qualidade do resultado",
        nouns="qualidade, acabamento, precisão, ~nível",
        up="~cuidado, ~robusto, ~experiente",
        down="defeitos, ~falhas, ~inacabado, erros",
    ),
    "knowledge": Outcome(
        label="Conhecimento na equipe",
        nouns="conhecimento, conhecimentos, saber fazer, know-how, ~documentação",
        up="fica na equipe, fica na equipa",
        down="vai embora com, perda de conhecimento",
    ),
    "flexibility": Outcome(
        label="Flexibilidade",
        nouns="flexibilidade, margem de manobra",
        up="flexível, sem fidelização",
        down="rígido, ~fidelização, ~aviso prévio",
    ),
    "control": Outcome(
        label="Controle",
        nouns="controle, controlo, autonomia, independência",
        up="independente",
        down="~dependência, dependente",
    ),
    "fit": Outcome(
        label="Adequação às nossas necessidades",
        nouns="~necessidades, ~funções, funcionalidade, ~cobertura, ~integrações, ~integração, ~nota",
        up="~cobre, ~atende, ~serve, adequado",
        down="~falta, ~faltam, ~lacunas, ~limitado",
    ),
    "maintenance": Outcome(
        label="Esforço de manutenção",
        nouns="manutenção, ~operação, plantão, ~atualizações",
        up="~complexo, ~frágil, ~obsoleto",
        down="~simples, ~gerenciado",
    ),
    "effort": Outcome(
        label="Esforço da mudança",
        nouns="esforço, ~migração, ~implantação, ~instalação, ~treinamento, carga de trabalho, ~transição",
        up="~trabalhoso, ~complicado, ~difícil",
        down="~fácil, ~simples, sem esforço",
    ),
    "revenue": Outcome(
        label="Receita",
        nouns="receita, receitas, faturamento, ~vendas, ~demanda, ~pedidos",
        up="~vende",
        down="vendas perdidas",
    ),
    "profit": Outcome(
        label="Margem",
        nouns="margem, margens, lucro, rentabilidade, retorno do investimento",
        up="rentável, lucrativo",
        down="deficitário, ~prejuízo",
    ),
    "churn": Outcome(
        label="Perda de clientes",
        nouns="churn, cancelamentos, perda de clientes, evasão",
        up="~cancelam, ~vão embora, ~concorrência, ~insatisfeitos",
        down="fidelidade, ~renovam, retenção",
    ),
    "new_customers": Outcome(
        label="Novos clientes",
        nouns="novos clientes, captação, ~inscrições, conversão, conversões",
        up="~atrai, ~atraem",
        down="~afasta, ~desencoraja",
    ),
    "satisfaction": Outcome(
        label="Satisfação dos clientes",
        nouns="satisfação, satisfação do cliente, experiência do cliente, nps, ~avaliações",
        up="satisfeito, satisfeitos, ~encantado",
        down="insatisfeito, ~reclamações, ~queixas",
    ),
    "reliability": Outcome(
        label="Confiabilidade",
        nouns="confiabilidade, fiabilidade, disponibilidade, estabilidade",
        up="confiável, fiável, ~estável",
        down="~queda, quedas, ~instável, ~incidentes, avarias",
    ),
    "disruption": Outcome(
        label="Risco de interrupções",
        nouns="risco, riscos, ~interrupção, interrupções, ~incerteza, perda de dados",
        up="arriscado, arriscada, ~perigoso",
        down="~seguro, ~comprovado, reversível",
    ),
    "security": Outcome(
        label="Segurança",
        nouns="segurança, privacidade, proteção de dados, criptografia",
        up="criptografado, ~certificado",
        down="vulnerabilidade, ~vazamento",
    ),
    "compliance": Outcome(
        label="Conformidade",
        nouns="conformidade, lgpd, rgpd, ~auditoria, regulamentação",
        up="conforme",
        down="~multa, ~infração",
    ),
    "lock_in": Outcome(
        label="Dependência do fornecedor",
        nouns="dependência, lock-in, dependência do fornecedor",
        up="~proprietário, ~preso",
        down="padrões abertos, ~código aberto",
    ),
    "morale": Outcome(
        label="Ânimo da equipe",
        nouns="ânimo, motivação, clima, bem-estar, moral",
        up="motivado, motivados, ~contente",
        down="esgotamento, sobrecarga, estresse, stress, ~desmotivado, horas extras",
    ),
    "collaboration": Outcome(
        label="Colaboração",
        nouns="colaboração, ~comunicação, coordenação, coesão",
        up="~juntos, ~pessoalmente",
        down="~isolamento, mal-entendidos",
    ),
    "productivity": Outcome(
        label="Produtividade",
        nouns="produtividade, eficiência, ~rendimento",
        up="produtivo, ~eficiente",
        down="improdutivo, ~distrações",
    ),
    "attrition": Outcome(
        label="Rotatividade",
        nouns="rotatividade, ~demissões, turnover",
        up="~pede demissão",
        down="retenção de pessoal",
    ),
    "learning": Outcome(
        label="O que aprendemos",
        nouns="~aprendizado, ~aprendizagem",
        up="~aprende",
        down="~às cegas",
    ),
    "scalability": Outcome(
        label="Capacidade de crescer",
        nouns="escalabilidade",
        up="escalável",
        down="~saturado, ~limites",
    ),
    "performance": Outcome(
        label="Desempenho",
        nouns="desempenho",
        up="~ágil",
        down="latência, tempo de resposta, tempo de carregamento, ~lentidão",
    ),
    "adoption": Outcome(
        label="Adoção",
        nouns="adoção, facilidade de uso, usabilidade, ~uso",
        up="~intuitivo, fácil de usar",
        down="~confuso, ~resistência",
    ),
    "support_load": Outcome(
        label="Carga de suporte",
        nouns="carga de suporte, ~chamados, ~tickets, atendimento ao cliente",
        up="~dúvidas",
        down="autoatendimento",
    ),
    "market": Outcome(
        label="Posição no mercado",
        nouns="participação de mercado, quota de mercado, ~marca, visibilidade, reputação, imagem",
        up="~vantagem, ~líder",
        down="~ultrapassado, ~tarde demais",
    ),
    "carbon": Outcome(
        label="Emissões",
        nouns="emissões, co2, pegada de carbono",
        up="poluente, ~diesel",
        down="ecológico, sustentável, ~elétrico",
    ),
    "benefit": Outcome(
        label="Contributo para o objetivo",
        nouns="~benefícios, ~vantagens, ~impacto, ~resultado",
        up="~útil, ~eficaz",
        down="~inútil, ~desperdício",
    ),
}
