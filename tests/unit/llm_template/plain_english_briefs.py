"""Plain briefs in English from many fields: homes, shops, farms, clinics, schools, councils."""

from __future__ import annotations

from tests.unit.llm_template.case import Case

PLAIN_ENGLISH = (
    Case(
        brief=(
            "My mother is 82 and can't manage the stairs any more. Should we move her into "
            "assisted living (about $4,800 a month), hire a live-in carer, or convert our garage "
            "into a flat for roughly $65k? We need to settle it before her lease ends on 30 "
            "April."
        ),
        options=(
            "Move her into assisted living",
            "Hire a live-in carer",
            "Convert our garage into a flat for roughly $65k",
        ),
        kind="hiring",
    ),
    Case(
        brief=(
            "Thinking about whether to take the job offer in Denver at 20% more pay or stay at my"
            " current company where I'm up for promotion in the fall."
        ),
        options=("Take the job offer in Denver at 20% more pay", "Stay at my current company"),
        kind="general",
    ),
    Case(
        brief=(
            "The city council must decide by June 1 what to do with the old fire station: sell it"
            " to a developer for $1.2M, lease it to the arts collective for a dollar a year, or "
            "turn it into a shelter. Neighbours worry about parking."
        ),
        options=(
            "Sell it to a developer for $1.2M",
            "Lease it to the arts collective for a dollar a year",
            "Turn it into a shelter",
        ),
        kind="general",
    ),
    Case(
        brief=(
            "Our dairy farm has 140 cows. Do we put in two milking robots (€150k each) or rebuild"
            " the parlour? Labour is our biggest headache. My father wants to do nothing."
        ),
        options=("Put in two milking robots", "Rebuild the parlour"),
        kind="general",
    ),
    Case(
        brief=(
            "Do we use epoxy or mechanical fasteners to attach the bracket? It must survive 10g "
            "vibration and -40 °C, and the supplier says epoxy adds 3 days per unit."
        ),
        options=("Use epoxy", "Use mechanical fasteners"),
        kind="vendor",
    ),
    Case(
        brief=(
            "Should our clinic switch from paper charts to Epic, to a cheaper EHR, or keep paper "
            "for another year? 6 doctors, 4 nurses. We have $90,000 and the grant deadline is "
            "March 15."
        ),
        options=(
            "Switch from paper charts to Epic",
            "Switch from paper charts to a cheaper EHR",
            "Keep paper for another year",
        ),
        kind="general",
    ),
    Case(
        brief=(
            "The school board wants to start high school at 8:45 instead of 7:30. Bus contracts "
            "would cost $310k more a year. Should we do it district-wide in September, pilot it "
            "at one school, or not at all?"
        ),
        options=("Do it district-wide in September", "Pilot it at one school", "Not at all"),
        kind="general",
    ),
    Case(
        brief=(
            "Should I repay my student loan early, max out my 401(k), or build a six-month "
            "emergency fund first?"
        ),
        options=(
            "Repay my student loan early",
            "Max out my 401(k)",
            "Build a six-month emergency fund first",
        ),
        kind="build_or_buy",
    ),
    Case(
        brief=(
            "Kill the legacy SOAP API in Q1, or keep it running for the three remaining customers"
            " (they pay us 400k a year)?"
        ),
        options=(
            "Kill the legacy SOAP API in Q1",
            "Keep the legacy SOAP API running for the three remaining customers",
        ),
        kind="technical_debt",
    ),
    Case(
        brief=(
            "Which venue for the wedding: the barn (120 guests, $9k), the hotel ballroom or my "
            "aunt's garden? Rain plan matters most."
        ),
        options=("The barn", "The hotel ballroom", "My aunt's garden"),
        kind="general",
    ),
    Case(
        brief=(
            "We have to pick a CI system. GitHub Actions, Buildkite and Jenkins are on the table;"
            " self-hosted runners needed because of ITAR."
        ),
        options=("GitHub Actions", "Buildkite", "Jenkins"),
        kind="build_or_buy",
    ),
    Case(
        brief=(
            "Our volunteer fire department needs a new engine. Buy a new pumper for $780,000, buy"
            " a used one from the next county for $210,000, or refurbish the 1998 one?"
        ),
        options=(
            "Buy a new pumper for $780,000",
            "Buy a used pumper from the next county for $210,000",
            "Refurbish the 1998 pumper",
        ),
        kind="build_or_buy",
    ),
    Case(
        brief=(
            "Let's decide how to handle the on-call burnout: hire 2 SREs in Lisbon, move to a "
            "follow-the-sun rota with the Sydney team, or cut the number of pages by fixing the "
            "top 10 alerts."
        ),
        options=(
            "Hire 2 SREs in Lisbon",
            "Move to a follow-the-sun rota with the Sydney team",
            "Cut the number of pages by fixing the top 10 alerts",
        ),
        kind="hiring",
    ),
    Case(
        brief=(
            "My landlord offered to renew at +12%. Renew, look for something smaller, or buy? I "
            "have 45k saved and want to stay near my kids' school."
        ),
        options=("Renew", "Look for something smaller", "Buy"),
        kind="build_or_buy",
    ),
    Case(
        brief=(
            "Need a decision on bridge repair: full closure for 4 months vs. night-only lane "
            "closures over 11 months. Cost 2.1M vs 2.9M. Ambulances use this bridge."
        ),
        options=("Full closure for 4 months", "Night-only lane closures over 11 months"),
        kind="general",
    ),
    Case(
        brief=(
            "We can't agree about the dog: adopt from the shelter, buy a puppy from a breeder, or"
            " don't get a dog at all until we've moved."
        ),
        options=(
            "Adopt from the shelter",
            "Buy a puppy from a breeder",
            "Don't get a dog at all until we've moved",
        ),
        kind="build_or_buy",
    ),
    Case(
        brief=("Should the library cut Sunday hours or the bookmobile? The budget gap is $85,000 for FY27."),
        options=("Cut Sunday hours", "Cut the bookmobile"),
        kind="general",
    ),
    Case(
        brief=(
            "Should we offer the drug trial a crossover arm or stick with parallel groups? "
            "Enrollment is 60% behind plan, 8 sites."
        ),
        options=("Offer the drug trial a crossover arm", "Stick with parallel groups"),
        kind="general",
    ),
    Case(
        brief=(
            "I run a two-chair barbershop. Should I raise prices from $25 to $30, add a third "
            "chair, or open Sundays?"
        ),
        options=("Raise prices from $25 to $30", "Add a third chair", "Open Sundays"),
        kind="pricing",
    ),
    Case(
        brief="Should we hire an agency or do it ourselves?",
        options=("Hire an agency", "Do it ourselves"),
        kind="hiring",
    ),
    Case(
        brief="Should we open two shops in May or open one first?",
        options=("Open two shops in May", "Open one first"),
        kind="general",
    ),
    Case(
        brief="Should we use red brick, grey slate or leave it bare?",
        options=("Use red brick", "Use grey slate", "Leave it bare"),
        kind="general",
    ),
    Case(
        brief="Switch to Postgres, MySQL or stay on Oracle?",
        options=("Switch to Postgres", "Switch to MySQL", "Stay on Oracle"),
        kind="vendor",
    ),
    Case(
        brief="Should we adopt from the shelter, or don't get a dog at all?",
        options=("Adopt from the shelter", "Don't get a dog"),
        kind="general",
    ),
    Case(
        brief="Should we buy a new harvester or keep and repaint the old one?",
        options=("Buy a new harvester", "Keep and repaint the old harvester"),
        kind="build_or_buy",
    ),
    Case(
        brief="Should we keep the old trucks or buy new ones?",
        options=("Keep the old trucks", "Buy new trucks"),
        kind="build_or_buy",
    ),
    Case(
        brief="Should we hire a developer or train one in house?",
        options=("Hire a developer", "Train a developer in house"),
        kind="hiring",
    ),
    Case(
        brief="Should we buy a CRM or build one?",
        options=("Buy a CRM", "Build a CRM"),
        kind="build_or_buy",
    ),
)
