"""Briefs in English, of every kind of decision."""

from __future__ import annotations

from tests.unit.llm_template.case import Case

ENGLISH = (
    # hiring
    Case(
        brief="Should we hire three engineers or use contractors for six months? Budget is $300k.",
        options=("Hire three engineers", "Use contractors for six months"),
        kind="hiring",
    ),
    Case(
        brief="We need to decide between hiring two designers and using an agency for the rebrand.",
        options=("Hire two designers", "Use an agency for the rebrand"),
        kind="hiring",
    ),
    Case(
        brief="Should we hire a VP of Sales now or wait until after the Series A?",
        options=("Hire a VP of Sales now", "Wait until after the Series A"),
        kind="hiring",
    ),
    Case(
        brief="hey team, do you want us to hire a contractor or a full-time engineer for the data pipeline?",
        options=("Hire a contractor", "Hire a full-time engineer"),
        kind="hiring",
    ),
    Case(
        brief=(
            "Our support team is drowning: 1,200 tickets a week and four agents. We could hire two more "
            "agents, outsource first-level support to a call centre, or build a chatbot. We want to answer "
            "every ticket within four hours by the end of Q2."
        ),
        options=("Hire two more agents", "Outsource first-level support to a call centre", "Build a chatbot"),
        kind="hiring",
        goal="Answer every ticket within four hours by the end of Q2",
    ),
    Case(
        brief="Should we offer the internship to full-time or part-time students?",
        options=("Offer the internship to full-time students", "Offer the internship to part-time students"),
        kind="hiring",
    ),
    Case(
        brief="Is it better for us to hire or outsource the design work?",
        options=("Hire", "Outsource the design work"),
        kind="hiring",
    ),
    # build or buy
    Case(brief="Should we build or buy a CRM?", options=("Build a CRM", "Buy a CRM"), kind="build_or_buy"),
    Case(
        brief="Should we buy a CRM instead of building one? We have two developers and 90 days.",
        options=("Buy a CRM", "Build a CRM"),
        kind="build_or_buy",
    ),
    Case(
        brief="Build vs. buy: internal analytics dashboard",
        options=("Build", "Buy"),
        kind="build_or_buy",
    ),
    Case(
        brief=(
            "We must choose 1) build it ourselves, 2) buy Retool or 3) wait a year. The goal is to give "
            "support agents one screen."
        ),
        options=("Build it ourselves", "Buy Retool", "Wait a year"),
        kind="build_or_buy",
        goal="Give support agents one screen",
    ),
    Case(
        brief="Given our budget of 300k, should we acquire Beta Corp or build the feature in-house?",
        options=("Acquire Beta Corp", "Build the feature in-house"),
        kind="build_or_buy",
    ),
    # vendor
    Case(brief="AWS, GCP or Azure for our data platform", options=("AWS", "GCP", "Azure"), kind="vendor"),
    Case(
        brief="Which CRM should we pick: Salesforce, HubSpot or Pipedrive?",
        options=("Salesforce", "HubSpot", "Pipedrive"),
        kind="vendor",
        question="Which CRM should we pick?",
    ),
    Case(
        brief="Which CRM should we pick?\n1. Salesforce\n2. HubSpot\n3. Pipedrive",
        options=("Salesforce", "HubSpot", "Pipedrive"),
        kind="vendor",
        question="Which CRM should we pick?",
    ),
    Case(
        brief=(
            "hey folks :wave: quick q - do we go w/ Datadog or stick with Prometheus+Grafana?? budget "
            "~40k/yr, need to decide by friday. <@U123> thoughts?"
        ),
        options=("Go with Datadog", "Stick with Prometheus+Grafana"),
        kind="vendor",
    ),
    Case(
        brief=(
            "React vs Vue vs Svelte for the new dashboard, we care about hiring pool, performance and "
            "bundle size"
        ),
        options=("React", "Vue", "Svelte"),
        kind="vendor",
    ),
    Case(brief="Go or Rust for the new service?", options=("Go", "Rust"), kind="vendor"),
    Case(
        brief="Should we use Postgres rather than MongoDB?",
        options=("Use Postgres", "Use MongoDB"),
        kind="vendor",
    ),
    Case(
        brief=(
            "Help us choose a payroll provider: Gusto, Rippling, or ADP. Ease of use matters, so does price."
        ),
        options=("Gusto", "Rippling", "ADP"),
        kind="vendor",
    ),
    Case(
        brief="Are we better off renewing with Zendesk or switching to Intercom?",
        options=("Renew with Zendesk", "Switch to Intercom"),
        kind="vendor",
    ),
    Case(
        brief="Which is better for on-call, PagerDuty or Opsgenie?",
        options=("PagerDuty", "Opsgenie"),
        kind="general",
    ),
    # pricing
    Case(
        brief="raise prices by 5% or 10%",
        options=("Raise prices by 5%", "Raise prices by 10%"),
        kind="pricing",
    ),
    Case(
        brief=(
            "We are losing money on the Starter plan. Should we raise the price from $9 to $15, remove the "
            "plan, or keep it as a loss leader? Churn is 4% a month and I am worried about reviews."
        ),
        options=("Raise the price from $9 to $15", "Remove the plan", "Keep the plan as a loss leader"),
        kind="pricing",
    ),
    Case(
        brief=(
            "Pricing for 2027. Options:\n- Per-seat pricing: what we have today\n- Usage-based pricing – "
            "fairer, less predictable\n- A flat fee (simple)\nWe want to grow net revenue retention to 110%."
        ),
        options=("Per-seat pricing", "Usage-based pricing", "A flat fee"),
        kind="pricing",
        goal="Grow net revenue retention to 110%",
    ),
    Case(
        brief="Should we switch from monthly to annual billing?",
        options=("Switch from monthly to annual billing", "Stay with monthly"),
        kind="pricing",
    ),
    Case(
        brief="How should we price the Pro plan?",
        options=("Raise prices", "Lower prices", "Keep prices as they are"),
        kind="pricing",
        question="How should we price the Pro plan?",
    ),
    # migration
    Case(
        brief="Should we migrate to Kubernetes?",
        options=("Migrate to Kubernetes", "Stay on the current system"),
        kind="migration",
    ),
    Case(
        brief="Should we migrate to Kubernetes or not?",
        options=("Migrate to Kubernetes", "Stay on the current system"),
        kind="migration",
    ),
    Case(
        brief=(
            "Thinking about whether we should migrate from Heroku to AWS or stay on Heroku for another year. "
            "Heroku costs us $8k a month. Our goal is to halve the hosting bill without more on-call work."
        ),
        options=("Migrate from Heroku to AWS", "Stay on Heroku for another year"),
        kind="migration",
        goal="Halve the hosting bill without more on-call work",
    ),
    Case(
        brief="Move our data warehouse from Redshift to Snowflake or BigQuery?",
        options=(
            "Move our data warehouse from Redshift to Snowflake",
            "Move our data warehouse from Redshift to BigQuery",
        ),
        kind="vendor",
    ),
    Case(
        brief="lift and shift to the cloud or replatform first? our data center contract ends in march",
        options=("Lift and shift to the cloud", "Replatform first"),
        kind="migration",
    ),
    # expansion
    Case(
        brief="Should we launch in Germany, France or Spain first?",
        options=("Launch in Germany", "Launch in France", "Launch in Spain"),
        kind="expansion",
    ),
    Case(
        brief="Should we open a second warehouse in Rotterdam or Hamburg?",
        options=("Open a second warehouse in Rotterdam", "Open a second warehouse in Hamburg"),
        kind="expansion",
    ),
    Case(
        brief="Whether to expand to Spain or Portugal in 2027",
        options=("Expand to Spain", "Expand to Portugal"),
        kind="expansion",
    ),
    Case(
        brief="Should Acme acquire Beta or partner with Gamma to enter the Japanese market?",
        options=("Acquire Beta", "Partner with Gamma to enter the Japanese market"),
        kind="expansion",
    ),
    Case(
        brief="We are thinking of opening an office in Lisbon so that we can recruit in Portugal.",
        options=("Open an office in Lisbon", "Stay with today's footprint"),
        kind="expansion",
        goal="Recruit in Portugal",
    ),
    # launch timing
    Case(
        brief="Should we launch now or wait until Q3?",
        options=("Launch now", "Wait until Q3"),
        kind="launch_timing",
    ),
    Case(
        brief="Launch in March or after the summer?",
        options=("Launch in March", "Launch after the summer"),
        kind="launch_timing",
    ),
    Case(
        brief=(
            "The beta still has 14 open bugs. Do we ship version 2 on 1 December as announced, ship it "
            "without offline mode, or slip to January? Sales has promised three customers a date."
        ),
        options=(
            "Ship version 2 on 1 December as announced",
            "Ship it without offline mode",
            "Slip to January",
        ),
        kind="launch_timing",
    ),
    # technical debt
    Case(
        brief="Should we rewrite the billing service or refactor it step by step?",
        options=("Rewrite the billing service", "Refactor the billing service step by step"),
        kind="technical_debt",
    ),
    Case(
        brief="Should we rewrite our monolith?",
        options=("Rewrite our monolith", "Keep our monolith as it is"),
        kind="technical_debt",
    ),
    Case(
        brief=(
            "Let's decide whether we should sunset the legacy API or keep maintaining it for another year, "
            "given that 12 customers still use it."
        ),
        options=("Sunset the legacy API", "Keep maintaining the legacy API for another year"),
        kind="technical_debt",
    ),
    Case(
        brief=(
            "Option A: Rebuild the mobile app in Flutter\nOption B: Keep two native apps\n"
            "Option C: Move to a PWA\nWhat do you think?"
        ),
        options=("Rebuild the mobile app in Flutter", "Keep two native apps", "Move to a PWA"),
        kind="technical_debt",
    ),
    Case(
        brief="What should we do about our technical debt?",
        options=("Rewrite it", "Improve it step by step", "Leave it as it is"),
        kind="technical_debt",
        question="What should we do about our technical debt?",
    ),
    # ways of working
    Case(
        brief="Shall we move to a four-day week?",
        options=("Move to a four-day week", "Keep things as they are"),
        kind="workplace",
    ),
    Case(
        brief=(
            "I'm torn between staying at the Berlin office, moving to a smaller place, and going fully "
            "remote. The lease ends in June and rent is 14,000 EUR a month."
        ),
        options=("Stay at the Berlin office", "Move to a smaller place", "Go fully remote"),
        kind="workplace",
    ),
    # general
    Case(
        brief="Should we spend the remaining marketing budget on ads or events?",
        options=(
            "Spend the remaining marketing budget on ads",
            "Spend the remaining marketing budget on events",
        ),
        kind="general",
    ),
    Case(
        brief=(
            "Our churn went up to 4% last quarter. We want to get it below 3% by December. We are "
            "considering three things: a loyalty discount, a dedicated success team, or a redesign of "
            "onboarding. Or we could just wait for the new release."
        ),
        options=(
            "A loyalty discount",
            "A dedicated success team",
            "A redesign of onboarding",
            "Wait for the new release",
        ),
        kind="pricing",
    ),
    Case(
        brief=(
            "Context:\n- 40 people\n- 3 offices\nShould we close the Munich office so that we save rent? "
            "Another option is to sublet half of it."
        ),
        options=("Close the Munich office", "Sublet half of it"),
        kind="general",
        goal="Save rent",
    ),
    Case(
        brief=(
            "We need to ship the new checkout by end of Q3. Options:\n- Hire two senior engineers (6-9 "
            "months ramp up)\n- Contract with Thoughtworks: fast but expensive\n- Do nothing\nWe care about "
            "speed, cost and code quality."
        ),
        options=("Hire two senior engineers", "Contract with Thoughtworks", "Do nothing"),
        kind="hiring",
        goal="Ship the new checkout by end of Q3",
    ),
    Case(
        brief="Should the library stay open on Sundays, close earlier on weekdays, or both?",
        options=("Stay open on Sundays", "Close earlier on weekdays", "Both"),
        kind="general",
    ),
    Case(
        brief="School trip: Lake Garda or Vienna? 28 pupils, 350 EUR each at most.",
        options=("Lake Garda", "Vienna"),
        kind="general",
    ),
    # thin
    Case(brief="new CRM", options=("Switch to a new vendor", "Renew with the current vendor"), kind="vendor"),
    Case(
        brief="Pricing", options=("Raise prices", "Lower prices", "Keep prices as they are"), kind="pricing"
    ),
    Case(
        brief="12345",
        options=("Go ahead", "Try it on a small scale first", "Keep things as they are"),
        kind="general",
    ),
    # long
    Case(
        brief=(
            "Background: we run a marketplace for used lab equipment with 300 sellers. Payments are handled "
            "by an old in-house module that one engineer understands, and he is leaving in April. In the "
            "last year it failed four times, each time for more than two hours, and support had to refund "
            "orders by hand. The finance team wants reconciliation that does not need a spreadsheet. Legal "
            "says we must support SCA by July. We looked at Stripe Connect and at Adyen for Platforms; both "
            "would take a share of every order, Stripe 2.9% and Adyen about 2.2% with a minimum. The "
            "alternative is to rewrite the module ourselves with two contractors, which the CTO prefers. Our "
            "goal is to never lose an order because of payments again. So: should we move to Stripe Connect, "
            "move to Adyen, or rewrite the module ourselves? Budget for this year is 250k EUR. Please also "
            "think about lock-in."
        ),
        options=("Move to Stripe Connect", "Move to Adyen", "Rewrite the module ourselves"),
        kind="vendor",
        goal="Never lose an order because of payments again",
    ),
)
