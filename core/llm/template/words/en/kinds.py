"""Kinds of decisions and of options, in English."""

from __future__ import annotations

from core.llm.template.words.language import Archetype

ARCHETYPES = {
    "hiring": Archetype(
        title="Staffing",
        question="How should we add the capacity we need?",
        about="How should we staff {topic}?",
        goal="Get the work done on time, with the right people",
        options=("Hire permanent staff", "Use contractors or an agency", "Keep the team as it is"),
        words=(
            "hire, hiring, recruit, headcount, contractor, freelancer, agency, staff, staffing, ~engineer, "
            "~developer, fte, full-time, part-time, ~team, consultant, ~intern, ~designer, salary, "
            "~capacity, outsource, offshore, ~employee, ~manager, ~candidate"
        ),
    ),
    "build_or_buy": Archetype(
        title="Build or buy",
        question="How should we get the solution we need?",
        about="How should we get {topic}?",
        goal="Have a solution that works, at a cost we can carry",
        options=("Build it ourselves", "Buy an existing product", "Keep things as they are"),
        words=(
            "build, buy, ~in-house, off-the-shelf, ~custom, saas, purchase, license, licence, homegrown, "
            "from scratch, build vs buy, ~ourselves, self-host, diy, ~subscription, third-party, open-source"
        ),
    ),
    "vendor": Archetype(
        title="Choice of vendor",
        question="Which one should we choose?",
        about="Which one should we choose for {topic}?",
        goal="Have the vendor or tool that fits us best",
        options=("Switch to a new vendor", "Renew with the current vendor"),
        words=(
            "vendor, supplier, ~provider, ~tool, ~platform, crm, aws, gcp, azure, salesforce, hubspot, "
            "~contract, renew, rfp, ~bid, ~quote, software, ~cloud, ~service, database, postgres, mysql, "
            "mongodb, snowflake, bigquery, redshift, databricks, datadog, zoom, jira, linear, react, vue, "
            "angular, framework, ~library, ~product, sap, oracle, stripe, adyen, python, rust, java, kotlin, "
            "typescript, shopify, magento, zendesk, intercom, okta, auth0, erp, payroll, insurance, bank, "
            "laptop, printer"
        ),
    ),
    "pricing": Archetype(
        title="Pricing",
        question="How should we set our prices?",
        about="How should we price {topic}?",
        goal="Grow revenue without losing customers",
        options=("Raise prices", "Lower prices", "Keep prices as they are"),
        words=(
            "price, prices, pricing, discount, tier, freemium, per seat, subscription price, list price, "
            "usage-based, flat fee, billing, ~premium, ~plan, surcharge, free trial, fee, fees, free plan, "
            "paid plan, free tier"
        ),
    ),
    "migration": Archetype(
        title="Migration",
        question="How should we approach the migration?",
        about="How should we approach {topic}?",
        goal="Run on a platform that serves us well in the years ahead",
        options=("Migrate in one go", "Migrate step by step", "Stay on the current system"),
        words=(
            "migrate, migration, ~move to, ~switch, ~switching, kubernetes, cloud, on-premise, on-prem, "
            "replatform, ~port, transition, cutover, upgrade, lift and shift, data center, datacenter, "
            "heroku, serverless, microservices, ~monolith, ~adopt, big bang"
        ),
    ),
    "expansion": Archetype(
        title="Expansion",
        question="How should we expand?",
        about="How should we expand into {topic}?",
        goal="Grow where the return justifies the effort",
        options=("Enter a new market now", "Pilot in one place first", "Stay with today's markets"),
        words=(
            "expand, expansion, ~market, new market, market entry, open an office, new office, second "
            "office, second warehouse, country, countries, enter, international, ~region, ~office, ~offices, "
            "europe, asia, germany, france, spain, japan, us market, uk, ~branch, ~store, ~stores, "
            "franchise, reseller, distributor, subsidiary, abroad, localise, localize, acquire, acquisition, "
            "~warehouse, ~location, ~site, ~city, ~open"
        ),
    ),
    "launch_timing": Archetype(
        title="Launch timing",
        question="When should we launch?",
        about="When should we launch {topic}?",
        goal="Launch at a moment when the product is ready and the market is too",
        options=("Launch now", "Launch in stages, to a small group first", "Wait until it is ready"),
        words=(
            "~launch, ~release, release it, release now, release version, release date, ~ship, go live, "
            "go-live, ~delay, ~postpone, ~wait, ~deadline, beta, early access, announce, ~rollout, ~roll "
            "out, mvp, ga, soft launch, ~hold off, ~later, ~now, ~january, ~february, ~march, ~april, "
            "~june, ~july, ~august, ~september, ~october, ~november, ~december, ~until, ~q1, ~q2, ~q3, ~q4, "
            "~summer, ~slip"
        ),
    ),
    "technical_debt": Archetype(
        title="Technical debt",
        question="How should we deal with the technical debt?",
        about="How should we deal with {topic}?",
        goal="Be able to change the system safely and at a good pace",
        options=("Rewrite it", "Improve it step by step", "Leave it as it is"),
        words=(
            "technical debt, tech debt, refactor, refactoring, rewrite, legacy, ~rebuild, ~redesign, "
            "monolith, codebase, ~app, ~service, ~api, ~code, ~software, ~module, ~system, clean up, "
            "cleanup, modernise, modernize, test coverage, ~maintenance, deprecated, strangler, old system, "
            "debt"
        ),
    ),
    "workplace": Archetype(
        title="Ways of working",
        question="How should we work?",
        about="How should we handle {topic}?",
        goal="Work in a way that suits the team and the results we owe",
        options=("Change how we work", "Try it with one team first", "Keep things as they are"),
        words=(
            "remote, hybrid, ~office, return to office, four-day, 4-day, work from home, wfh, coworking, "
            "~meeting, ~meetings, retreat, offsite, onsite, flexible, vacation, async, standup, stand-up, "
            "sprint, workweek, ~desk, ~unlimited"
        ),
    ),
    "general": Archetype(
        title="Decision",
        question="Which way should we go?",
        about="How should we proceed with {topic}?",
        goal="Make the choice that serves us best",
        options=("Go ahead", "Try it on a small scale first", "Keep things as they are"),
        words="",
    ),
}


TRAITS = {
    "contract": (
        "contractor, contractors, freelancer, freelancers, freelance, agency, consultant, consultants, "
        "consultancy, outsource, outsourcing, outsourced, temp, temps, offshore, nearshore, ~external, "
        "subcontract, contract workers, interim"
    ),
    "hire": (
        "hire, hires, hiring, recruit, recruiting, employ, full-time, permanent, fte, headcount, employee, "
        "employees, ~staff, in-house team, new hires, recruitment, insource, engineers on payroll"
    ),
    "stay": (
        "~stay, ~stick, ~keep, ~remain, status quo, do nothing, as is, ~current, ~not, ~don't, ~leave it, "
        "~maintain, ~continue, ~existing, ~renew, ~no change, unchanged, ~without it, current system, "
        "current setup, current process, current team"
    ),
    "pilot": (
        "pilot, trial, proof of concept, poc, phased, in stages, step by step, gradually, soft launch, beta, "
        "small scale, test first, one team first, ~incremental, ~incrementally, early access, mvp, "
        "~experiment, small group"
    ),
    "retire": (
        "sunset, retire, deprecate, discontinue, shut down, phase out, ~close, ~kill, ~drop, ~remove, "
        "~scrap, ~end, ~stop"
    ),
    "wait": (
        "~wait, ~delay, ~postpone, ~defer, ~hold off, ~later, ~next year, ~next quarter, ~until, ~after, "
        "~pause, ~hold, ~slip, ~push back"
    ),
    "rewrite": "rewrite, rebuild, from scratch, ~replace, big bang, start over, ~overhaul, ~redesign",
    "refactor": (
        "refactor, refactoring, ~clean up, ~improve, strangler, ~modularise, ~modularize, ~patch, ~fix, "
        "~modernise, ~modernize"
    ),
    "build": (
        "build, ~develop, in-house, custom-built, ~custom, ~ourselves, ~own, homegrown, diy, self-host, "
        "self-hosted, ~internally"
    ),
    "buy": (
        "buy, purchase, ~license, ~licence, off-the-shelf, saas, ~subscribe, existing product, ready-made, "
        "~commercial, ~third-party"
    ),
    "raise_price": (
        "raise prices, raise the price, raise our prices, increase prices, increase the price, price "
        "increase, ~raise, charge more, ~charge, higher prices, surcharge, ~usage-based"
    ),
    "cut_price": (
        "lower prices, lower the price, cut prices, discount, discounts, freemium, free plan, free tier, "
        "reduce prices, cheaper plan, ~free, introductory offer"
    ),
    "acquire": "acquire, acquisition, merge, take over, merger",
    "partner": (
        "partner, partnership, reseller, distributor, distributors, joint venture, alliance, franchise, "
        "resellers, co-develop"
    ),
    "migrate": (
        "migrate, ~move to, ~switch, ~switch to, ~port, ~adopt, ~transition, replatform, ~upgrade, ~move "
        "off, migration, ~move"
    ),
    "expand": (
        "expand, ~enter, ~open, new office, new market, new store, ~grow into, second office, ~branch, "
        "~launch"
    ),
    "automate": "automate, automation, ~bot, ~script, ~ai, ~robot, ~robots, chatbot",
    "train": "~train, upskill, reskill, retrain, ~training, ~mentor, ~promote, internal candidate",
    "flexible_work": "remote, work from home, four-day, 4-day, ~flexible, hybrid, wfh, fully remote, ~async",
    "office": "~office, return to office, onsite, on-site, ~in person, days in the office",
    "launch": "~launch, ~release, ~ship, ~go live, ~now, ~immediately, ~go ahead, ~announce, ~start",
}
