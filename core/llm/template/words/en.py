"""English, as the template provider knows it."""

from __future__ import annotations

from core.llm.template.words.language import Archetype, Cues, Grammar, Language, Outcome, Phrases

_WE = r"(?:we|i|you|they|us|our (?:team|company|org|startup|group|business))"

GRAMMAR = Grammar(
    or_=r"or(?: else| rather| maybe| perhaps| instead| just| should (?:we|i)| do (?:we|i)| (?:we|i) (?:could|should|can))?",
    and_=r"and|&|plus|as well as",
    versus=r"vs\.?|versus|v\.|as opposed to",
    either=r"either",
    between=r"between|among|amongst|out of",
    instead=r"instead of|rather than|in place of",
    or_not=r"or not|or no|or nah|yes or no|y/n",
    openers=(
        rf"(?:do|would) you (?:want|like|prefer|recommend)(?: (?:us|that we|me))?(?: to)?",
        rf"(?:should|shall|must|would|could) {_WE}",
        r"should (?:the )?[\w'&-]+(?: [\w'&-]+)?(?= (?:acquire|build|buy|close|drop|expand|hire|launch|merge|move|"
        r"open|outsource|raise|sell|start|stop|switch|use))",
        rf"(?:do|can|ought) {_WE}(?: want to| need to| have to| to)?",
        rf"(?:whether|if) (?:or not )?{_WE} (?:should|could|can|ought to|want to|need to|are going to)",
        r"whether (?:or not )?to",
        r"(?:would|is|will) it (?:be )?(?:better|best|smarter|wiser|cheaper|faster|worth it|worth|make(?:s)? "
        r"(?:more )?sense|preferable)(?: for us)?(?: to)?",
        r"does it make (?:more )?sense(?: for us)?(?: to)?",
        r"is it time(?: for us)? to",
        rf"(?:are|is|would) {_WE} (?:be )?better off(?: by)?",
        rf"(?:what if|why don't|how about if) {_WE}",
        r"(?:we|i) (?:need|have|want|must|are trying|am trying|'re trying)(?: to)? (?:to )?"
        r"(?:decide|choose|pick|figure out|work out|agree|settle)(?: on)?",
        r"(?:help (?:us|me|the team)|please|let's|time to|trying to|have to|need to) (?:to )?"
        r"(?:decide|choose|pick|figure out|compare|weigh)(?: on)?",
        r"(?:deciding|choosing|picking|debating|torn|undecided|wavering|weighing(?: up)?|comparing)(?: on)?",
        r"(?:decide|choose|pick|select|compare)",
        r"(?:the |our |big |main |open )?(?:question|decision|choice|dilemma|debate) (?:here )?(?:is|now is)",
    ),
    chained=(
        r"whether(?: or not)?(?: to)?",
        r"if",
        r"either",
        r"to",
        r"that",
        r"(?:we|i) should",
        r"we",
        r"now",
        r"then",
        r"just",
        r"rather",
        r"really",
        r"actually",
        r"simply",
        r"go ahead and",
        r"try to",
        r"for us to",
        r"better(?: off)?",
        r"if we should",
        r"consider",
        r"whether we should",
        r"whether to",
        r"be",
        r":",
    ),
    statements=(
        r"(?:we|i) (?:are|am|'re|'m|have been|were) (?:currently |now |also |seriously )?(?:thinking (?:of|about)|"
        r"considering|contemplating|planning(?: on| to)?|looking (?:at|into)|exploring|debating|evaluating)",
        r"(?:we|i)'(?:re|m) (?:thinking (?:of|about)|considering|planning(?: on| to)?|looking (?:at|into)|evaluating)",
        r"(?:thinking (?:of|about)|considering|contemplating|looking at|evaluating|planning to)",
        r"(?:proposal|idea|suggestion|plan)(?: is)?(?::| to)(?: to)?",
        r"(?:we|i) (?:could|can|might|may)(?: either)?",
        r"(?:the |our )?(?:(?:two|three|four|main|real|possible) )?(?:options|choices|alternatives|candidates|"
        r"finalists|contenders)(?: on the table| here| left)?(?: are|:)",
        r"it'?s(?: down to| between)?",
        r"(?:we|i)(?: want| need|'d like| would like)(?: to)?",
    ),
    offers=(
        r"alternatively,?(?: we could| we can| to)?",
        r"another (?:option|idea|possibility|alternative)(?: is| would be|:)(?: to)?",
        r"(?:the |a )?(?:third|fourth|last|other) (?:option|idea|possibility|alternative)(?: is| would be|:)(?: to)?",
        r"(?:we|i) (?:could|can|might) also",
        r"or else",
        r"or(?:,? of course,?)?(?: we could| we can| maybe| perhaps)?(?: just| simply)?",
    ),
    questions=(r"how", r"which", r"what", r"where", r"when", r"who", r"in which", r"on which", r"for which"),
    empty_questions=(
        r"which (?:one |way |option |of these |would be |is |should (?:we|i) |do you |makes )",
        r"what (?:do|would|should) "
        r"(?:you|we|i)(?: all| folks| guys)? (?:do|think|say|pick|choose|recommend|prefer)",
        r"what(?:'s| is| are| about)",
        r"how about",
        r"how (?:do|would) you",
        r"who (?:thinks|has|knows|is)",
        r"what if",
        r"when (?:we|i|it|the)\b",
        r"where (?:we|i|it|the)\b",
        r"which\W*$",
        r"what\W*$",
    ),
    asides="which, who, that, because, as, but, though, so, if, when, where, although, since, and",
    pronouns="one, it, them",
    tails=(
        r",? (?:given|considering) (?:that|our|the|how|a|we)",
        r",? because",
        r",? since",
        r",? so that",
        r", so",
        r",? in order to",
        r",? if so",
        r", and (?:if|how|why|when|what)",
        r", but",
        r" but ",
        r", as we",
        r", while",
        r",? before (?:we|it|the)",
        r",? when (?:we|our|the)",
        r",? although",
        r",? even though",
        r" - ",
        r" – ",
        r" — ",
        r", (?:which|who) ",
        r",? now that",
        r", (?:assuming|knowing|keeping in mind|bearing in mind)",
        r",? to (?:be able to|make sure|ensure|avoid|get|hit|meet|reach|ship|save|cut|reduce|increase|improve|grow|speed|"
        r"deliver|free)(?= )",
        r",? as (?:our|my|the) (?:main|first|new|next|primary|default)",
        r", thoughts",
        r",? (?:what|which) (?:do|is|would|should)",
        r" \(",
        r",? with (?:a|our|the) budget",
        r",? for context",
        r",? what are",
        r",? what's",
    ),
    protected=(
        r"more or less",
        r"sooner or later",
        r"and/or",
        r"one or the other",
        r"two or more",
        r"one or more",
        r"or so",
        r"with or without",
        r"rain or shine",
        r"right or wrong",
        r"day or night",
        r"or similar",
        r"or whatever",
        r"or something",
    ),
    option_marker=r"(?:option|alternative|choice|plan|variant|scenario|route|path|approach|candidate)\s*"
    r"(?:#?\d{1,2}|[A-Fa-f])\s*(?:[:.)=-]|–|—)\s*",
    option_headers="option, options, alternative, alternatives, choice, choices, candidate, candidates, shortlist, "
    "possibilities, contenders, finalists, we could, either, ideas, on the table, approaches, routes, pick one, "
    "vendors, proposals",
    criteria_headers="criteria, criterion, care about, matters, important, priorities, priority, must-haves, "
    "requirements, goals, objectives, optimise for, optimize for, look for, looking for, judged on, weigh",
    other_headers="context, background, constraints, constraint, facts, notes, questions, timeline, pros, cons, risks, "
    "assumptions, data, numbers, details, advantages, disadvantages, problem, problems, today, attendees, agenda, "
    "next steps, deadline, budget, links, attached, stakeholders",
    aims=(
        r"so that (?:we|our|the)(?: can| could| will)?",
        r"so we (?:can|could)",
        r"in order to",
        r"(?:our|the|my|main|overall) (?:\w+ )?(?:goal|aim|objective|target|priority|ambition|mission)s?"
        r"(?: here| for (?:this|next) \w+)? (?:is|are|:)(?: to)?",
        r"(?:goal|aim|objective|target|priority):(?: to)?",
        r"what we (?:want|need) is(?: to)?",
        r"(?:we|i)(?: really)? (?:want|need|have|hope|aim|plan|would like|must)"
        r"(?: to)?",
        r"we're (?:trying|aiming|hoping|looking) to",
        r"we are (?:trying|aiming|hoping|looking) to",
        r"we'd like to",
        r"because we (?:want|need) to",
        r"the point is to",
    ),
    purposes=(
        r"to (?=(?:be able to|make sure|ensure|avoid|hit|meet|reach|ship|save|cut|reduce|increase|improve|grow|speed|"
        r"deliver|free up|win|keep up|scale|lower|protect|finish|launch|support|handle)\b)",
    ),
    no_aims="decide, choose, know, pick, figure, understand, discuss, hear, ask, find, make a decision, make a call, "
    "get your, think, talk, vote, settle, agree, align, weigh, compare, look, see, work out, be, either, sign, say, "
    "commit, tell, a decision, your, help, answer, answers, an answer, input, feedback, opinions, advice",
    criteria=(
        r"(?:we|i)(?: mostly| mainly| really| also)? care(?: most| mostly| mainly| a lot)? about",
        r"what(?: really)? matters(?: most| to us| here){0,2}(?: is| are|:)",
        r"(?:our |the |main |key |decision )?(?:criteria|criterion|priorities|priority|requirements)(?: here)?(?: is| are|:)",
        r"(?:the )?most important(?: thing| things| factor| factors| criteria)?(?: is| are|:)",
        r"optimi[sz]e for",
        r"(?:main|biggest|key) (?:concern|concerns|worry|worries|factor|factors)(?: is| are|:)",
        r"(?:we|i)(?:'re| are|'m| am) (?:mainly |mostly |most )?(?:worried|concerned) about",
    ),
    budget="budget, spend, afford, cap, ceiling, limit, at most, up to, max, maximum, funding",
    deadline=(
        r"by (?:the )?(?:end of |start of |beginning of |mid[- ])?(?:january|february|march|april|may|june|july|august|"
        r"september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|q[1-4]|h[12]|monday|tuesday|"
        r"wednesday|thursday|friday|fri|(?:next|this|the) (?:week|month|quarter|year|spring|summer|autumn|fall|winter)|"
        r"eoy|eoq|eow|christmas|year[- ]end|20\d\d)(?: \d{1,2}(?:st|nd|rd|th)?)?(?:,? 20\d\d)?\b",
        r"before (?:the )?(?:end of |start of )?(?:january|february|march|april|may|june|july|august|september|october|"
        r"november|december|q[1-4]|(?:next|this|the) (?:week|month|quarter|year|spring|summer|autumn|fall|winter|"
        r"holidays)|christmas|black friday|20\d\d)(?: 20\d\d)?\b",
        r"(?:until|deadline(?: is)?:?) (?:the )?(?:end of )?(?:january|february|march|april|may|june|july|august|"
        r"september|october|november|december|q[1-4]|20\d\d)(?: \d{1,2}(?:st|nd|rd|th)?)?(?:,? 20\d\d)?\b",
        r"within (?:the next )?(?:\d{1,3}|two|three|four|six|eight|nine|ten|twelve) (?:days|weeks|months|quarters|years)",
        r"in (?:the )?next (?:\d{1,3}|two|three|four|six|eight|nine|ten|twelve) (?:days|weeks|months|quarters|years)",
    ),
    leading=(
        r"to",
        r"just",
        r"simply",
        r"maybe",
        r"perhaps",
        r"(?:we|i) (?:should|could|can|would|might|will)",
        r"we",
        r"us",
        r"also",
        r"then",
        r"try to",
        r"go ahead and",
        r"either",
        r"rather",
        r"instead",
        r"should (?:we|i)",
        r"do (?:we|i)",
        r"whether to",
        r"if we should",
        r"continue to",
        r"for us to",
        r"us to",
        r"really",
        r"actually",
        r"now",
        r"finally",
        r"be",
        r"consider",
        r"better to",
        r"or",
        r"and",
        r"possibly",
        r"start to",
        r"let's",
    ),
    trailing=(
        r"instead",
        r"please",
        r"thanks",
        r"thank you",
        r"at all",
        r"etc",
        r"again",
        r"too",
        r"right",
        r"either",
        r"then",
        r"yet",
        r"and why",
        r"thoughts",
        r"or not",
        r"and",
        r"or",
        r"for (?:us|now)",
        r"anyway",
        r"cheers",
        r"here",
        r"first and foremost",
        r"is better",
        r"is best",
        r"be better",
        r"if possible",
        r"asap",
    ),
    determiners="a, an, the, our, another, some, one, my, their, its, this, these, more",
    prepositions="to, in, on, at, by, for, with, from, into, onto, via, through, over, under, after, before, during, "
    "until, within, across, without, as, towards, toward, about, around, of, per, than, off, up, down, out",
    tail_words="for, in, on, at, within, across, during, to, starting, as, by, first",
    topic_words="for",
    times="now, today, tomorrow, immediately, later, soon, next, this, last",
    numbers="one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, fifteen, twenty, thirty, fifty, "
    "hundred, half, a few, several, zero",
    verbs="accept, accelerate, acquire, adapt, add, adopt, advertise, allow, announce, appoint, approve, ask, assign, attend, "
    "automate, avoid, ban, bet, bid, block, book, borrow, bring, broaden, build, bundle, buy, call, cancel, centralise, "
    "centralize, change, charge, choose, close, co-develop, collaborate, combine, commission, commit, concentrate, "
    "consolidate, continue, contract, contribute, convert, cover, create, cut, deal, decentralise, decentralize, decline, "
    "decrease, defer, delay, delegate, deliver, deploy, deprecate, develop, discontinue, discount, distribute, "
    "diversify, divest, do, double, downgrade, drop, earmark, eliminate, employ, enable, encourage, end, engage, enter, "
    "enforce, establish, exit, expand, extend, fight, file, finance, find, finish, fire, fix, focus, follow, force, fork, "
    "found, franchise, freeze, fund, get, give, go, grow, halt, hand, handle, have, help, hire, hold, host, ignore, "
    "implement, import, improve, include, increase, insource, install, integrate, introduce, invest, invite, join, keep, "
    "kill, launch, lease, leave, let, leverage, licence, license, limit, list, localise, localize, lower, maintain, make, "
    "manage, market, meet, merge, migrate, modernise, modernize, modularise, modularize, move, negotiate, offer, "
    "offshore, onboard, open, open-source, operate, opt, order, organise, organize, outsource, overhaul, own, partner, "
    "patch, pause, pay, phase, pilot, pivot, polish, port, postpone, prepare, prioritise, prioritize, produce, promote, "
    "protect, provide, publish, pull, purchase, push, put, raise, reassign, rebrand, rebuild, recruit, redesign, reduce, "
    "refactor, refuse, refurbish, reject, relaunch, release, relocate, remain, remove, renegotiate, renew, renovate, "
    "rent, reorganise, reorganize, repair, replace, replatform, rely, require, reschedule, reskill, resign, restructure, "
    "retain, retire, retrain, return, reuse, rewrite, roll, run, scale, schedule, scrap, secure, self-host, sell, send, set, "
    "settle, share, shift, ship, shorten, shut, sign, simplify, skip, slow, source, spend, spin, split, sponsor, "
    "standardise, standardize, start, stay, stick, stop, streamline, subcontract, sublet, subscribe, sunset, support, "
    "suspend, switch, take, target, teach, tender, terminate, test, track, trade, train, transfer, transition, trial, trim, "
    "try, turn, unbundle, upgrade, upskill, use, wait, walk, withdraw, work, write",
    changing="rewrite, refactor, replace, redesign, rebrand, change, restructure, rebuild, modernise, modernize, overhaul, "
    "upgrade, close, sell, drop, sunset, rename, reorganise, reorganize, retire, remove, kill, split, revise, deprecate, shut, "
    "automate, outsource, simplify, discontinue",
    away=r"from ([^,]{2,40}?) (?:to|over to|onto)\b",
    intransitive="wait, stay, go, leave, remain, continue, pivot, stop, expand, grow, hire, recruit, exit, merge, hold, move, "
    "outsource, delay, work, delegate, insource, relocate, partner, diversify, sell, quit",
)

CUES = Cues(
    up="increase, increases, raise, raises, higher, more, grow, additional, extra, rise, gain, double, boost, add, adds, "
    "high, bigger, larger, up, exceed, growth, surge, lift, lifts, uplift, maximum, highest, most, jump, climb",
    down="decrease, reduce, reduction, lower, less, fewer, cut, drop, fall, decline, shrink, halve, save, saves, avoid, "
    "eliminate, low, lowest, smaller, down, remove, minimal, minimum, least, reduced, shed, slash, lose, loses, losing, lost",
    good="better, improve, improvement, good, strong, stronger, excellent, best, great, solid, outperform, superior, "
    "helps, well, smooth, healthy, praised, love, loved, happy, easier, easy",
    bad="worse, poor, weak, weaker, hurt, hurts, bad, worst, suffer, suffers, struggle, fail, failed, fails, problem, "
    "problems, inferior, lacking, lacks, trouble, difficult, complaint, harder, hard, damages, damage, worsen, threatens",
    negation="not, no, never, without, cannot, don't, doesn't, isn't, won't, can't, didn't, wasn't, aren't, neither, nor, "
    "hardly, barely, unlikely, nothing",
    hedge="may, might, could, probably, perhaps, possibly, expect, expected, estimate, estimated, roughly, likely, seems, "
    "appears, assume, believe, think, hope, if, claims, around, about",
    strong="much, far, significantly, substantially, twice, double, half, considerably, dramatically, very, massively, "
    "strongly, three times, a lot, by far, major, huge, sharply, not only, not just",
    weak="slightly, somewhat, a bit, marginally, little, minor, modest, a little, small",
    contrast="but, however, while, whereas, although, though, yet, and, which, because, since, unlike, when, whilst",
    levels=(
        "low, poor, none, no, weak",
        "medium, moderate, partial, average, fair",
        "high, strong, yes, full, good, excellent",
    ),
    rate="per, hourly, daily, weekly, monthly, yearly, annual, annually, hour, day rate, rate, a month, a year, a week, a day, each",
    burdens="latency, delay, delays, risk, effort, cost, price, complexity, error, errors, failure, failures, waste, debt, "
    "downtime, wait, queue, churn, workload, burden, noise, overhead, friction, bugs, defects, hassle, expense, loss, pain, "
    "turnaround, interruptions, tickets, complaints, emissions, stress, distance, weight",
    durations=("day, days", "week, weeks", "month, months", "year, years"),
    than="than, compared to, compared with, versus, vs, over",
)

ARCHETYPES = {
    "hiring": Archetype(
        title="Staffing",
        question="How should we add the capacity we need?",
        about="How should we staff {topic}?",
        goal="Get the work done on time, with the right people",
        options=("Hire permanent staff", "Use contractors or an agency", "Keep the team as it is"),
        words="hire, hiring, recruit, headcount, contractor, freelancer, agency, staff, staffing, engineer, developer, fte, "
        "full-time, part-time, ~team, consultant, intern, designer, salary, ~capacity, outsource, offshore, employee, "
        "~manager, ~candidate",
    ),
    "build_or_buy": Archetype(
        title="Build or buy",
        question="How should we get the solution we need?",
        about="How should we get {topic}?",
        goal="Have a solution that works, at a cost we can carry",
        options=("Build it ourselves", "Buy an existing product", "Keep things as they are"),
        words="build, buy, ~in-house, off-the-shelf, ~custom, saas, purchase, license, licence, homegrown, from scratch, "
        "build vs buy, ~ourselves, self-host, diy, ~subscription, third-party, open-source",
    ),
    "vendor": Archetype(
        title="Choice of vendor",
        question="Which one should we choose?",
        about="Which one should we choose for {topic}?",
        goal="Have the vendor or tool that fits us best",
        options=("Switch to a new vendor", "Renew with the current vendor"),
        words="vendor, supplier, provider, ~tool, ~platform, crm, aws, gcp, azure, salesforce, hubspot, ~contract, renew, rfp, "
        "~bid, ~quote, software, ~cloud, ~service, database, postgres, mysql, mongodb, snowflake, bigquery, redshift, databricks, "
        "datadog, slack, teams, zoom, notion, jira, linear, react, vue, angular, framework, ~library, ~product, sap, oracle, "
        "stripe, adyen, python, rust, java, kotlin, typescript, shopify, magento, zendesk, intercom, okta, auth0, "
        "erp, payroll, insurance, bank, laptop, printer",
    ),
    "pricing": Archetype(
        title="Pricing",
        question="How should we set our prices?",
        about="How should we price {topic}?",
        goal="Grow revenue without losing customers",
        options=("Raise prices", "Lower prices", "Keep prices as they are"),
        words="price, prices, pricing, discount, tier, freemium, per seat, subscription price, list price, usage-based, "
        "flat fee, ~premium, ~plan, surcharge, free trial, fee, fees, free plan, paid plan, free tier",
    ),
    "migration": Archetype(
        title="Migration",
        question="How should we approach the migration?",
        about="How should we approach {topic}?",
        goal="Run on a platform that serves us well in the years ahead",
        options=("Migrate in one go", "Migrate step by step", "Stay on the current system"),
        words="migrate, migration, ~move to, ~switch, ~switching, kubernetes, cloud, on-premise, on-prem, replatform, ~port, "
        "transition, cutover, upgrade, lift and shift, data center, datacenter, heroku, serverless, microservices, "
        "~monolith, ~adopt, big bang",
    ),
    "expansion": Archetype(
        title="Expansion",
        question="How should we expand?",
        about="How should we expand into {topic}?",
        goal="Grow where the return justifies the effort",
        options=("Enter a new market now", "Pilot in one place first", "Stay with today's markets"),
        words="expand, expansion, market, markets, country, countries, enter, international, ~region, ~office, ~offices, europe, "
        "asia, germany, france, spain, japan, us market, uk, ~branch, ~store, ~stores, franchise, reseller, distributor, "
        "subsidiary, abroad, localise, localize, acquire, acquisition, ~warehouse, ~location, ~site, ~city, ~open",
    ),
    "launch_timing": Archetype(
        title="Launch timing",
        question="When should we launch?",
        about="When should we launch {topic}?",
        goal="Launch at a moment when the product is ready and the market is too",
        options=("Launch now", "Launch in stages, to a small group first", "Wait until it is ready"),
        words="launch, release, ship, go live, go-live, ~delay, ~postpone, ~wait, ~deadline, beta, early access, announce, "
        "rollout, roll out, mvp, ga, soft launch, ~hold off, ~later, ~now",
    ),
    "technical_debt": Archetype(
        title="Technical debt",
        question="How should we deal with the technical debt?",
        about="How should we deal with {topic}?",
        goal="Be able to change the system safely and at a good pace",
        options=("Rewrite it", "Improve it step by step", "Leave it as it is"),
        words="technical debt, tech debt, refactor, refactoring, rewrite, legacy, rebuild, redesign, monolith, codebase, "
        "clean up, cleanup, modernise, modernize, test coverage, maintenance, deprecated, strangler, old system, debt",
    ),
    "workplace": Archetype(
        title="Ways of working",
        question="How should we work?",
        about="How should we handle {topic}?",
        goal="Work in a way that suits the team and the results we owe",
        options=("Change how we work", "Try it with one team first", "Keep things as they are"),
        words="remote, hybrid, ~office, return to office, four-day, 4-day, work from home, wfh, coworking, ~meeting, ~meetings, "
        "retreat, offsite, onsite, flexible, vacation, async, standup, stand-up, sprint, workweek, ~desk, ~unlimited",
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

OUTCOMES = {
    "time": Outcome(
        label="Time to delivery",
        nouns="delivery, delivery time, time to delivery, lead time, duration, timeline, schedule, ramp-up, ramp up, onboarding, "
        "start date, turnaround, ~weeks, ~months, ~days, time to market, ~time, speed, velocity, eta, ~deadline, time to value, "
        "~start, timelines, go-live date",
        up="slow, slower, slowest, ~delay, ~delays, delayed, ~late, ~later, ~longer, overrun, takes months, takes weeks, behind "
        "schedule, too long, drag, slip, slips, months to",
        down="fast, faster, fastest, quick, quicker, quickly, sooner, ~earlier, ~immediately, rapid, rapidly, right away, "
        "straight away, speed up, accelerate, on time, within days, start next week, start monday, short notice, at once",
    ),
    "cost": Outcome(
        label="Cost",
        nouns="cost, costs, ~price, spend, spending, ~fee, expense, tco, total cost, ~rate, ~quote, invoice, ~salary, ~salaries, "
        "~payroll, capex, price tag, money, ~usd, ~eur, ~investment, day rate, ~amount, budget, ~annual cost, ~monthly cost",
        up="expensive, costly, pricey, pricier, dearer, over budget, costlier, markup, premium",
        down="cheap, cheaper, cheapest, affordable, inexpensive, economical, saves money, savings, saving, under budget, "
        "cost-effective, discount",
    ),
    "running_cost": Outcome(
        label="Running cost",
        nouns="running cost, running costs, operating cost, operating costs, ~monthly cost, monthly bill, ~bill, opex, "
        "cloud bill, hosting cost, ~hosting, ~subscription, ~annual cost, ~yearly cost, ~per month, ~cost, ~costs, ~license fee, "
        "infrastructure cost",
        up="~expensive, ~costly, ~pricey, ~costlier",
        down="~cheap, ~cheaper, ~cheapest, ~affordable, ~savings, ~saving, ~cost-effective",
    ),
    "quality": Outcome(
        label="Quality of the result",
        nouns="quality, ~standard, workmanship, craftsmanship, ~polish, ~accuracy, ~finish, ~test coverage, ~readiness, code quality",
        up="high-quality, ~polished, ~robust, ~mature, ~accurate, ~thorough, ~senior, ~experienced, ~tested",
        down="bugs, buggy, ~defect, defects, sloppy, ~rework, ~rough edges, ~unfinished, ~immature, ~unpolished, "
        "~untested, ~inexperienced",
    ),
    "knowledge": Outcome(
        label="Knowledge kept in the team",
        nouns="knowledge, know-how, ~expertise, ~documentation, ~handover, institutional knowledge, ~ownership, "
        "domain knowledge, ~skills",
        up="~knows, ~familiar, keeps knowledge, ~retains",
        down="walks out, knowledge loss, handover, brain drain, leaves with, left undocumented",
    ),
    "flexibility": Outcome(
        label="Flexibility",
        nouns="flexibility, ~notice period, ~commitment, agility, options open, optionality",
        up="flexible, ~scale down, cancel anytime, no commitment, ~adaptable, month-to-month",
        down="rigid, inflexible, ~commitment, ~locked, ~notice period, ~fixed term, ~long-term contract, ~tied",
    ),
    "control": Outcome(
        label="Control",
        nouns="control, ~ownership, independence, autonomy, ~roadmap",
        up="full control, own roadmap, ~independent",
        down="~dependent, ~dependence, ~dependency, ~rely on",
    ),
    "fit": Outcome(
        label="Fit with our needs",
        nouns="fit, ~requirements, ~features, ~feature, functionality, ~needs, ~coverage, ~use case, ~score, ~rating, ~integrations, "
        "~integration, ~workflow, ~capabilities, ~capability",
        up="~fits, ~fit, ~covers, ~supports, ~meets, ~tailored, ~integrates, ~matches, ~configurable, ~native",
        down="~missing, ~lacks, ~gaps, ~gap, ~workaround, ~workarounds, ~unsupported, ~limited",
    ),
    "maintenance": Outcome(
        label="Maintenance effort",
        nouns="maintenance, upkeep, ~operations, support effort, on-call, upkeep, ~patching, ~upgrades, ~admin, "
        "toil, operational overhead, ~overhead, maintainability",
        up="hard to maintain, ~brittle, ~fragile, ~complex, ~complexity, ~outdated, ~patched",
        down="~managed, ~maintained by, low maintenance, maintainable, ~simpler, ~simple, ~fully managed",
    ),
    "effort": Outcome(
        label="Effort to change over",
        nouns="effort, ~migration, changeover, ~setup, ~set-up, ~implementation, ~training, ~retraining, person-days, "
        "engineer-weeks, ~workload, ~work, ~rollout, ~transition, ~hours, switching cost, switching costs, story points",
        up="~complex, ~difficult, laborious, ~painful, ~hard, ~time-consuming, ~manual, tedious",
        down="~easy, ~easier, ~simple, ~simpler, ~seamless, effortless, ~drop-in, ~straightforward, ~automatic, ~painless",
    ),
    "revenue": Outcome(
        label="Revenue",
        nouns="revenue, ~sales, income, turnover, arr, mrr, bookings, ~deals, ~pipeline, earnings, nrr, ~demand, ~orders, ~upsell",
        up="~sells, ~profitable, ~lucrative, ~upsell",
        down="unprofitable, lost deals, lost sales",
    ),
    "profit": Outcome(
        label="Profit margin",
        nouns="margin, margins, profit, profitability, ebitda, gross margin, roi, ~return, payback",
        up="profitable, lucrative",
        down="unprofitable, loss-making, losses",
    ),
    "churn": Outcome(
        label="Customer churn",
        nouns="churn, cancellations, cancellation, attrition, retention loss, downgrades, lost customers, customer loss, "
        "unsubscribe, switch to competitors",
        up="~cancel, ~cancelled, churned, ~leave, ~left for, switch to a competitor, ~upset, ~angry, ~downgrade",
        down="retention, ~retain, ~renew, ~renewed, ~renewal, ~renewals, ~loyal, loyalty, ~sticky",
    ),
    "new_customers": Outcome(
        label="New customers",
        nouns="new customers, sign-ups, signups, ~acquisition, conversion, conversions, ~leads, win rate, new logos, ~trials, "
        "new users, customer growth, conversion rate",
        up="~attract, ~attracts, win deals, ~converts, ~sign up",
        down="~deter, ~deters, ~put off, ~scare off, ~price shock, ~lost to",
    ),
    "satisfaction": Outcome(
        label="Customer satisfaction",
        nouns="satisfaction, csat, nps, customer experience, customer happiness, customer feedback, user experience, ux, "
        "~reviews, ~support tickets, customer satisfaction",
        up="~satisfied, ~delighted, ~praised, ~love, ~loved, happy customers",
        down="~complain, ~complained, ~complaints, ~unhappy, ~frustrated, ~dissatisfied, ~angry, ~annoyed",
    ),
    "reliability": Outcome(
        label="Reliability",
        nouns="reliability, uptime, availability, stability, ~sla, resilience, ~redundancy",
        up="reliable, ~stable, resilient, ~redundant, highly available, dependable",
        down="outage, outages, ~downtime, unreliable, ~unstable, ~incident, ~incidents, flaky, ~crash, ~crashes, ~fails",
    ),
    "disruption": Outcome(
        label="Risk of disruption",
        nouns="risk, risks, disruption, ~exposure, downtime, interruption, ~uncertainty, ~data loss",
        up="risky, riskier, riskiest, disruptive, dangerous, disrupt, disrupts, ~breaks, ~regression, ~regressions, ~uncertain",
        down="~safe, safer, safest, ~proven, ~reversible, low-risk, ~mitigates, ~mitigate, ~battle-tested, ~rollback, ~roll back",
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
        nouns="morale, motivation, team happiness, engagement, wellbeing, well-being, burnout, stress, work-life balance, "
        "employee satisfaction, developer happiness, job satisfaction, team spirit, ~culture, happiness",
        up="motivated, ~happier, ~energised, ~energized, ~engaged, ~excited, ~love",
        down="burnout, burned out, exhausted, overworked, stressed, demotivated, ~frustrated, ~quit, ~resign, ~resigned, "
        "overtime, ~tired, ~resent",
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
        down="unproductive, inefficient, distracted, distraction, distractions, ~interruptions, ~idle, ~bottleneck",
    ),
    "attrition": Outcome(
        label="Staff turnover",
        nouns="attrition, staff turnover, turnover rate, resignations, employee turnover, retention of staff",
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
        nouns="scalability, ~scaling, ~load, autoscaling",
        up="scales, scalable, elastic, autoscales, scale out",
        down="~bottleneck, does not scale, ~maxed out, ~limits",
    ),
    "performance": Outcome(
        label="Performance",
        nouns="performance, throughput, response time, latency, load time, query time",
        up="~faster, ~fast, responsive, snappy, low-latency, performant",
        down="~slow, ~slower, sluggish, ~lag, laggy, timeouts",
    ),
    "adoption": Outcome(
        label="Adoption",
        nouns="adoption, ~usage, uptake, ~engagement, active users, ease of use, usability, learning curve",
        up="intuitive, easy to use, user-friendly, ~familiar, ~popular",
        down="~confusing, unintuitive, ~steep, ~resistance, ~clunky, ~unfamiliar",
    ),
    "support_load": Outcome(
        label="Support load",
        nouns="support load, tickets, support tickets, support requests, support volume, helpdesk, customer support",
        up="more tickets, ~questions, ~confusion",
        down="self-service, fewer tickets",
    ),
    "market": Outcome(
        label="Market position",
        nouns="market share, market position, competitive position, brand, visibility, reputation, awareness, ~competition, "
        "~competitor, ~competitors, ~press",
        up="first mover, ~lead, ~leader, differentiate, differentiates, stand out, ~recognised, ahead of competitors",
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

TRAITS = {
    "contract": "contractor, contractors, freelancer, freelancers, freelance, agency, consultant, consultants, consultancy, "
    "outsource, outsourcing, outsourced, temp, temps, offshore, nearshore, ~external, subcontract, contract workers, interim",
    "hire": "hire, hires, hiring, recruit, recruiting, employ, full-time, permanent, fte, headcount, employee, employees, "
    "~staff, in-house team, new hires, recruitment, insource, engineers on payroll",
    "stay": "~stay, ~stick, ~keep, ~remain, status quo, do nothing, as is, ~current, ~not, ~don't, ~leave it, ~maintain, "
    "~continue, ~existing, ~renew, ~no change, unchanged, ~without it, current system, current setup, current process, current team",
    "pilot": "pilot, trial, proof of concept, poc, phased, in stages, step by step, gradually, soft launch, beta, small "
    "scale, test first, one team first, ~incremental, ~incrementally, early access, mvp, ~experiment, small group",
    "wait": "~wait, ~delay, ~postpone, ~defer, ~hold off, ~later, ~next year, ~next quarter, ~until, ~after, ~pause, ~hold",
    "rewrite": "rewrite, rebuild, from scratch, ~replace, big bang, start over, ~overhaul, ~redesign",
    "refactor": "refactor, refactoring, ~clean up, ~improve, strangler, ~modularise, ~modularize, ~patch, ~fix, ~modernise, ~modernize",
    "build": "build, ~develop, in-house, custom-built, ~custom, ~ourselves, ~own, homegrown, diy, self-host, self-hosted, ~internally",
    "buy": "buy, purchase, ~license, ~licence, off-the-shelf, saas, ~subscribe, existing product, ready-made, ~commercial, "
    "~third-party",
    "raise_price": "raise prices, raise the price, raise our prices, increase prices, increase the price, price increase, "
    "~raise, charge more, ~charge, higher prices, surcharge, ~usage-based",
    "cut_price": "lower prices, lower the price, cut prices, discount, discounts, freemium, free plan, free tier, "
    "reduce prices, cheaper plan, ~free, introductory offer",
    "acquire": "acquire, acquisition, merge, take over, merger",
    "partner": "partner, partnership, reseller, distributor, distributors, joint venture, alliance, franchise, resellers, "
    "co-develop",
    "migrate": "migrate, ~move to, ~switch, ~switch to, ~port, ~adopt, ~transition, replatform, ~upgrade, ~move off, migration, ~move",
    "expand": "expand, ~enter, ~open, new office, new market, new store, ~launch in, ~grow into, second office, ~branch, ~launch",
    "automate": "automate, automation, ~bot, ~script, ~ai, ~robot, ~robots, chatbot",
    "train": "~train, upskill, reskill, retrain, ~training, ~mentor, ~promote, internal candidate",
    "flexible_work": "remote, work from home, four-day, 4-day, ~flexible, hybrid, wfh, fully remote, ~async",
    "office": "~office, return to office, onsite, on-site, ~in person, days in the office",
    "launch": "~launch, ~release, ~ship, ~go live, ~now, ~immediately, ~go ahead, ~announce, ~start",
}

PHRASES = Phrases(
    status_quo={
        "hire": "Keep the team as it is",
        "contract": "Keep the work in the team",
        "migrate": "Stay on the current system",
        "raise_price": "Keep prices as they are",
        "cut_price": "Keep prices as they are",
        "launch": "Wait with the launch",
        "expand": "Stay with today's footprint",
        "acquire": "Stay independent",
        "build": "Keep working without it",
        "buy": "Keep working without it",
        "stay": "Make a change now",
        "wait": "Go ahead now",
        "": "Keep things as they are",
    },
    keep="Keep {thing} as it is",
    keep_many="Keep {thing} as they are",
    stay_with="Stay with {thing}",
    joined="{first} or {last}",
    which="Which way should we go: {options}?",
    within="{goal}, within {budget}",
    budget_note="The brief names a budget of {budget}.",
    date_note="The brief names a date: {date}.",
    brief_name="The brief",
    brief_note="The brief says: “{quote}”",
    option_brief="Named in the brief: “{quote}”",
    option_status_quo="Added so that the other option can be compared with changing nothing.",
    option_default="The brief names no alternatives; this is a usual one for such a decision.",
    outcome_named="The brief asks for it: “{quote}”",
    outcome_column="A table measures it in its column “{quote}”.",
    raises="Assumed, no source says so yet: raises “{outcome}”",
    lowers="Assumed, no source says so yet: lowers “{outcome}”",
    open="Open: no source says how this changes “{outcome}”",
    link_compared="{name} gives {values} under “{column}”, this option first; direction and strength come from comparing them.",
    link_stated="{name} says of this option: “{cue}”.",
    link_mentioned="{name} speaks of this option and of “{cue}”. The direction is the usual one; it does not say so itself.",
)

HUNCHES = {
    "hire:time": "Recruiting and settling in usually take months",
    "hire:cost": "New staff add salaries and hiring costs",
    "hire:running_cost": "Salaries are a lasting cost",
    "hire:knowledge": "What permanent staff learn stays in the team",
    "hire:flexibility": "Permanent positions are hard to reverse",
    "contract:time": "External people can usually start within weeks",
    "contract:cost": "External rates are usually higher per month of work",
    "contract:knowledge": "Know-how tends to leave with external people",
    "contract:flexibility": "External contracts are easy to end",
    "build:time": "Building it usually takes longer than buying it",
    "build:cost": "Development time has to be paid for",
    "build:fit": "What is built to order can match the needs closely",
    "build:maintenance": "What is built in-house has to be maintained in-house",
    "build:control": "An own solution follows an own roadmap",
    "buy:time": "A finished product can usually be in use sooner",
    "buy:cost": "Licences have to be paid for",
    "buy:fit": "A standard product rarely covers every need",
    "buy:maintenance": "The vendor carries most of the maintenance",
    "buy:lock_in": "A purchased product ties us to its vendor",
    "migrate:effort": "Moving data and habits takes work",
    "migrate:disruption": "A changeover can interrupt daily work",
    "migrate:running_cost": "Savings in operation are the usual reason to move",
    "migrate:reliability": "A newer platform is usually more dependable once it runs",
    "stay:effort": "Nothing has to be changed over",
    "stay:disruption": "Daily work goes on undisturbed",
    "stay:cost": "No new spending for now",
    "stay:maintenance": "What is left alone tends to become harder to maintain",
    "stay:time": "Without more capacity the work takes longer",
    "stay:morale": "People who asked for a change may be disappointed",
    "stay:churn": "Customers see no change that could drive them away",
    "stay:revenue": "Without a change, little growth is to be expected",
    "wait:time": "Waiting postpones the result",
    "wait:quality": "More time allows more testing and polish",
    "wait:revenue": "Income starts later",
    "wait:disruption": "There is more time to find problems first",
    "launch:time": "Starting now gets there soonest",
    "launch:quality": "Less time is left for testing and polish",
    "launch:disruption": "Problems may surface in front of customers",
    "launch:revenue": "Income starts sooner",
    "pilot:disruption": "A small start limits the damage if it fails",
    "pilot:time": "Going in steps takes longer overall",
    "pilot:learning": "A small start shows what works",
    "pilot:cost": "A small start ties up less money",
    "pilot:effort": "Running old and new side by side takes work",
    "raise_price:revenue": "Each sale brings in more",
    "raise_price:churn": "Some customers leave when prices rise",
    "raise_price:new_customers": "A higher price deters some buyers",
    "cut_price:revenue": "Each sale brings in less",
    "cut_price:churn": "A lower price gives fewer reasons to leave",
    "cut_price:new_customers": "A lower price attracts more buyers",
    "expand:revenue": "New places bring new customers",
    "expand:cost": "Rent, people and set-up have to be paid first",
    "expand:effort": "A new place needs attention and organisation",
    "partner:control": "A partner has a say of its own",
    "partner:cost": "A partner carries part of the investment",
    "partner:revenue": "Revenue is shared with the partner",
    "partner:effort": "A partner brings its own organisation",
    "acquire:cost": "A purchase price has to be paid",
    "acquire:effort": "Two organisations have to be merged",
    "acquire:revenue": "The acquired business brings its customers",
    "rewrite:effort": "A rewrite ties up the team for a long time",
    "rewrite:disruption": "A changeover in one step can go wrong",
    "rewrite:maintenance": "A fresh design is easier to maintain",
    "rewrite:time": "New features wait while the rewrite is under way",
    "refactor:effort": "Steady improvement takes a share of every week",
    "refactor:disruption": "Small steps can be undone",
    "refactor:maintenance": "The code becomes easier to maintain over time",
    "flexible_work:morale": "More freedom is usually welcome",
    "flexible_work:collaboration": "People meet in person less often",
    "office:collaboration": "Meeting in person makes working together easier",
    "office:morale": "Commuting and fixed places are often unpopular",
    "automate:running_cost": "Automated work costs less to run",
    "automate:effort": "Automation has to be built and tested first",
    "train:knowledge": "What people learn stays in the team",
    "train:time": "Learning takes time before it pays off",
}

LANGUAGE = Language(
    code="en",
    generic_words="use, make, get, new, year, month, week, day, quarter, go, take, put, keep, stay, start, all, more, less, one, "
    "two, three, four, five, six, next, now, option, way, team, company, system, project, work, things, first, own, "
    "existing, current, instead, through, per, each, some, until, after, before, over, own, continue, choose, switch, move, "
    "change, let, give, also, any, only, other, still, yes, no, within, between, either, versus, vs, off, out, up, down",
    suffixes=("ings", "ing", "ions", "ion", "ies", "ed", "es", "s", "e", "y"),
    grammar=GRAMMAR,
    cues=CUES,
    archetypes=ARCHETYPES,
    outcomes=OUTCOMES,
    traits=TRAITS,
    phrases=PHRASES,
    hunches=HUNCHES,
    outcome_labels={
        "launch_timing:time": "Time to launch",
        "build_or_buy:time": "Time until it is in use",
        "technical_debt:time": "Time to ship features",
        "expansion:effort": "Effort to run it",
        "technical_debt:effort": "Effort to get there",
        "migration:effort": "Migration effort",
        "vendor:time": "Time until it is in use",
        "migration:time": "Time to migrate",
        "general:time": "Time it takes",
        "workplace:time": "Time it takes",
        "pricing:time": "Time it takes",
        "expansion:time": "Time until we are present",
        "expansion:cost": "Upfront cost",
    },
)
