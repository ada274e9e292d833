"""Briefs as people speak: short, unordered, with half sentences."""

from __future__ import annotations

from tests.unit.llm_template.case import Case

SPOKEN = (
    Case(
        brief="Help us decide: should the design team adopt Figma or stay with Sketch?",
        options=("Adopt Figma", "Stay with Sketch"),
        kind="general",
    ),
    Case(
        brief=(
            "Team – we need to choose a new warehouse management system. Shortlist: Manhattan, "
            "Körber, SAP EWM. Must go live before Black Friday."
        ),
        options=("Manhattan", "Körber", "SAP EWM"),
        kind="vendor",
    ),
    Case(
        brief=(
            "I'm thinking about whether to promote Anna to engineering manager or hire externally. "
            "The team has 9 people."
        ),
        options=("Promote Anna to engineering manager", "Hire externally"),
        kind="hiring",
    ),
    Case(
        brief=(
            "Our lease is up. Options on the table: renew for 5 years, move to a coworking space, or "
            "go remote-first."
        ),
        options=("Renew for 5 years", "Move to a coworking space", "Go remote-first"),
        kind="vendor",
    ),
    Case(
        brief=(
            "We have $2M left. Raise a Series B now, extend the runway with a bridge loan, or cut "
            "costs by 30%?"
        ),
        options=("Raise a Series B now", "Extend the runway with a bridge loan", "Cut costs by 30%"),
        kind="general",
    ),
    Case(
        brief="Should I accept the offer from Google or stay at my startup?",
        options=("Accept the offer from Google", "Stay at my startup"),
        kind="general",
    ),
    Case(
        brief=(
            "What's the best way to reduce onboarding time? We could write better docs, assign "
            "buddies, or run a bootcamp."
        ),
        options=("Write better docs", "Assign buddies", "Run a bootcamp"),
        kind="general",
        goal="Reduce onboarding time",
    ),
    Case(
        brief="Kafka or RabbitMQ for order events?",
        options=("Kafka", "RabbitMQ"),
        kind="general",
    ),
    Case(
        brief="Do we open source our SDK?",
        options=("Open source our SDK", "Keep things as they are"),
        kind="general",
    ),
    Case(
        brief="Is it worth investing in SOC 2 certification this year?",
        options=("Invest in SOC 2 certification this year", "Keep things as they are"),
        kind="general",
    ),
    Case(
        brief="Should we drop support for IE11?",
        options=("Drop support for IE11", "Keep things as they are"),
        kind="general",
    ),
    Case(
        brief="Could we replace Jenkins with GitHub Actions, or is it better to upgrade Jenkins?",
        options=("Replace Jenkins with GitHub Actions", "Upgrade Jenkins"),
        kind="migration",
    ),
    Case(
        brief="pls decide: nps survey in-app or via email",
        options=("Nps survey in-app", "Nps survey via email"),
        kind="general",
    ),
    Case(
        brief=(
            "We want to reduce cloud spend. Either we buy reserved instances, we move to ARM, or we "
            "shut down staging at night."
        ),
        options=("Buy reserved instances", "Move to ARM", "Shut down staging at night"),
        kind="build_or_buy",
        goal="Reduce cloud spend",
    ),
    Case(
        brief=(
            "The board asks whether we should expand to the US in 2027 or first strengthen our "
            "position in the Nordics."
        ),
        options=("Expand to the US in 2027", "Expand first strengthen our position in the Nordics"),
        kind="expansion",
    ),
    Case(
        brief="Which vendor for payroll? Gusto vs Rippling.",
        options=("Gusto", "Rippling"),
        kind="vendor",
        question="Which vendor for payroll?",
    ),
    Case(
        brief=(
            "Should we keep the free plan, limit it to 3 users, or remove it altogether? We're "
            "losing $20k/month on it."
        ),
        options=("Keep the free plan", "Limit the free plan to 3 users", "Remove the free plan altogether"),
        kind="pricing",
    ),
    Case(
        brief="How do we handle the Q4 roadmap: focus on stability or ship the mobile app?",
        options=("Focus on stability", "Ship the mobile app"),
        kind="launch_timing",
        question="How do we handle the Q4 roadmap?",
    ),
    Case(
        brief=(
            "Decision needed: hire a second SRE (120k) vs. buying a managed service (60k/yr) vs. "
            "doing nothing."
        ),
        options=("Hire a second SRE", "Buy a managed service", "Do nothing"),
        kind="hiring",
    ),
    Case(
        brief=(
            "Option 1 - outsource QA to a vendor. Option 2 - hire two QA engineers. Option 3 - make "
            "developers test."
        ),
        options=("Outsource QA to a vendor", "Hire two QA engineers", "Make developers test"),
        kind="hiring",
    ),
    Case(
        brief="Our designers want Macs instead of Windows laptops. Should we switch?",
        options=("Switch", "Stay on the current system"),
        kind="vendor",
    ),
    Case(
        brief="We're considering moving from weekly to biweekly sprints.",
        options=("Move from weekly to biweekly sprints", "Stay with weekly"),
        kind="workplace",
    ),
    Case(
        brief="Should we postpone the conference to autumn or hold it online?",
        options=("Postpone the conference to autumn", "Hold the conference online"),
        kind="general",
    ),
    Case(
        brief="Rust rewrite of the parser: yes or no?",
        options=("Rust rewrite of the parser", "Keep things as they are"),
        kind="vendor",
    ),
    Case(
        brief="Should we sign a 3-year deal with AWS for a 20% discount?",
        options=("Sign a 3-year deal with AWS for a 20% discount", "Keep things as they are"),
        kind="vendor",
    ),
    Case(
        brief="Sell the old delivery van or keep it as a backup?",
        options=("Sell the old delivery van", "Keep the old delivery van as a backup"),
        kind="general",
    ),
    Case(
        brief=(
            "We need more warehouse space by October. Rent a second site in Leeds, extend the "
            "current building or outsource storage to a 3PL?"
        ),
        options=("Rent a second site in Leeds", "Extend the current building", "Outsource storage to a 3PL"),
        kind="hiring",
        goal="More warehouse space by October",
    ),
    Case(
        brief=(
            "The church roof needs repair. Should the parish council take a loan, launch a "
            "fundraising campaign, or sell the vicarage garden?"
        ),
        options=("Take a loan", "Launch a fundraising campaign", "Sell the vicarage garden"),
        kind="general",
    ),
    Case(
        brief="Do we go for a phased rollout of the ERP (6 months) or a big bang on 1 January?",
        options=("Go for a phased rollout of the ERP", "Go for a big bang on 1 January"),
        kind="vendor",
    ),
    Case(
        brief="Should we let customers self-serve refunds?",
        options=("Let customers self-serve refunds", "Keep things as they are"),
        kind="general",
    ),
    Case(
        brief="whether we should use TypeScript for the new frontend",
        options=("Use TypeScript for the new frontend", "Keep things as they are"),
        kind="vendor",
    ),
    Case(
        brief="Choose the name for our product: Northstar, Beacon or Compass.",
        options=("Northstar", "Beacon", "Compass"),
        kind="general",
    ),
    Case(
        brief="Between Postgres and DynamoDB, which fits an event store better?",
        options=("Postgres", "DynamoDB"),
        kind="vendor",
    ),
    Case(
        brief="We need a decision on the new logo. A: the blue one. B: the green one.",
        options=("The blue one", "The green one"),
        kind="general",
    ),
    Case(
        brief=(
            "Marketing wants to sponsor the football club; finance would rather put the 50k into "
            "search ads. What should we do?"
        ),
        options=("Go ahead", "Try it on a small scale first", "Keep things as they are"),
        kind="general",
    ),
    Case(
        brief="Should we do it?",
        options=("Do it", "Keep things as they are"),
        kind="general",
    ),
    Case(
        brief="Let's buy a 3D printer.",
        options=("Buy a 3D printer", "Keep working without it"),
        kind="build_or_buy",
    ),
    Case(
        brief=(
            "Should our hospital buy two MRI scanners from Siemens or lease them from GE? Budget: "
            "3.5 million EUR."
        ),
        options=("Buy two MRI scanners from Siemens", "Lease two MRI scanners from GE"),
        kind="build_or_buy",
    ),
    Case(
        brief="I need to pick a database. Requirements: cheap, scales to 10k writes/s, easy to operate.",
        options=("Switch to a new vendor", "Renew with the current vendor"),
        kind="vendor",
    ),
    Case(
        brief="Move to microservices?",
        options=("Move to microservices", "Stay on the current system"),
        kind="migration",
    ),
    Case(
        brief="Should we raise our hourly rate from 95 to 110 EUR, or keep it and charge for travel time?",
        options=(
            "Raise our hourly rate from 95 to 110 EUR",
            "Keep our hourly rate and charge for travel time",
        ),
        kind="general",
    ),
    Case(
        brief=(
            "We can either fix the leaking pool now for 40k or rebuild it next year for 200k. "
            "Closing it is not an option."
        ),
        options=("Fix the leaking pool now for 40k", "Rebuild the leaking pool next year for 200k"),
        kind="general",
    ),
)
