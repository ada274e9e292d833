"""Outcomes, in English."""

from __future__ import annotations

from core.llm.template.words.language import Outcome

OUTCOMES = {
    "time": Outcome(
        label="Time to delivery",
        nouns=(
            "delivery, delivery time, time to delivery, lead time, duration, timeline, schedule, ramp-up, "
            "ramp up, onboarding, start date, turnaround, ~weeks, ~months, ~days, time to market, ~time, "
            "eta, ~deadline, time to value, ~start, timelines, go-live date"
        ),
        up=(
            "slow, slower, slowest, ~delay, ~delays, delayed, ~late, ~later, ~longer, overrun, takes months, "
            "takes weeks, behind schedule, too long, drag, slip, slips, months to"
        ),
        down=(
            "fast, faster, fastest, quick, quicker, quickly, sooner, ~earlier, ~immediately, rapid, rapidly, "
            "right away, straight away, speed up, accelerate, on time, within days, start next week, start "
            "monday, short notice, at once, speed, velocity, time savings"
        ),
    ),
    "cost": Outcome(
        label="Cost",
        nouns=(
            "cost, costs, ~price, spend, spending, ~fee, expense, tco, total cost, ~rate, ~quote, invoice, "
            "~salary, ~salaries, ~payroll, capex, price tag, money, ~usd, ~eur, ~investment, day rate, "
            "~amount, budget, ~annual cost, ~monthly cost"
        ),
        up="expensive, costly, pricey, pricier, dearer, over budget, costlier, markup, premium",
        down=(
            "cheap, cheaper, cheapest, affordable, inexpensive, economical, saves money, savings, saving, "
            "under budget, cost-effective, discount"
        ),
    ),
    "running_cost": Outcome(
        label="Running cost",
        nouns=(
            "running cost, running costs, operating cost, operating costs, ~monthly cost, monthly bill, "
            "~bill, opex, cloud bill, hosting cost, ~hosting, ~subscription, ~annual cost, ~yearly cost, "
            "~per month, ~cost, ~costs, ~license fee, infrastructure cost"
        ),
        up="~expensive, ~costly, ~pricey, ~costlier",
        down="~cheap, ~cheaper, ~cheapest, ~affordable, ~savings, ~saving, ~cost-effective",
    ),
    "quality": Outcome(
        label="Quality of the result",
        nouns=(
            "quality, ~standard, workmanship, craftsmanship, ~polish, ~accuracy, ~finish, ~test coverage, "
            "~readiness, code quality"
        ),
        up="high-quality, ~polished, ~robust, ~mature, ~accurate, ~thorough, ~senior, ~experienced, ~tested",
        down=(
            "bugs, buggy, ~defect, defects, sloppy, ~rework, ~rough edges, ~unfinished, ~immature, "
            "~unpolished, ~untested, ~inexperienced"
        ),
    ),
    "knowledge": Outcome(
        label="Knowledge kept in the team",
        nouns=(
            "knowledge, know-how, ~expertise, ~documentation, ~handover, institutional knowledge, "
            "~ownership, domain knowledge, ~skills"
        ),
        up=(
            "keeps knowledge, ~retains, keep knowledge, keep the knowledge, keeps the knowledge, stays in "
            "the team, retain knowledge"
        ),
        down=(
            "took their knowledge, take their knowledge, knowledge with them, walks out, knowledge loss, "
            "handover, brain drain, leaves with, left undocumented"
        ),
    ),
    "flexibility": Outcome(
        label="Flexibility",
        nouns="flexibility, agility, options open, optionality",
        up="flexible, ~scale down, cancel anytime, no commitment, ~adaptable, month-to-month",
        down=(
            "rigid, inflexible, ~commitment, ~locked, ~notice period, ~fixed term, ~long-term contract, ~tied"
        ),
    ),
    "control": Outcome(
        label="Control",
        nouns="control, ~ownership, independence, autonomy, ~roadmap",
        up="full control, own roadmap, ~independent",
        down="~dependent, ~dependence, ~dependency, ~rely on",
    ),
    "fit": Outcome(
        label="Fit with our needs",
        nouns=(
            "fit, ~requirements, ~features, ~feature, functionality, ~needs, ~coverage, ~use case, ~score, "
            "~rating, ~integrations, ~integration, ~workflow, ~capabilities, ~capability"
        ),
        up=(
            "~fits, ~fit, ~covers, ~supports, ~meets, ~tailored, ~integrates, ~matches, ~configurable, "
            "~native"
        ),
        down="~missing, ~lacks, ~gaps, ~gap, ~workaround, ~workarounds, ~unsupported",
    ),
    "maintenance": Outcome(
        label="Maintenance effort",
        nouns=(
            "maintenance, upkeep, ~operations, support effort, on-call, ~patching, ~upgrades, ~admin, toil, "
            "operational overhead, ~overhead"
        ),
        up="hard to maintain, ~brittle, ~fragile, ~complex, ~complexity, ~outdated, ~patched",
        down=(
            "~managed, ~maintained by, low maintenance, maintainable, ~simpler, ~simple, ~fully managed, "
            "maintainability"
        ),
    ),
    "effort": Outcome(
        label="Effort to change over",
        nouns=(
            "effort, ~migration, changeover, ~setup, ~set-up, ~implementation, ~training, ~retraining, "
            "person-days, engineer-weeks, ~workload, ~work, ~rollout, ~transition, switching cost, switching "
            "costs, story points, person days, engineer weeks, man-days"
        ),
        up="~complex, ~difficult, laborious, ~painful, ~hard, ~time-consuming, ~manual, tedious",
        down=(
            "~easy, ~easier, ~simple, ~simpler, ~seamless, effortless, ~drop-in, ~straightforward, ~painless"
        ),
    ),
    "revenue": Outcome(
        label="Revenue",
        nouns=(
            "revenue, ~sales, income, turnover, arr, mrr, bookings, ~deals, ~pipeline, earnings, nrr, "
            "~demand, ~orders, ~upsell"
        ),
        up="~sells, ~profitable, ~lucrative, ~upsell",
        down="unprofitable, lost deals, lost sales",
    ),
    "profit": Outcome(
        label="Profit margin",
        nouns="margin, margins, profit, profitability, ebitda, gross margin, roi, ~return",
        up="profitable, lucrative",
        down="unprofitable, loss-making, losses, payback",
    ),
    "churn": Outcome(
        label="Customer churn",
        nouns=(
            "churn, cancellations, cancellation, attrition, retention loss, downgrades, lost customers, "
            "customer loss, unsubscribe"
        ),
        up=(
            "~cancel, ~cancelled, churned, ~leave, ~left for, switch to a competitor, ~upset, ~angry, "
            "~downgrade, ~alternatives, ~leaving, quit"
        ),
        down="retention, ~retain, ~renew, ~renewed, ~renewal, ~renewals, ~loyal, loyalty, ~sticky",
    ),
    "new_customers": Outcome(
        label="New customers",
        nouns=(
            "new customers, sign-ups, signups, ~acquisition, conversion, conversions, ~leads, win rate, new "
            "logos, ~trials, new users, customer growth, conversion rate"
        ),
        up="~attract, ~attracts, win deals, ~converts, ~sign up",
        down="~deter, ~deters, ~put off, ~scare off, ~price shock, ~lost to",
    ),
    "satisfaction": Outcome(
        label="Customer satisfaction",
        nouns=(
            "satisfaction, csat, nps, customer experience, customer happiness, customer feedback, user "
            "experience, ux, ~reviews, customer satisfaction"
        ),
        up="~satisfied, ~delighted, ~praised, ~love, ~loved, happy customers",
        down=(
            "~complain, ~complained, ~complaints, ~unhappy, ~frustrated, ~dissatisfied, ~angry, ~annoyed, "
            "~support tickets"
        ),
    ),
    "reliability": Outcome(
        label="Reliability",
        nouns="reliability, uptime, availability, stability, ~sla, resilience, ~redundancy",
        up="reliable, ~stable, resilient, ~redundant, highly available, dependable",
        down=(
            "outage, outages, ~downtime, unreliable, ~unstable, ~incident, ~incidents, flaky, ~crash, "
            "~crashes, ~fails, was down, went down, is down, goes down"
        ),
    ),
    "disruption": Outcome(
        label="Risk of disruption",
        nouns="risk, risks, disruption, ~exposure, downtime, interruption, ~uncertainty, ~data loss",
        up=(
            "risky, riskier, riskiest, disruptive, dangerous, disrupt, disrupts, ~breaks, ~regression, "
            "~regressions, ~uncertain"
        ),
        down=(
            "~safe, safer, safest, ~proven, ~reversible, low-risk, ~mitigates, ~mitigate, ~battle-tested, "
            "~rollback, ~roll back"
        ),
    ),
    "security": Outcome(
        label="Security",
        nouns="security, privacy, data protection, encryption, soc 2, iso 27001, penetration test",
        up="secure, ~encrypted, ~certified, ~hardened, ~audited",
        down="breach, breaches, vulnerability, vulnerabilities, insecure, leak, leaks, exposed",
    ),
    "compliance": Outcome(
        label="Compliance",
        nouns="compliance, gdpr, hipaa, regulation, regulatory, ~audit, ~legal, data residency",
        up="compliant, ~approved, ~certified",
        down="~violation, ~fines, non-compliant, noncompliant, ~illegal",
    ),
    "lock_in": Outcome(
        label="Vendor lock-in",
        nouns="lock-in, lock in, vendor lock-in, dependency, dependence, exit cost, egress",
        up="~proprietary, locked in, locked into, ~tied to, ~dependent, ~dependent on",
        down="~portable, ~open standard, ~open standards, ~open-source, ~open source, vendor-neutral",
    ),
    "morale": Outcome(
        label="Team morale",
        nouns=(
            "morale, motivation, team happiness, engagement, wellbeing, well-being, work-life balance, "
            "employee satisfaction, developer happiness, job satisfaction, team spirit, ~culture, happiness"
        ),
        up="motivated, ~happier, ~energised, ~energized, ~engaged, ~excited, ~love",
        down=(
            "burnout, burned out, exhausted, overworked, stressed, demotivated, ~frustrated, ~quit, ~resign, "
            "~resigned, overtime, ~tired, ~resent, stress"
        ),
    ),
    "collaboration": Outcome(
        label="Collaboration",
        nouns="collaboration, ~communication, teamwork, ~coordination, cohesion, ~alignment",
        up="~in person, ~face to face, ~spontaneous, ~together",
        down="~silos, ~silo, ~isolated, ~isolation, ~misunderstandings, ~time zones, ~time zone",
    ),
    "productivity": Outcome(
        label="Productivity",
        nouns="productivity, ~output, ~efficiency, focus time, developer productivity",
        up="productive, ~efficient, ~focused",
        down=(
            "unproductive, inefficient, distracted, distraction, distractions, ~interruptions, ~idle, "
            "~bottleneck"
        ),
    ),
    "attrition": Outcome(
        label="Staff turnover",
        nouns="attrition, staff turnover, turnover rate, resignations, employee turnover",
        up="~quit, ~resign, ~resigned, ~resignation, leave the company",
        down="stay longer, retain people, retain staff",
    ),
    "learning": Outcome(
        label="What we learn",
        nouns="~learning, ~insight, ~insights, ~feedback, validation, ~lessons",
        up="~learn, ~validates, ~validate, early feedback, test demand, ~find out",
        down="~blind, ~guesswork, ~untested",
    ),
    "scalability": Outcome(
        label="Scalability",
        nouns="scalability, ~scaling, autoscaling",
        up="scales, scalable, elastic, autoscales, scale out",
        down="~bottleneck, does not scale, ~maxed out, ~limits",
    ),
    "performance": Outcome(
        label="Performance",
        nouns="performance, throughput",
        up="~faster, ~fast, responsive, snappy, performant, low-latency",
        down="~slow, ~slower, sluggish, ~lag, laggy, timeouts, response time, latency, load time, query time",
    ),
    "adoption": Outcome(
        label="Adoption",
        nouns="adoption, ~usage, uptake, ~engagement, active users, ease of use, usability",
        up="intuitive, easy to use, user-friendly, ~familiar, ~popular",
        down="~confusing, unintuitive, ~steep, ~resistance, ~clunky, ~unfamiliar, learning curve",
    ),
    "support_load": Outcome(
        label="Support load",
        nouns=(
            "support load, tickets, support tickets, support requests, support volume, helpdesk, customer "
            "support"
        ),
        up="more tickets, ~questions, ~confusion",
        down="self-service, fewer tickets",
    ),
    "market": Outcome(
        label="Market position",
        nouns=(
            "market share, market position, competitive position, brand, visibility, reputation, awareness, "
            "~competition, ~competitor, ~competitors, ~press"
        ),
        up=(
            "first mover, ~lead, ~leader, differentiate, differentiates, stand out, ~recognised, ahead of "
            "competitors"
        ),
        down="behind competitors, undercut, overtaken, me-too, too late",
    ),
    "carbon": Outcome(
        label="Emissions",
        nouns="emissions, carbon, co2, carbon footprint, footprint, climate impact",
        up="~polluting, carbon-intensive, ~diesel",
        down="~green, greener, sustainable, low-carbon, ~renewable, ~electric",
    ),
    "benefit": Outcome(
        label="Benefit to the goal",
        nouns="~benefit, ~benefits, ~value, ~impact, ~return, ~result, ~results, payoff, ~advantage, ~gain",
        up="~valuable, ~useful, ~worthwhile, ~effective, ~successful, ~beneficial",
        down="~useless, ~pointless, ~waste, ~wasted, ~ineffective",
    ),
}
