"""Briefs in French, Spanish, Italian and Portuguese."""

from __future__ import annotations

from tests.unit.llm_template.case import Case

FRENCH = (
    Case(
        brief=(
            "Devons-nous embaucher trois ingénieurs ou faire appel à des prestataires pendant six "
            "mois ? Le budget est de 300 000 €."
        ),
        options=("Embaucher trois ingénieurs", "Faire appel à des prestataires pendant six mois"),
        kind="hiring",
        language="fr",
    ),
    Case(
        brief="AWS, GCP ou Azure pour notre plateforme de données ?",
        options=("AWS", "GCP", "Azure"),
        kind="vendor",
        language="fr",
    ),
    Case(
        brief="Faut-il augmenter les prix de 5 % ou de 10 % ?",
        options=("Augmenter les prix de 5 %", "Augmenter les prix de 10 %"),
        kind="pricing",
        language="fr",
    ),
    Case(
        brief="On hésite entre ouvrir un bureau à Lyon et passer au télétravail complet.",
        options=("Ouvrir un bureau à Lyon", "Passer au télétravail complet"),
        kind="expansion",
        language="fr",
    ),
    Case(
        brief=(
            "Nous devons choisir entre Salesforce, HubSpot et Pipedrive. Nos critères sont : prix, "
            "facilité d'utilisation et intégrations."
        ),
        options=("Salesforce", "HubSpot", "Pipedrive"),
        kind="vendor",
        language="fr",
    ),
    Case(
        brief="Devrions-nous migrer vers Kubernetes ?",
        options=("Migrer vers Kubernetes", "Rester sur le système actuel"),
        kind="migration",
        language="fr",
    ),
    Case(
        brief="Faut-il acheter un CRM plutôt que d'en développer un ?",
        options=("Acheter un CRM", "Développer un CRM"),
        kind="build_or_buy",
        language="fr",
    ),
    Case(
        brief="Nous envisageons de lancer le produit en mars afin de devancer la concurrence.",
        options=("Lancer le produit en mars", "Attendre avant de lancer"),
        kind="launch_timing",
        language="fr",
        goal="Devancer la concurrence",
    ),
    Case(
        brief="Quel prestataire choisir : Orange, SFR ou Bouygues ?",
        options=("Orange", "SFR", "Bouygues"),
        kind="hiring",
        language="fr",
        question="Quel prestataire choisir ?",
    ),
    Case(
        brief="Doit-on réécrire le service de facturation ou le remanier pas à pas ?",
        options=("Réécrire le service de facturation", "Remanier pas à pas"),
        kind="technical_debt",
        language="fr",
    ),
    Case(
        brief=(
            "Options :\n- Embaucher deux vendeurs\n- Faire appel à une agence : rapide mais cher\n- Ne "
            "rien changer"
        ),
        options=("Embaucher deux vendeurs", "Faire appel à une agence", "Ne rien changer"),
        kind="hiring",
        language="fr",
    ),
    Case(
        brief="Faut-il lancer maintenant ou attendre septembre ?",
        options=("Lancer maintenant", "Attendre septembre"),
        kind="launch_timing",
        language="fr",
    ),
)

SPANISH = (
    Case(
        brief=(
            "¿Deberíamos contratar a tres ingenieros o recurrir a autónomos durante seis meses? El "
            "presupuesto es de 300.000 €."
        ),
        options=("Contratar a tres ingenieros", "Recurrir a autónomos durante seis meses"),
        kind="hiring",
        language="es",
    ),
    Case(
        brief="¿AWS, GCP o Azure para nuestra plataforma de datos?",
        options=("AWS", "GCP", "Azure"),
        kind="vendor",
        language="es",
    ),
    Case(
        brief="¿Subimos los precios un 5 % o un 10 %?",
        options=("Subir los precios un 5 %", "Subir los precios un 10 %"),
        kind="pricing",
        language="es",
    ),
    Case(
        brief="Dudamos entre abrir una oficina en Bogotá y pasar al teletrabajo total.",
        options=("Abrir una oficina en Bogotá", "Pasar al teletrabajo total"),
        kind="expansion",
        language="es",
    ),
    Case(
        brief=(
            "Tenemos que elegir entre Salesforce, HubSpot y Pipedrive. Nos importan el precio, la "
            "facilidad de uso y las integraciones."
        ),
        options=("Salesforce", "HubSpot", "Pipedrive"),
        kind="vendor",
        language="es",
    ),
    Case(
        brief="¿Deberíamos migrar a Kubernetes?",
        options=("Migrar a Kubernetes", "Seguir en el sistema actual"),
        kind="migration",
        language="es",
    ),
    Case(
        brief="¿Compramos un CRM o lo desarrollamos nosotros?",
        options=("Comprar un CRM", "Desarrollarlo nosotros"),
        kind="build_or_buy",
        language="es",
    ),
    Case(
        brief="Estamos pensando en lanzar el producto en marzo para llegar antes que la competencia.",
        options=("Lanzar el producto en marzo", "Esperar antes de lanzar"),
        kind="launch_timing",
        language="es",
        goal="Llegar antes que la competencia",
    ),
    Case(
        brief="¿Qué proveedor elegimos: Movistar, Orange o Vodafone?",
        options=("Movistar", "Orange", "Vodafone"),
        kind="vendor",
        language="es",
        question="¿Qué proveedor elegimos?",
    ),
    Case(
        brief="¿Reescribimos el servicio de facturación o lo refactorizamos paso a paso?",
        options=("Reescribir el servicio de facturación", "Refactorizarlo paso a paso"),
        kind="technical_debt",
        language="es",
    ),
    Case(
        brief=(
            "Opciones:\n- Contratar a dos vendedores\n- Recurrir a una agencia: rápida pero cara\n- No "
            "hacer nada"
        ),
        options=("Contratar a dos vendedores", "Recurrir a una agencia", "No hacer nada"),
        kind="hiring",
        language="es",
    ),
    Case(
        brief="¿Lanzamos ya o esperamos a septiembre?",
        options=("Lanzar ya", "Esperar a septiembre"),
        kind="launch_timing",
        language="es",
    ),
)

ITALIAN = (
    Case(
        brief=(
            "Dovremmo assumere tre ingegneri o ricorrere a freelance per sei mesi? Il budget è di 300.000 €."
        ),
        options=("Assumere tre ingegneri", "Ricorrere a freelance per sei mesi"),
        kind="hiring",
        language="it",
    ),
    Case(
        brief="AWS, GCP o Azure per la nostra piattaforma dati?",
        options=("AWS", "GCP", "Azure"),
        kind="vendor",
        language="it",
    ),
    Case(
        brief="Alziamo i prezzi del 5% o del 10%?",
        options=("Alzare i prezzi del 5%", "Alzare i prezzi del 10%"),
        kind="pricing",
        language="it",
    ),
    Case(
        brief="Siamo indecisi tra aprire una sede a Torino e passare allo smart working totale.",
        options=("Aprire una sede a Torino", "Passare allo smart working totale"),
        kind="workplace",
        language="it",
    ),
    Case(
        brief=(
            "Dobbiamo scegliere tra Salesforce, HubSpot e Pipedrive. Per noi sono importanti: "
            "prezzo, facilità d'uso e integrazioni."
        ),
        options=("Salesforce", "HubSpot", "Pipedrive"),
        kind="vendor",
        language="it",
    ),
    Case(
        brief="Dovremmo migrare a Kubernetes?",
        options=("Migrare a Kubernetes", "Restare sul sistema attuale"),
        kind="migration",
        language="it",
    ),
    Case(
        brief="Conviene comprare un CRM o svilupparlo da noi?",
        options=("Comprare un CRM", "Svilupparlo da noi"),
        kind="build_or_buy",
        language="it",
    ),
    Case(
        brief="Stiamo pensando di lanciare il prodotto a marzo per arrivare prima della concorrenza.",
        options=("Lanciare il prodotto a marzo", "Aspettare prima di lanciare"),
        kind="launch_timing",
        language="it",
        goal="Arrivare prima della concorrenza",
    ),
    Case(
        brief="Quale fornitore scegliamo: TIM, Vodafone o WindTre?",
        options=("TIM", "Vodafone", "WindTre"),
        kind="vendor",
        language="it",
        question="Quale fornitore scegliamo?",
    ),
    Case(
        brief="È meglio riscrivere il servizio di fatturazione o rifattorizzarlo passo per passo?",
        options=("Riscrivere il servizio di fatturazione", "Rifattorizzarlo passo per passo"),
        kind="technical_debt",
        language="it",
    ),
    Case(
        brief=(
            "Opzioni:\n- Assumere due venditori\n- Ricorrere a un'agenzia: veloce ma cara\n- Non fare nulla"
        ),
        options=("Assumere due venditori", "Ricorrere a un'agenzia", "Non fare nulla"),
        kind="hiring",
        language="it",
    ),
    Case(
        brief="Lanciamo subito o aspettiamo settembre?",
        options=("Lanciare subito", "Aspettare settembre"),
        kind="launch_timing",
        language="it",
    ),
)

PORTUGUESE = (
    Case(
        brief=(
            "Devemos contratar três engenheiros ou recorrer a freelancers por seis meses? O "
            "orçamento é de 300.000 €."
        ),
        options=("Contratar três engenheiros", "Recorrer a freelancers por seis meses"),
        kind="hiring",
        language="pt",
    ),
    Case(
        brief="AWS, GCP ou Azure para a nossa plataforma de dados?",
        options=("AWS", "GCP", "Azure"),
        kind="vendor",
        language="pt",
    ),
    Case(
        brief="Subimos os preços em 5% ou em 10%?",
        options=("Subir os preços em 5%", "Subir os preços em 10%"),
        kind="pricing",
        language="pt",
    ),
    Case(
        brief=("Estamos em dúvida entre abrir um escritório no Porto e passar para o trabalho remoto total."),
        options=("Abrir um escritório no Porto", "Passar para o trabalho remoto total"),
        kind="expansion",
        language="pt",
    ),
    Case(
        brief=(
            "Temos de escolher entre Salesforce, HubSpot e Pipedrive. O que nos importa: preço, "
            "facilidade de uso e integrações."
        ),
        options=("Salesforce", "HubSpot", "Pipedrive"),
        kind="vendor",
        language="pt",
    ),
    Case(
        brief="Deveríamos migrar para Kubernetes?",
        options=("Migrar para Kubernetes", "Ficar no sistema atual"),
        kind="migration",
        language="pt",
    ),
    Case(
        brief="Vale a pena comprar um CRM ou desenvolver internamente?",
        options=("Comprar um CRM", "Desenvolver internamente"),
        kind="build_or_buy",
        language="pt",
    ),
    Case(
        brief="Estamos pensando em lançar o produto em março para chegar antes da concorrência.",
        options=("Lançar o produto em março", "Esperar antes de lançar"),
        kind="launch_timing",
        language="pt",
        goal="Chegar antes da concorrência",
    ),
    Case(
        brief="Qual fornecedor escolhemos: Vivo, Claro ou TIM?",
        options=("Vivo", "Claro", "TIM"),
        kind="vendor",
        language="pt",
        question="Qual fornecedor escolhemos?",
    ),
    Case(
        brief="É melhor reescrever o serviço de faturamento ou refatorá-lo passo a passo?",
        options=("Reescrever o serviço de faturamento", "Refatorá-lo passo a passo"),
        kind="technical_debt",
        language="pt",
    ),
    Case(
        brief=(
            "Opções:\n- Contratar dois vendedores\n- Recorrer a uma agência: rápida mas cara\n- Não "
            "fazer nada"
        ),
        options=("Contratar dois vendedores", "Recorrer a uma agência", "Não fazer nada"),
        kind="hiring",
        language="pt",
    ),
    Case(
        brief="Lançamos já ou esperamos até setembro?",
        options=("Lançar já", "Esperar até setembro"),
        kind="launch_timing",
        language="pt",
    ),
)
