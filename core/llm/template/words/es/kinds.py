"""Kinds of decisions and of options, in Spanish."""

from __future__ import annotations

from core.llm.template.words.language import Archetype

ARCHETYPES = {
    "hiring": Archetype(
        title="Personal",
        question="¿Cómo conseguimos la capacidad que necesitamos?",
        about="¿A quién asignamos {topic}?",
        goal="Hacer el trabajo a tiempo y con las personas adecuadas",
        options=("Contratar personal fijo", "Recurrir a externos", "Dejar el equipo como está"),
        words=(
            "contratar, contratación, ingeniero, ingenieros, desarrollador, desarrolladores, autónomo, "
            "autónomos, freelance, freelancers, agencia, consultor, consultores, becario, empleado, "
            "empleados, plantilla, subcontratar, externalizar, jornada completa, tiempo parcial, ~equipo, "
            "diseñador, diseñadores, vacante, personal, contratistas"
        ),
    ),
    "build_or_buy": Archetype(
        title="Construir o comprar",
        question="¿Cómo conseguimos la solución que necesitamos?",
        about="¿Cómo conseguimos {topic}?",
        goal="Tener una solución que funcione a un coste asumible",
        options=("Desarrollarla nosotros", "Comprar un producto existente", "Dejar todo como está"),
        words=(
            "construir, desarrollar, comprar, compra, a medida, ~licencia, saas, ~interno, código abierto, "
            "desarrollo propio, nosotros mismos, llave en mano"
        ),
    ),
    "vendor": Archetype(
        title="Elección de proveedor",
        question="¿Cuál elegimos?",
        about="¿Qué elegimos para {topic}?",
        goal="Tener el proveedor o la herramienta que mejor nos encaja",
        options=("Cambiar a un proveedor nuevo", "Seguir con el proveedor actual"),
        words=(
            "proveedor, proveedores, ~herramienta, ~plataforma, crm, aws, gcp, azure, salesforce, hubspot, "
            "~contrato, licitación, ~oferta, software, ~nube, ~servicio, base de datos, postgres, mysql, "
            "mongodb, snowflake, bigquery, react, vue, angular, framework, sap, oracle, shopify, zendesk, "
            "erp, seguro, banco, impresora, portátil, nóminas"
        ),
    ),
    "pricing": Archetype(
        title="Precios",
        question="¿Cómo fijamos nuestros precios?",
        about="¿Qué precio ponemos a {topic}?",
        goal="Aumentar los ingresos sin perder clientes",
        options=("Subir los precios", "Bajar los precios", "Mantener los precios"),
        words=(
            "precio, precios, tarifa, tarifas, descuento, descuentos, suscripción, gratis, gratuito, "
            "premium, cuota, cuotas, ~facturación, subida de precios, ~plan"
        ),
    ),
    "migration": Archetype(
        title="Migración",
        question="¿Cómo abordamos la migración?",
        about="¿Cómo abordamos {topic}?",
        goal="Trabajar sobre una plataforma que nos sirva muchos años",
        options=("Migrar de una vez", "Migrar paso a paso", "Seguir en el sistema actual"),
        words=(
            "migrar, migración, ~pasar a, ~cambiar, kubernetes, nube, servidor, servidores, alojamiento, "
            "transición, microservicios, heroku, actualización, ~sistema, trasladar"
        ),
    ),
    "expansion": Archetype(
        title="Expansión",
        question="¿Cómo crecemos?",
        about="¿Cómo crecemos en {topic}?",
        goal="Crecer donde el resultado compense el esfuerzo",
        options=(
            "Entrar ya en un mercado nuevo",
            "Probar antes en un lugar",
            ("Seguir en los mercados actuales"),
        ),
        words=(
            "expandir, expandirnos, expansión, ~mercado, mercados, ~país, países, extranjero, "
            "internacional, abrir una oficina, ~oficina, tienda, tiendas, sucursal, filial, franquicia, "
            "distribuidor, alemania, francia, italia, portugal, méxico, colombia, europa, estados unidos, "
            "adquirir, adquisición, ~almacén, ~abrir"
        ),
    ),
    "launch_timing": Archetype(
        title="Fecha de lanzamiento",
        question="¿Cuándo lanzamos?",
        about="¿Cuándo lanzamos {topic}?",
        goal="Lanzar cuando el producto y el mercado estén listos",
        options=("Lanzar ya", "Lanzar por etapas, primero a un grupo pequeño", "Esperar a que esté listo"),
        words=(
            "lanzar, lanzamiento, publicar, salida, ~retrasar, ~aplazar, ~esperar, ~plazo, beta, anunciar, "
            "estreno, ~ahora, ~después"
        ),
    ),
    "technical_debt": Archetype(
        title="Deuda técnica",
        question="¿Qué hacemos con la deuda técnica?",
        about="¿Qué hacemos con {topic}?",
        goal="Poder cambiar el sistema con seguridad y a buen ritmo",
        options=("Reescribirlo", "Mejorarlo paso a paso", "Dejarlo como está"),
        words=(
            "deuda técnica, reescribir, reescritura, refactorizar, refactorización, rehacer, monolito, "
            "heredado, modernizar, código, sistema antiguo, obsoleto"
        ),
    ),
    "workplace": Archetype(
        title="Forma de trabajar",
        question="¿Cómo queremos trabajar?",
        about="¿Cómo nos organizamos con {topic}?",
        goal="Trabajar de un modo que convenga al equipo y a los resultados",
        options=("Cambiar la forma de trabajar", "Probar antes con un equipo", "Dejar todo como está"),
        words=(
            "teletrabajo, remoto, híbrido, presencial, ~oficina, semana de cuatro días, horario, horarios, "
            "reuniones, reunión, coworking, vacaciones"
        ),
    ),
    "general": Archetype(
        title="Decisión",
        question="¿Qué camino tomamos?",
        about="¿Qué hacemos con {topic}?",
        goal="Tomar la decisión que más nos convenga",
        options=("Seguir adelante", "Probar antes a pequeña escala", "Dejar todo como está"),
        words="",
    ),
}

TRAITS = {
    "contract": (
        "autónomo, autónomos, freelance, freelancers, agencia, consultor, consultores, externos, "
        "subcontratar, externalizar, externalización, contratistas, temporales, subcontratación"
    ),
    "hire": (
        "contratar, contratación, contrataciones, personal fijo, empleados, jornada completa, en plantilla, "
        "incorporar"
    ),
    "stay": (
        "~seguir, ~mantener, ~quedarse, ~conservar, no hacer nada, no cambiar, como está, sistema actual, "
        "~continuar, ~renovar, ~dejar, ~quedarnos, ~seguir con"
    ),
    "pilot": (
        "piloto, prueba piloto, ~probar, por etapas, paso a paso, pequeña escala, beta, mvp, gradualmente, "
        "prueba de concepto"
    ),
    "retire": "~cerrar, ~eliminar, ~retirar, ~abandonar, ~suprimir",
    "wait": "~esperar, ~aplazar, ~retrasar, ~posponer",
    "rewrite": "reescribir, reescribirlo, rehacer, desde cero, reescritura, ~reemplazar, ~sustituir",
    "refactor": (
        "refactorizar, refactorizarlo, refactorización, ~modernizar, ~mejorar, ~mejorarlo, ~limpiar, ~reparar"
    ),
    "build": "~construir, ~desarrollar, a medida, desarrollo propio, ~crear, ~desarrollarlo, ~construirlo",
    "buy": "~comprar, saas, producto existente, llave en mano, ~alquilar, ~comprarlo",
    "raise_price": (
        "subir los precios, subir el precio, subir precios, aumentar los precios, subida de precios, "
        "~subir, ~aumentar"
    ),
    "cut_price": (
        "bajar los precios, bajar el precio, bajar precios, descuento, descuentos, ~bajar, gratis, ~reducir"
    ),
    "acquire": "~adquirir, adquisición, fusión, ~fusionar",
    "partner": "socio, alianza, distribuidor, distribuidores, franquicia, ~aliarse, colaboración con",
    "migrate": "~migrar, migración, ~pasar, ~cambiar, ~trasladar, ~adoptar",
    "expand": "~expandir, ~abrir, nuevo mercado, nueva oficina, nueva tienda, ~entrar, expansión, ~lanzar",
    "automate": "~automatizar, automatización, chatbot, robot",
    "train": "~formar, formación, ~capacitar, capacitación, ~promocionar",
    "flexible_work": "teletrabajo, remoto, semana de cuatro días, híbrido",
    "office": "presencial, ~oficina, presencialidad",
    "launch": "~lanzar, ~publicar, ~anunciar, ~seguir adelante, ~salir",
}
