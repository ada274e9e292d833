"""Kinds of decisions and of options, in Portuguese."""

from __future__ import annotations

from core.llm.template.words.language import Archetype

ARCHETYPES = {
    "hiring": Archetype(
        title="Pessoal",
        question="Como conseguimos a capacidade de que precisamos?",
        about="A quem confiamos {topic}?",
        goal="Fazer o trabalho a tempo e com as pessoas certas",
        options=("Contratar pessoal fixo", "Recorrer a externos", "Deixar a equipe como está"),
        words=(
            "contratar, contratação, contratações, engenheiro, engenheiros, desenvolvedor, desenvolvedores, "
            "programador, programadores, autônomo, autônomos, freelancer, freelancers, agência, consultor, "
            "consultores, estagiário, funcionário, funcionários, pessoal, terceirizar, subcontratar, tempo "
            "integral, meio período, ~equipe, ~equipa, designer, designers, vendedores, vaga, vagas, "
            "terceiros"
        ),
    ),
    "build_or_buy": Archetype(
        title="Construir ou comprar",
        question="Como conseguimos a solução de que precisamos?",
        about="Como conseguimos {topic}?",
        goal="Ter uma solução que funcione a um custo suportável",
        options=("Desenvolver internamente", "Comprar um produto existente", "Deixar tudo como está"),
        words=(
            "construir, desenvolver, comprar, compra, sob medida, à medida, ~licença, saas, ~interno, "
            "internamente, código aberto, desenvolvimento próprio, nós mesmos, solução pronta"
        ),
    ),
    "vendor": Archetype(
        title="Escolha de fornecedor",
        question="Qual escolhemos?",
        about="O que escolhemos para {topic}?",
        goal="Ter o fornecedor ou a ferramenta que melhor nos serve",
        options=("Mudar para um novo fornecedor", "Ficar com o fornecedor atual"),
        words=(
            "fornecedor, fornecedores, ~ferramenta, ~plataforma, crm, aws, gcp, azure, salesforce, hubspot, "
            "~contrato, licitação, ~proposta, software, ~nuvem, ~serviço, banco de dados, base de dados, "
            "postgres, mysql, mongodb, snowflake, bigquery, react, vue, angular, framework, sap, oracle, "
            "shopify, zendesk, erp, seguro, banco, impressora, notebook, folha de pagamento"
        ),
    ),
    "pricing": Archetype(
        title="Preços",
        question="Como definimos os nossos preços?",
        about="Que preço damos a {topic}?",
        goal="Aumentar a receita sem perder clientes",
        options=("Subir os preços", "Baixar os preços", "Manter os preços"),
        words=(
            "preço, preços, tarifa, tarifas, desconto, descontos, assinatura, grátis, gratuito, premium, "
            "mensalidade, mensalidades, ~faturamento, aumento de preços, ~plano, taxa, taxas"
        ),
    ),
    "migration": Archetype(
        title="Migração",
        question="Como abordamos a migração?",
        about="Como abordamos {topic}?",
        goal="Trabalhar numa plataforma que nos sirva por muitos anos",
        options=("Migrar de uma só vez", "Migrar passo a passo", "Ficar no sistema atual"),
        words=(
            "migrar, migração, ~passar para, ~mudar, kubernetes, nuvem, servidor, servidores, hospedagem, "
            "transição, microsserviços, heroku, atualização, ~sistema, transferir"
        ),
    ),
    "expansion": Archetype(
        title="Expansão",
        question="Como crescemos?",
        about="Como crescemos em {topic}?",
        goal="Crescer onde o resultado compensa o esforço",
        options=("Entrar já num novo mercado", "Testar antes num lugar", "Ficar nos mercados atuais"),
        words=(
            "expandir, expansão, ~mercado, mercados, ~país, países, exterior, estrangeiro, internacional, "
            "abrir um escritório, ~escritório, loja, lojas, filial, franquia, distribuidor, alemanha, "
            "frança, espanha, portugal, brasil, angola, europa, estados unidos, adquirir, aquisição, "
            "~armazém, ~abrir"
        ),
    ),
    "launch_timing": Archetype(
        title="Data de lançamento",
        question="Quando lançamos?",
        about="Quando lançamos {topic}?",
        goal="Lançar quando o produto e o mercado estiverem prontos",
        options=("Lançar já", "Lançar por etapas, primeiro a poucos", "Esperar até estar pronto"),
        words=(
            "lançar, lançamento, publicar, ~adiar, ~atrasar, ~esperar, ~prazo, beta, anunciar, estreia, "
            "~agora, ~depois"
        ),
    ),
    "technical_debt": Archetype(
        title="Dívida técnica",
        question="O que fazemos com a dívida técnica?",
        about="O que fazemos com {topic}?",
        goal="Poder mudar o sistema com segurança e a bom ritmo",
        options=("Reescrever", "Melhorar passo a passo", "Deixar como está"),
        words=(
            "dívida técnica, reescrever, reescrita, refatorar, refatoração, refazer, monólito, legado, "
            "modernizar, código, sistema antigo, obsoleto"
        ),
    ),
    "workplace": Archetype(
        title="Forma de trabalhar",
        question="Como queremos trabalhar?",
        about="Como nos organizamos com {topic}?",
        goal="Trabalhar de um modo que sirva à equipe e aos resultados",
        options=("Mudar a forma de trabalhar", "Testar antes com uma equipe", "Deixar tudo como está"),
        words=(
            "teletrabalho, trabalho remoto, home office, remoto, híbrido, presencial, ~escritório, semana de "
            "quatro dias, horário, horários, reuniões, reunião, coworking, férias"
        ),
    ),
    "general": Archetype(
        title="Decisão",
        question="Que caminho tomamos?",
        about="O que fazemos com {topic}?",
        goal="Fazer a escolha que mais nos serve",
        options=("Avançar", "Testar antes em pequena escala", "Deixar tudo como está"),
        words="",
    ),
}

TRAITS = {
    "contract": (
        "autônomo, autônomos, freelancer, freelancers, agência, consultor, consultores, externos, "
        "terceirizar, terceirização, subcontratar, terceiros, temporários, outsourcing"
    ),
    "hire": "contratar, contratação, contratações, pessoal fixo, funcionários, tempo integral",
    "stay": (
        "~ficar, ~manter, ~continuar, ~conservar, não fazer nada, não mudar, como está, sistema atual, "
        "~renovar, ~deixar"
    ),
    "pilot": (
        "piloto, projeto piloto, ~testar, por etapas, passo a passo, pequena escala, beta, mvp, gradualmente"
    ),
    "retire": "~fechar, ~eliminar, ~encerrar, ~abandonar, ~retirar",
    "wait": "~esperar, ~adiar, ~aguardar, ~atrasar",
    "rewrite": "reescrever, refazer, do zero, reescrita, ~substituir",
    "refactor": "refatorar, refatoração, ~modernizar, ~melhorar, ~limpar, ~consertar",
    "build": "~construir, ~desenvolver, sob medida, à medida, ~criar, internamente",
    "buy": "~comprar, saas, produto existente, solução pronta, ~alugar, ~assinar",
    "raise_price": (
        "subir os preços, aumentar os preços, subir o preço, aumentar o preço, aumento de preços, ~subir, "
        "~aumentar"
    ),
    "cut_price": (
        "baixar os preços, reduzir os preços, baixar o preço, desconto, descontos, ~baixar, grátis, ~reduzir"
    ),
    "acquire": "~adquirir, aquisição, fusão",
    "partner": "parceiro, parceria, distribuidor, distribuidores, franquia",
    "migrate": "~migrar, migração, ~passar, ~mudar, ~transferir, ~adotar",
    "expand": "~expandir, ~abrir, novo mercado, novo escritório, nova loja, ~entrar, expansão, ~lançar",
    "automate": "~automatizar, automação, chatbot, robô",
    "train": "~treinar, treinamento, formação, ~formar, ~promover, capacitar",
    "flexible_work": "teletrabalho, home office, remoto, trabalho remoto, semana de quatro dias, híbrido",
    "office": "presencial, ~escritório",
    "launch": "~lançar, ~publicar, ~anunciar, ~avançar",
}
