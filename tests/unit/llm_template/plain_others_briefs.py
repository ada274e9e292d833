"""Plain briefs in other languages from many fields: homes, shops, farms, clinics, schools, councils."""

from __future__ import annotations

from tests.unit.llm_template.case import Case

PLAIN_OTHERS = (
    Case(
        brief=(
            "Wir überlegen, ob wir unsere Tischlerei an den Stadtrand verlegen oder die Werkstatt"
            " in der Altstadt für 80.000 € umbauen. Bis Ende März muss der Mietvertrag verlängert"
            " sein."
        ),
        options=(
            "Unsere Tischlerei an den Stadtrand verlegen",
            "Die Werkstatt in der Altstadt für 80.000 € umbauen",
        ),
        kind="general",
        language="de",
    ),
    Case(
        brief=(
            "Sollen wir die Heizung im Gemeindehaus auf Wärmepumpe umstellen, an die Fernwärme "
            "anschließen oder den alten Kessel noch drei Jahre betreiben? Budget: 120.000 Euro."
        ),
        options=(
            "Die Heizung im Gemeindehaus auf Wärmepumpe umstellen",
            "An die Fernwärme anschließen",
            "Den alten Kessel noch drei Jahre betreiben",
        ),
        kind="migration",
        language="de",
    ),
    Case(
        brief=(
            "Der Stadtrat muss entscheiden: Freibad sanieren oder schließen? Die Sanierung kostet"
            " 3,4 Mio. Euro, 60 % davon zahlt das Land."
        ),
        options=("Freibad sanieren", "Freibad schließen"),
        kind="general",
        language="de",
    ),
    Case(
        brief=(
            "Welche Programmiersprache sollten wir für den neuen Dienst nehmen: Go, Rust oder weiterhin Java?"
        ),
        options=("Go", "Rust", "Weiterhin Java"),
        kind="general",
        language="de",
    ),
    Case(
        brief=(
            "Faut-il refaire la toiture de l'école cet été ou attendre la subvention de 2028 ? Le"
            " budget est de 240 000 €."
        ),
        options=("Refaire la toiture de l'école cet été", "Attendre la subvention de 2028"),
        kind="general",
        language="fr",
    ),
    Case(
        brief=(
            "Notre ferme doit choisir entre passer au bio, garder l'agriculture conventionnelle "
            "ou ne convertir que la moitié des terres. Les aides baissent de 15 % en 2027."
        ),
        options=(
            "Passer au bio",
            "Garder l'agriculture conventionnelle",
            "Ne convertir que la moitié des terres",
        ),
        kind="general",
        language="fr",
    ),
    Case(
        brief=(
            "On hésite entre embaucher un apprenti et sous-traiter la comptabilité. Il nous reste"
            " 30 000 euros jusqu'en décembre."
        ),
        options=("Embaucher un apprenti", "Sous-traiter la comptabilité"),
        kind="hiring",
        language="fr",
    ),
    Case(
        brief=(
            "¿Deberíamos abrir una segunda clínica en Sevilla, ampliar la de Córdoba o contratar "
            "a dos médicos más? Tenemos 200.000 € y hay que decidir antes del 1 de junio."
        ),
        options=(
            "Abrir una segunda clínica en Sevilla",
            "Ampliar la de Córdoba",
            "Contratar a dos médicos más",
        ),
        kind="hiring",
        language="es",
    ),
    Case(
        brief=(
            "El ayuntamiento tiene que elegir entre peatonalizar la plaza, construir un "
            "aparcamiento subterráneo o dejarla como está."
        ),
        options=("Peatonalizar la plaza", "Construir un aparcamiento subterráneo", "Dejarla como está"),
        kind="build_or_buy",
        language="es",
    ),
    Case(
        brief=("¿Me compro un coche eléctrico o sigo con el diésel dos años más? Hago 30.000 km al año."),
        options=("Comprarme un coche eléctrico", "Seguir con el diésel dos años más"),
        kind="build_or_buy",
        language="es",
    ),
    Case(
        brief=(
            "Dobbiamo rinnovare l'impianto di irrigazione o scavare un secondo pozzo? Abbiamo "
            "45.000 euro e la stagione comincia ad aprile."
        ),
        options=("Rinnovare l'impianto di irrigazione", "Scavare un secondo pozzo"),
        kind="general",
        language="it",
    ),
    Case(
        brief=("La scuola vuole decidere se introdurre la settimana corta o mantenere le lezioni il sabato."),
        options=("Introdurre la settimana corta", "Mantenere le lezioni il sabato"),
        kind="workplace",
        language="it",
    ),
    Case(
        brief=(
            "Conviene assumere un commesso part-time, prolungare l'orario solo a dicembre oppure "
            "chiudere la domenica?"
        ),
        options=(
            "Assumere un commesso part-time",
            "Prolungare l'orario solo a dicembre",
            "Chiudere la domenica",
        ),
        kind="hiring",
        language="it",
    ),
    Case(
        brief=(
            "Devemos contratar um engenheiro sênior ou dois juniores para o projeto? O orçamento "
            "é de R$ 300 mil por ano."
        ),
        options=("Contratar um engenheiro sênior", "Contratar dois juniores"),
        kind="hiring",
        language="pt",
    ),
    Case(
        brief=(
            "A prefeitura deve asfaltar a estrada rural ou comprar dois ônibus escolares? Temos "
            "R$ 1,8 milhão até dezembro."
        ),
        options=("Asfaltar a estrada rural", "Comprar dois ônibus escolares"),
        kind="build_or_buy",
        language="pt",
    ),
    Case(
        brief=("Vale a pena mudar a clínica para o centro ou ficar no bairro e reformar a sala de espera?"),
        options=("Mudar a clínica para o centro", "Ficar no bairro e reformar a sala de espera"),
        kind="general",
        language="pt",
    ),
    Case(
        brief="新しい生産管理システムを自社で開発するべきか、パッケージを導入するべきか。予算は2000万円、来年3月までに稼働させたい。",
        options=("新しい生産管理システムを自社で開発する", "パッケージを導入する"),
        kind="build_or_buy",
        language="ja",
    ),
    Case(
        brief="田んぼを有機栽培に切り替えるか、慣行栽培を続けるか、半分だけ試すか迷っています。",
        options=("田んぼを有機栽培に切り替える", "慣行栽培を続ける", "半分だけ試す"),
        kind="general",
        language="ja",
    ),
    Case(
        brief="町の図書館を改修するか、駅前に新築するか、統合するかを6月までに決める必要があります。",
        options=("町の図書館を改修する", "駅前に新築する", "統合する"),
        kind="general",
        language="ja",
    ),
    Case(
        brief="来年度の修学旅行は沖縄と北海道のどちらがいいでしょうか。費用は一人8万円以内。",
        options=("沖縄", "北海道"),
        kind="general",
        language="ja",
    ),
    Case(
        brief=(
            "Moeten we een tweede winkel in Utrecht openen, de webshop uitbouwen of een jaar "
            "wachten? We hebben € 60.000."
        ),
        options=("Een tweede winkel in Utrecht openen", "De webshop uitbouwen", "Een jaar wachten"),
        kind="expansion",
        language="nl",
    ),
    Case(
        brief=("De gemeente twijfelt tussen een rotonde aanleggen en stoplichten plaatsen bij de school."),
        options=("Een rotonde aanleggen", "Stoplichten plaatsen"),
        kind="general",
        language="nl",
    ),
    Case(
        brief="Sollen wir die Werkstatt verlegen oder umbauen?",
        options=("Die Werkstatt verlegen", "Die Werkstatt umbauen"),
        kind="general",
        language="de",
    ),
    Case(
        brief="Le conseil municipal doit vendre l'ancienne gare ou la transformer en médiathèque ?",
        options=("Vendre l'ancienne gare", "Transformer en médiathèque"),
        kind="general",
        language="fr",
    ),
    Case(
        brief="Il comune deve vendere la vecchia scuola o trasformarla in biblioteca?",
        options=("Vendere la vecchia scuola", "Trasformarla in biblioteca"),
        kind="general",
        language="it",
    ),
    Case(
        brief="El ayuntamiento debe vender el solar o construir un parque?",
        options=("Vender el solar", "Construir un parque"),
        kind="build_or_buy",
        language="es",
    ),
    Case(
        brief="¿Reparamos el tractor viejo o compramos uno nuevo?",
        options=("Reparar el tractor viejo", "Comprar uno nuevo"),
        kind="build_or_buy",
        language="es",
    ),
    Case(
        brief="¿Debemos reparar el tractor o comprar uno nuevo?",
        options=("Reparar el tractor", "Comprar uno nuevo"),
        kind="build_or_buy",
        language="es",
    ),
    Case(
        brief="¿Debemos comprar un tractor nuevo o reparar el viejo?",
        options=("Comprar un tractor nuevo", "Reparar el viejo"),
        kind="build_or_buy",
        language="es",
    ),
    Case(
        brief="Faut-il réparer le vieux tracteur ou en acheter un neuf ?",
        options=("Réparer le vieux tracteur", "Acheter un neuf"),
        kind="build_or_buy",
        language="fr",
    ),
    Case(
        brief="Faut-il garder la vieille grange ou construire une neuve ?",
        options=("Garder la vieille grange", "Construire une neuve"),
        kind="build_or_buy",
        language="fr",
    ),
    Case(
        brief="Faut-il réparer la chaudière ou acheter une pompe à chaleur ?",
        options=("Réparer la chaudière", "Acheter une pompe à chaleur"),
        kind="build_or_buy",
        language="fr",
    ),
    Case(
        brief="Dobbiamo riparare il vecchio trattore o comprarne uno nuovo?",
        options=("Riparare il vecchio trattore", "Comprarne uno nuovo"),
        kind="general",
        language="it",
    ),
    Case(
        brief="Dobbiamo riparare il trattore o comprare uno usato?",
        options=("Riparare il trattore", "Comprare uno usato"),
        kind="build_or_buy",
        language="it",
    ),
    Case(
        brief="Devemos reparar o trator antigo ou comprar um novo?",
        options=("Reparar o trator antigo", "Comprar um novo"),
        kind="build_or_buy",
        language="pt",
    ),
    Case(
        brief="Devemos reparar o trator ou comprar um trator novo?",
        options=("Reparar o trator", "Comprar um trator novo"),
        kind="build_or_buy",
        language="pt",
    ),
    Case(
        brief="Devemos reparar o trator ou comprar uma ceifeira?",
        options=("Reparar o trator", "Comprar uma ceifeira"),
        kind="build_or_buy",
        language="pt",
    ),
    Case(
        brief="Sollen wir den alten Traktor reparieren oder einen neuen kaufen?",
        options=("Den alten Traktor reparieren", "Einen neuen kaufen"),
        kind="build_or_buy",
        language="de",
    ),
    Case(
        brief="Sollen wir eine neue Presse kaufen oder die alte behalten?",
        options=("Eine neue Presse kaufen", "Die alte behalten"),
        kind="build_or_buy",
        language="de",
    ),
    Case(
        brief="Moeten we de oude tractor repareren of een nieuwe kopen?",
        options=("De oude tractor repareren", "Een nieuwe kopen"),
        kind="build_or_buy",
        language="nl",
    ),
    Case(
        brief="古いトラクターを修理するべきか、新しいのを買うべきか。",
        options=("古いトラクターを修理する", "新しいのを買う"),
        kind="build_or_buy",
        language="ja",
    ),
    Case(
        brief="Soll ich ein Auto kaufen oder eines leasen?",
        options=("Ein Auto kaufen", "Ein Auto leasen"),
        kind="build_or_buy",
        language="de",
    ),
    Case(
        brief="Faut-il acheter un CRM ou en développer un ?",
        options=("Acheter un CRM", "Développer un CRM"),
        kind="build_or_buy",
        language="fr",
    ),
)
