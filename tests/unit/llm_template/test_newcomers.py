"""What a newcomer's brief comes to: threads that were pasted in, asides, sums and dates."""

from __future__ import annotations

import pytest

from core.graph.english import keeps_things_as_they_are
from core.graph.model import Better
from core.llm.template.framing import archetype_of
from core.llm.template.reading import read_brief
from tests.unit.llm_template.drafted import asked, draft, graph_of, labels

THREAD = """
[09:12] Priya: so are we doing Kafka or just Postgres queues?
[09:13] Tom: Kafka is overkill imo, we do like 50 msg/s
[09:16] Tom: could also use SQS, it's managed. no replay though
[09:20] Lena: whatever we pick, I don't want to run another cluster myself
[09:22] Priya: ok let's decide by Friday pls
"""


def whys(brief: str) -> dict[str, str]:
    """Why each option and outcome is there, by its label."""
    graph = draft(brief)
    names = {node.id: node.label for node in graph.nodes}
    return {names[r.target]: r.why for r in graph.rationales if r.target in names}


@pytest.mark.parametrize(
    "thread",
    [
        THREAD,
        THREAD.replace("[", "").replace("]", ""),
        THREAD.replace("[09:", "> [9:").replace("] ", " AM] "),
        THREAD.replace("[", "[12/11/2026, "),
        THREAD.replace("[", "12/11/2026, ").replace("]", " -"),
    ],
)
def test_a_pasted_thread_is_read_without_its_times_and_names(thread: str) -> None:
    graph = draft(thread)
    assert labels(graph, "option") == ("Kafka", "Postgres queues", "Use SQS")
    assert labels(graph, "decision") == ("Which one should we choose?",)
    assert graph.title == "Kafka, Postgres queues or use SQS"
    assert graph.of_kind("goal")[0].body == "The brief names a date: by Friday."


@pytest.mark.parametrize(
    ("brief", "options"),
    [
        ("14:05 deploy broke checkout: roll back or push a hotfix?", ("Roll back", "Push a hotfix")),
        ("Goal: ship in May. Should we hire or wait?", ("Hire", "Wait")),
        ("Meeting at 10:30: move or stay?", ("Move", "Stay")),
    ],
)
def test_a_time_or_a_name_alone_is_no_speaker(brief: str, options: tuple[str, ...]) -> None:
    assert tuple(o.label for o in draft(brief).options) == options


@pytest.mark.parametrize(
    ("brief", "options"),
    [
        (
            "Not sure whether to let the junior dev go. Alternatives would be a trial or moving him to QA.",
            ("Let the junior dev go", "A trial", "Move him to QA"),
        ),
        (
            "Should we lease or buy the van? We could also rent it by the day.",
            ("Lease the van", "Buy the van", "Rent it by the day"),
        ),
        (
            "The alternative is to move to Adyen with a partner. Should we move to Stripe or move to Adyen?",
            ("Move to Stripe", "Move to Adyen"),
        ),
        ("Should we hire or wait? The alternatives are limited.", ("Hire", "Wait")),
    ],
)
def test_alternatives_of_later_sentences_are_options_unless_they_are_there(
    brief: str, options: tuple[str, ...]
) -> None:
    assert tuple(o.label for o in draft(brief).options) == options


def test_the_last_of_an_inline_list_says_nothing_of_the_next_sentence() -> None:
    graph = draft("Options are (a) raise to $39, (b) usage-based pricing, (c) leave it. Churn is 2.1%/month.")
    assert [(o.label, o.body) for o in graph.options] == [
        ("Raise to $39", ""),
        ("Usage-based pricing", ""),
        ("Leave it", ""),
    ]


def test_what_is_wanted_is_no_option() -> None:
    brief = "Should we hire or wait? What we want: fewer errors, happy customers, and staff who stay."
    reading = read_brief(asked(brief).brief)
    assert [o.phrase for o in reading.options] == ["hire", "wait"]
    assert reading.criteria == ("fewer errors", "happy customers", "staff who stay")
    alone = read_brief(asked("What we want: fewer errors, happy customers, and staff who stay.").brief)
    assert alone.options == ()
    asks = read_brief(asked("What we want: hire, train or wait?").brief)
    assert [o.phrase for o in asks.options] == ["hire", "train", "wait"]


@pytest.mark.parametrize(
    ("said", "criteria"),
    [
        ("We care about cost, speed, and quality.", ("cost", "speed", "quality")),
        ("We care about cost, speed and quality.", ("cost", "speed", "quality")),
        (
            "What matters: cost, and being able to step back if growth slows.",
            ("cost",),
        ),
        (
            "What matters: cost, speed, and being able to step back if growth slows.",
            ("cost", "speed", "being able to step back"),
        ),
        (
            "What matters to us: cost, and the workload of the front desk.",
            ("cost",),
        ),
        (
            "What matters: missed appointments, cost over three years, and the workload of the front desk.",
            ("missed appointments", "cost over three years", "the workload of the front desk"),
        ),
        ("We care about cost, and we hate lock-in.", ("cost",)),
        ("We care about cost, speed, and we hate lock-in.", ("cost", "speed")),
        ("We care about cost, speed, and that is why all of us have to agree.", ("cost", "speed")),
    ],
)
def test_the_last_of_a_list_of_criteria_is_one_of_them(said: str, criteria: tuple[str, ...]) -> None:
    assert read_brief(asked(f"Should we hire or wait? {said}").brief).criteria == criteria


@pytest.mark.parametrize(
    ("criterion", "outcome"),
    [
        ("missed appointments", "Missed appointments"),
        ("missing features", "Fit with our needs"),
        ("cost", "Cost"),
        ("a cheaper bill", "Cost"),
    ],
)
def test_a_criterion_keeps_its_words_where_they_name_something_of_their_own(
    criterion: str, outcome: str
) -> None:
    assert outcome in labels(draft(f"Should we hire or wait? What matters to us: {criterion}."), "outcome")


OFFICES = """
Choosing between three offices:

| Office | Rent/month | Commute |
|---|---|---|
| Kreuzberg | €14,500 | 25 min |
| Adlershof | €9,800 | 45 min |
| Mitte | €19,000 | 20 min |

Most important: commute and cost.
"""


def test_the_first_row_of_a_table_names_its_columns() -> None:
    graph = draft(OFFICES)
    assert [(o.label, o.body) for o in graph.options] == [
        ("Kreuzberg", "€14,500, 25 min"),
        ("Adlershof", "€9,800, 45 min"),
        ("Mitte", "€19,000, 20 min"),
    ]
    found = {outcome.label: outcome.better for outcome in graph.of_kind("outcome")}
    assert found["Commute"] is Better.LOWER
    assert "Time it takes" not in found


@pytest.mark.parametrize(
    ("brief", "options"),
    [
        (
            "Soll die Kita länger öffnen oder umziehen?\n- Personal: zu wenig\n- Eltern: 34\nDanke & Grüße",
            ("Länger öffnen", "Umziehen"),
        ),
        ("Should we hire or wait?\n- Team: 6 people\n- Office: full", ("Hire", "Wait")),
        ("Which one should we take?\n- Acme\n- Beta", ("Acme", "Beta")),
        ("What should we do next?\n- Hire a writer\n- Wait", ("Hire a writer", "Wait")),
    ],
)
def test_a_list_under_a_question_that_offers_its_own_alternatives_is_none_of_options(
    brief: str, options: tuple[str, ...]
) -> None:
    assert tuple(o.label for o in draft(brief).options) == options


@pytest.mark.parametrize(
    "brief",
    [
        "Should we hire or wait? Important: cost and SEO.",
        "Sollen wir einstellen oder warten? Wichtig: Kosten und SEO.",
        "Faut-il embaucher ou attendre ? Important : coût et SEO.",
        "¿Debemos contratar o esperar? Lo más importante: coste y SEO.",
        "Dobbiamo assumere o aspettare? Importante: costo e SEO.",
        "Devemos contratar ou esperar? Importante: custo e SEO.",
        "Moeten we iemand aannemen of wachten? Belangrijk: kosten en SEO.",
    ],
)
def test_what_is_called_important_is_a_criterion(brief: str) -> None:
    criteria = read_brief(asked(brief).brief).criteria
    assert len(criteria) == 2
    assert criteria[1] == "SEO"


@pytest.mark.parametrize(
    ("brief", "title"),
    [
        (
            "Do we (a) raise to $39 for everyone, (b) raise to $39 for new customers only, (c) wait?",
            "Raise to $39 for everyone, raise to $39 for new customers…",
        ),
        (
            "¿Peatonalizar la plaza, construir un aparcamiento subterráneo o dejarla como está este año?",
            "Peatonalizar la plaza, construir un aparcamiento…",
        ),
        ("Should we hire or wait?", "Hire or wait"),
    ],
)
def test_a_title_that_names_two_of_three_options_joins_them_by_no_or(brief: str, title: str) -> None:
    found = draft(brief).title
    assert len(found) <= 60
    assert found == title


def test_what_cannot_be_done_is_no_option() -> None:
    assert read_brief(asked("In October we could not bill for two days; it was bad.").brief).options == ()


@pytest.mark.parametrize(
    ("brief", "outcome", "why"),
    [
        ("Should we hire or wait? Churn is 2.1% a month.", "Customer churn", "The brief speaks of it: “"),
        ("Should we hire or wait? What matters is churn.", "Churn", "The brief asks for it: “churn”"),
        ("Should we hire or wait? Decide by 3 May.", "Time to delivery", "The brief names a date: by 3 May."),
        ("Should we hire or wait? Max $30k.", "Cost", "The brief names a budget of $30k."),
        (
            "Sollen wir einstellen oder warten? Die Kosten steigen.",
            "",
            "Das Briefing spricht davon: „",
        ),
    ],
)
def test_an_outcome_says_whether_it_was_asked_for_or_spoken_of(brief: str, outcome: str, why: str) -> None:
    found = whys(brief)
    reasons = [found.get(outcome, "")] if outcome else list(found.values())
    assert any(reason.startswith(why) for reason in reasons)


def test_a_topic_stands_in_a_question_as_it_does_inside_a_sentence() -> None:
    graph = draft("Our parental leave policy going forward")
    assert labels(graph, "decision") == ("How should we proceed with our parental leave policy?",)
    assert graph.title == "Our parental leave policy"


def test_what_somebody_does_not_want_is_nothing_to_choose() -> None:
    graph = draft("Kafka or SQS? Whatever we pick, I don't want to run another cluster myself.")
    assert labels(graph, "decision") == ("Which way should we go: Kafka or SQS?",)
    graph = draft("We need to pick a database. Postgres or MySQL?")
    assert labels(graph, "decision") == ("Which database should we choose?",)


@pytest.mark.parametrize(
    ("brief", "kind"),
    [
        ("Roll back, push a hotfix or flip the switch on the new payment provider?", "general"),
        ("Should we close at lunch, launch a set menu or focus on delivery?", "general"),
        ("Chiudere a pranzo, lanciare un menù fisso oppure puntare sul delivery?", "general"),
        ("Should we launch now or wait?", "launch_timing"),
        ("Should we launch in May or after the summer?", "launch_timing"),
        ("Should we go live in May or in June?", "launch_timing"),
        ("Which payment provider: Stripe or Adyen?", "vendor"),
        (
            "オフィスを移転するか、更新するか、フルリモートにするか。社員は45名です。重視するのは採用力です。",
            "workplace",
        ),
    ],
)
def test_one_word_in_one_option_does_not_make_the_kind_of_a_decision(brief: str, kind: str) -> None:
    assert archetype_of(read_brief(asked(brief).brief)) == kind


def test_what_is_earned_is_no_cost_of_an_option() -> None:
    graph = graph_of(asked("Should we keep the Leeds shop or close it? The Leeds shop has $400k in revenue."))
    cost = {node.id for node in graph.of_kind("outcome") if "ost" in node.label}
    cited = [e for e in graph.edges if e.dst in cost and e.provenance and not e.provenance.is_hypothesis]
    assert cited == []


@pytest.mark.parametrize(
    ("brief", "outcome", "better"),
    [
        ("採用するか、待つか。重視するのは採用力です。", "採用力", Better.HIGHER),
        ("採用するか、待つか。重視するのは騒音です。", "騒音", Better.LOWER),
        ("採用するか、待つか。重視するのは家賃の額です。", "家賃の額", Better.LOWER),
        ("Should we hire or wait? What matters is paperwork hassle.", "Paperwork hassle", Better.LOWER),
        ("Should we hire or wait? What matters is elegance.", "Elegance", Better.HIGHER),
    ],
)
def test_less_is_wanted_of_a_burden_only(brief: str, outcome: str, better: Better) -> None:
    assert {n.label: n.better for n in draft(brief).of_kind("outcome")}[outcome] is better


@pytest.mark.parametrize(
    ("label", "keeps"),
    [
        ("Leave it", True),
        ("Renew for five years", True),
        ("Leave the euro", False),
        ("Leave it to an agency", False),
        ("Renewable energy", False),
    ],
)
def test_leaving_it_and_renewing_keep_things_as_they_are(label: str, *, keeps: bool) -> None:
    assert keeps_things_as_they_are(label) is keeps


def test_a_reason_quotes_words_without_their_markup() -> None:
    graph = draft("Candidates:\n- **Datadog** – expensive\n- **Grafana** – cheaper\n\nCriteria: cost.")
    whys_ = [r.why for r in graph.rationales if "::" in r.target]
    assert any("expensive" in why for why in whys_)
    assert not any("**" in why for why in whys_)


def test_a_tail_of_circumstances_is_no_part_of_an_option() -> None:
    graph = draft("Should we launch on 12 January, or slip to 9 February so the mobile app makes it?")
    assert tuple(o.label for o in graph.options) == ("Launch on 12 January", "Slip to 9 February")


@pytest.mark.parametrize(
    ("brief", "question"),
    [
        (
            "Let Tom go or train him? We must decide this month.",
            "Which way should we go: let Tom go or train him?",
        ),
        ("We need to choose a CRM. We have to decide next week.", "Which CRM should we choose?"),
        ("We must choose a launch date.", "Which launch date should we choose?"),
    ],
)
def test_when_to_decide_is_not_what_to_decide(brief: str, question: str) -> None:
    assert labels(draft(brief), "decision") == (question,)
