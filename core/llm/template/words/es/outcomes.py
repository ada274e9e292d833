"""Outcomes, in Spanish."""

from __future__ import annotations

from core.llm.template.words.language import Outcome

OUTCOMES = {
    "time": Outcome(
        label="Plazo de entrega",
        nouns=(
            "plazo, plazos, duración, calendario, plazo de entrega, ~tiempo, ~días, ~semanas, ~meses, ~inicio"
        ),
        up="lento, lenta, más lento, ~retraso, retrasos, ~tarde, ~tarda, demora",
        down="rápido, rápida, rápidos, rápidamente, ~pronto, ~inmediatamente, velocidad, rapidez, a tiempo",
    ),
    "cost": Outcome(
        label="Coste",
        nouns=(
            "coste, costes, costo, costos, cuesta, cuestan, gasto, gastos, ~precio, ~tarifa, ~salario, "
            "~salarios, ~factura, inversión, ~importe, presupuesto, ~eur, ~euros, ~alquiler, coste total, "
            "costo total"
        ),
        up="caro, cara, caros, costoso, costosa, sobrecoste",
        down="barato, barata, económico, ahorro, ahorros, ahorra, asequible, más barato",
    ),
    "running_cost": Outcome(
        label="Coste de funcionamiento",
        nouns=(
            "coste de funcionamiento, costes operativos, costos operativos, coste mensual, costo mensual, "
            "~suscripción, ~alojamiento, ~coste, ~costo"
        ),
        up=("~caro"),
        down=("~barato, ~ahorro"),
    ),
    "quality": Outcome(
        label="Calidad del resultado",
        nouns="calidad, acabado, precisión, ~nivel",
        up=("~cuidado, ~robusto, ~experimentado"),
        down=("defectos, ~fallos, chapuza, ~inacabado, errores"),
    ),
    "knowledge": Outcome(
        label="Conocimiento en el equipo",
        nouns=("conocimiento, conocimientos, saber hacer, know-how, ~experiencia, ~documentación"),
        up=("queda en el equipo"),
        down=("se va con, pérdida de conocimiento"),
    ),
    "flexibility": Outcome(
        label="Flexibilidad",
        nouns="flexibilidad, margen de maniobra",
        up=("flexible, sin permanencia"),
        down=("rígido, ~permanencia, ~preaviso"),
    ),
    "control": Outcome(
        label="Control",
        nouns="control, autonomía, independencia",
        up="independiente",
        down=("~dependencia, dependiente"),
    ),
    "fit": Outcome(
        label="Ajuste a nuestras necesidades",
        nouns=("~necesidades, ~funciones, funcionalidad, ~cobertura, ~integraciones, ~integración, ~nota"),
        up=("~cubre, ~encaja, ~cumple, adaptado"),
        down=("~falta, ~faltan, ~carencias, ~limitado"),
    ),
    "maintenance": Outcome(
        label="Esfuerzo de mantenimiento",
        nouns=("mantenimiento, ~operación, guardias, ~actualizaciones"),
        up=("~complejo, ~frágil, ~obsoleto"),
        down=("mantenible, ~sencillo, ~gestionado"),
    ),
    "effort": Outcome(
        label="Esfuerzo del cambio",
        nouns=(
            "esfuerzo, ~migración, ~implantación, ~instalación, ~formación, carga de trabajo, ~transición"
        ),
        up=("~laborioso, ~complicado, ~difícil"),
        down=("~fácil, ~sencillo, sin esfuerzo"),
    ),
    "revenue": Outcome(
        label="Ingresos",
        nouns=("ingresos, facturación, ~ventas, ~demanda, ~pedidos, recaudación"),
        up=("~vende"),
        down=("ventas perdidas"),
    ),
    "profit": Outcome(
        label="Margen",
        nouns=("margen, márgenes, beneficio, rentabilidad, ganancia, retorno de la inversión"),
        up=("rentable"),
        down=("deficitario, ~pérdidas"),
    ),
    "churn": Outcome(
        label="Pérdida de clientes",
        nouns=("bajas de clientes, churn, cancelaciones, ~bajas, abandono, pérdida de clientes"),
        up=("~cancelan, ~se van, ~competencia, ~descontentos"),
        down=("fidelidad, fidelización, ~renuevan, retención"),
    ),
    "new_customers": Outcome(
        label="Clientes nuevos",
        nouns=("clientes nuevos, nuevos clientes, captación, ~registros, conversión, conversiones"),
        up=("~atrae, ~atraen"),
        down=("~disuade, ~ahuyenta"),
    ),
    "satisfaction": Outcome(
        label="Satisfacción de los clientes",
        nouns=("satisfacción, satisfacción del cliente, experiencia del cliente, nps, ~opiniones"),
        up=("satisfecho, satisfechos, ~encantado"),
        down=("insatisfecho, ~quejas, ~reclamaciones, ~descontento"),
    ),
    "reliability": Outcome(
        label="Fiabilidad",
        nouns=("fiabilidad, disponibilidad, estabilidad, confiabilidad"),
        up=("fiable, ~estable, confiable"),
        down=("~caída, caídas, ~inestable, ~incidencias, avería, averías"),
    ),
    "disruption": Outcome(
        label="Riesgo de interrupciones",
        nouns=("riesgo, riesgos, ~interrupción, interrupciones, ~incertidumbre, pérdida de datos"),
        up=("arriesgado, arriesgada, ~peligroso"),
        down=("~seguro, ~probado, reversible"),
    ),
    "security": Outcome(
        label="Seguridad",
        nouns="seguridad, privacidad, protección de datos, cifrado",
        up=("cifrado, ~certificado"),
        down=("vulnerabilidad, ~fuga"),
    ),
    "compliance": Outcome(
        label="Cumplimiento normativo",
        nouns=("cumplimiento, rgpd, normativa, ~auditoría"),
        up=("conforme"),
        down=("~multa, ~infracción"),
    ),
    "lock_in": Outcome(
        label="Dependencia del proveedor",
        nouns=("dependencia, lock-in, dependencia del proveedor"),
        up=("~propietario, ~atado"),
        down=("estándares abiertos, ~código abierto, ~portable"),
    ),
    "morale": Outcome(
        label="Ánimo del equipo",
        nouns=("ánimo, motivación, clima laboral, bienestar, moral, conciliación"),
        up=("motivado, motivados, ~contento"),
        down=("agotamiento, sobrecarga, estrés, ~desmotivado, horas extra"),
    ),
    "collaboration": Outcome(
        label="Colaboración",
        nouns=("colaboración, ~comunicación, coordinación, cohesión"),
        up=("~juntos, ~en persona"),
        down=("~aislamiento, malentendidos, silos"),
    ),
    "productivity": Outcome(
        label="Productividad",
        nouns="productividad, eficiencia, ~rendimiento",
        up=("productivo, ~eficiente"),
        down=("improductivo, ~distracciones"),
    ),
    "attrition": Outcome(
        label="Rotación de personal",
        nouns=("rotación, rotación de personal, ~dimisiones"),
        up=("~dimite, ~renuncian"),
        down=("retención de personal"),
    ),
    "learning": Outcome(
        label="Lo que aprendemos", nouns="~aprendizaje, ~lecciones", up="~aprende", down=("~a ciegas")
    ),
    "scalability": Outcome(
        label="Capacidad de crecer", nouns="escalabilidad", up="escalable", down=("~saturado, ~límites")
    ),
    "performance": Outcome(
        label="Rendimiento",
        nouns="rendimiento",
        up="~ágil",
        down=("latencia, tiempo de respuesta, tiempo de carga, ~lentitud"),
    ),
    "adoption": Outcome(
        label="Adopción",
        nouns="adopción, facilidad de uso, usabilidad, ~uso",
        up=("~intuitivo, fácil de usar"),
        down=("~confuso, ~resistencia"),
    ),
    "support_load": Outcome(
        label="Carga de soporte",
        nouns=("carga de soporte, ~tickets, ~consultas, atención al cliente"),
        up=("~dudas"),
        down=("autoservicio"),
    ),
    "market": Outcome(
        label="Posición en el mercado",
        nouns=("cuota de mercado, posicionamiento, ~marca, visibilidad, reputación, imagen"),
        up=("~ventaja, ~líder"),
        down=("~superado, ~demasiado tarde"),
    ),
    "carbon": Outcome(
        label="Emisiones",
        nouns="emisiones, co2, huella de carbono",
        up=("contaminante, ~diésel"),
        down=("ecológico, sostenible, ~eléctrico"),
    ),
    "benefit": Outcome(
        label="Aporte al objetivo",
        nouns=("~beneficios, ~ventaja, ~valor, ~impacto, ~resultado, ~aporte"),
        up=("~útil, ~eficaz"),
        down=("~inútil, ~desperdicio"),
    ),
}
