"""How English offers alternatives and builds phrases."""

from __future__ import annotations

from core.llm.template.words.language import Grammar

GRAMMAR = Grammar(
    we=r"(?:we|i|you|they|us|our (?:team|company|org|startup|group|business))",
    or_=r"""
or(?: else| rather| maybe| perhaps| instead| just| should (?:we|i)| do (?:we|i)| (?:we|i) (?:could|should
|can)| (?:is|would) it (?:be )?(?:better|best|smarter|cheaper) to)?
""",
    and_="and|&|plus|as well as",
    versus=r"vs\.?|versus|v\.|as opposed to",
    either="either",
    between="between|among|amongst|out of",
    instead="instead of|rather than|in place of",
    or_not="or not|or no|or nah|yes or no|y/n",
    openers=r"""
(?:do|would) you (?:want|like|prefer|recommend)(?: (?:us|that we|me))?(?: to)?
(?:should|shall|must|would|could) {we}
should (?:the |our |my |a )?[\w'&-]+(?: [\w'&-]+)??(?: [\w'&-]+)??(?: [\w'&-]+)??(?= (?:{verb})\b)
(?:do|can|ought) {we}(?: want to| need to| have to| to)?
are {we} (?:going (?:to|with|for)|doing|using|getting|taking)
(?:whether|if) (?:or not )?{we} (?:should|could|can|ought to|want to|need to|are going to)
whether (?:or not )?to
(?:would|is|will) it (?:be )?(?:better|best|smarter|wiser|cheaper|faster|worth it|worth
|make(?:s)? (?:more )?sense|preferable)(?: for us)?(?: to)?
does it make (?:more )?sense(?: for us)?(?: to)?
is it time(?: for us)? to
(?:are|is|would) {we} (?:be )?better off(?: by)?
(?:what if|why don't|how about if) {we}
(?:we|i) (?:need|have|want|must|are trying|am trying|'re trying)(?: to)? (?:to )?(?:decide|choose|pick
|figure out|work out|agree|settle)(?: on)?
(?:help (?:us|me|the team)|please|let's|time to|trying to|have to|need to) (?:to )?(?:decide|choose|pick
|figure out|compare|weigh)(?: on)?
(?:need|want|make) a (?:decision|call) (?:on|about)
(?:deciding|choosing|picking|debating|torn|undecided|wavering|weighing(?: up)?|comparing)(?: on)?
(?:decide|choose|pick|select|compare)
(?:the |our |big |main |open )?(?:question|decision|choice|dilemma|debate) (?:here )?(?:is|now is)
""",
    choosers=r"""
(?:decid(?:e|ing)|choos(?:e|ing)|pick(?:ing)?|select(?:ing)?|compar(?:e|ing)|settle)(?: on)?
(?:decision|call) (?:on|about)
""",
    chained=r"""
whether(?: or not)?(?: to)?
if
either
to
that
(?:we|i) should
we
now
then
just
rather
really
actually
simply
go ahead and
try to
for us to
better(?: off)?
if we should
consider
whether we should
whether to
be
:
""",
    statements=r"""
(?:let's|let us|we (?:should|ought to))
(?:we|i) (?:are|am|'re|'m|have been|were) (?:currently |now |also |seriously )?(?:thinking (?:of|about)
|considering|contemplating|planning(?: on| to)?|looking (?:at|into)|exploring|debating|evaluating)
(?:we|i)'(?:re|m) (?:thinking (?:of|about)|considering|planning(?: on| to)?|looking (?:at|into)|evaluating)
(?:thinking (?:of|about)|considering|contemplating|looking at|evaluating|planning to)
(?:proposal|idea|suggestion|plan)(?: is)?(?::| to)(?: to)?
(?:we|i) (?:could|can|might|may)(?! not\b)(?: either)?
(?:the |our )?(?:(?:two|three|four|main|real|possible) )?(?:options|choices|alternatives|candidates
|finalists|contenders)(?: on the table| here| left)?(?: are|:)
it'?s(?: down to| between)?
(?:we|i)(?: want| need|'d like| would like) to
""",
    offered=r"""
(?:are|were)(?: both| all| still)?(?: now)? (?:on the (?:table|shortlist)|in the running|shortlisted
|the (?:candidates|finalists|options|contenders))
""",
    offers=r"""
alternatively,?(?: we could| we can| to)?
another (?:option|idea|possibility|alternative)(?: is| would be|:)(?: to)?
(?:the |a )?(?:third|fourth|last|other) (?:option|idea|possibility|alternative)(?: is| would be|:)(?: to)?
(?:(?:we|i) )?(?:could|can|might) also
(?:the |our )?(?:other )?alternatives?(?: would be| could be| might be| is| are|:)(?: to)?
or else
or(?:,? of course,?)?(?: we could| we can| maybe| perhaps)?(?: just| simply)?
""",
    questions=r"""
how
which
what
where
when
who
in which
on which
for which
""",
    empty_questions=r"""
which (?:one |way |option |of these |would be |is |should (?:we|i) |do you |makes )
what (?:do|would|should) (?:you|we|i)(?: all| folks| guys)? (?:do|think|say|pick|choose|recommend
|prefer)(?! about)
what(?:'s| is| are| about)
how about
how (?:do|would) you
who (?:thinks|has|knows|is)
what if
when (?:we|i|it|the)\b
where (?:we|i|it|the)\b
which\W*$
what\W*$
""",
    asides="which, who, that, because, as, but, though, so, if, when, where, although, since, and",
    pronouns="one, it, them",
    stand_ins="one, ones",
    pro_verbs="do",
    alone="both, neither, nothing",
    tails=r"""
,? (?:given|considering) (?:that|our|the|how|a|we)
,? because
,? since
,? so that
\sso (?:the|our|we|it|they)\b
, so
, (?:we|i)
,? in order to
,? if so
, and (?:if|how|why|when|what)
, but
\sbut\s
, as we
, while
,? before (?:we|it|the)
,? when (?:we|our|the)
,? although
,? even though
\s[-–—]+\s
, (?:which|who)
,? now that
, (?:assuming|knowing|keeping in mind|bearing in mind)
,? to (?:be able to|make sure|ensure|avoid|get|hit|meet|reach|ship|save|cut|reduce|increase|improve|grow
|speed|deliver|free)(?= )
,? as (?:our|my|the) (?:main|first|new|next|primary|default)
, thoughts
,? where (?:i|we|it|they|he|she|the|our|my)\b
,? (?:what|which) (?:do|is|would|should)
\s\(
,? with (?:a|our|the) budget
,? for context
,? what are
,? what's
, (?:it's|it is|that's|they're)\b
""",
    protected=r"""
more or less
sooner or later
and/or
one or the other
two or more
one or more
or so
with or without
rain or shine
right or wrong
day or night
or similar
or whatever
or something
""",
    option_marker=r"""
[A-F][:)]\s+
(?:option|alternative|choice|plan|variant|scenario|route|path|approach|candidate)\s*(?:#?\d{1,2}
|[A-Fa-f])\s*(?:[:.)=-]|–|—)\s*
""",
    option_headers=(
        "option, options, alternative, alternatives, choice, choices, candidate, candidates, shortlist, "
        "possibilities, contenders, finalists, we could, either, ideas, on the table, approaches, routes, "
        "pick one, vendors, proposals, looked at, considered, evaluated"
    ),
    criteria_headers=(
        "criteria, criterion, care about, matters, important, priorities, priority, must-haves, "
        "requirements, goals, objectives, optimise for, optimize for, look for, looking for, judged on, "
        "weigh"
    ),
    other_headers=(
        "context, background, constraints, constraint, facts, notes, questions, timeline, pros, cons, risks, "
        "assumptions, data, numbers, details, advantages, disadvantages, problem, problems, today, "
        "attendees, agenda, next steps, deadline, budget, links, attached, stakeholders"
    ),
    aims=r"""
(?:our|the|my|main|overall) (?:\w+ )?(?:goal|aim|objective|target|ambition|mission)s?(?: here| for (?:this
|next) \w+)? (?:is|are|:)(?: to)?
(?:goal|aim|objective|target):(?: to)?
what we (?:want|need) is(?: to)?
so that (?:we|our|the)(?: can| could| will)?
so we (?:can|could)
in order to
the point is to
""",
    wishes=r"""
(?:we|i)(?: really)? (?:want|need|have to|hope|aim|plan|would like|must|'d like)(?: to)?
(?:we|i)(?:'re| are|'m| am) (?:trying|aiming|hoping|looking) to
""",
    purposes=r"""
to (?=(?:be able to|make sure|ensure|avoid|hit|meet|reach|ship|save|cut|reduce|increase|improve|grow|speed
|deliver|free up|win|keep up|scale|lower|protect|finish|launch|support|handle)\b)
""",
    no_aims=(
        "not, decide, choose, know, pick, figure, understand, discuss, hear, ask, find, make a decision, "
        "make a call, get your, think, talk, vote, settle, agree, align, weigh, compare, look, see, work "
        "out, be, either, sign, say, commit, tell, a decision, a recommendation, your, help, answers, "
        "an answer, input, feedback, opinions, advice"
    ),
    criteria=r"""
(?:we|i)(?: mostly| mainly| really| also)? care(?: most| mostly| mainly| a lot)? about
what(?: really)? matters(?: most| to us| here){0,2}(?: is| are|:)
what we(?: really| all)? (?:want|need)(?: most)?:
(?:our |the |main |key |decision )?(?:criteria|criterion|priorities|priority|requirements)(?: here)?(?: is
| are|:)
(?:(?:the )?most )?important(?: thing| things| factor| factors| criteria)?:
(?:the )?most important(?: thing| things| factor| factors| criteria)?(?: is| are)
optimi[sz]e for
(?:main|biggest|key) (?:concern|concerns|worry|worries|factor|factors)(?: is| are|:)
(?:we|i)(?:'re| are|'m| am) (?:mainly |mostly |most )?(?:worried|concerned) about
""",
    funds=r"""
(?:we|i)(?:'ve| have)(?: only| just| got| about| around| roughly| up to| set aside| put aside| saved){0,2}
""",
    shortfalls="gap, shortfall, deficit, hole, cut, cuts, overrun, crisis",
    budget="budget, spend, afford, funding",
    limits="cap, capped, ceiling, at most, up to, max, maximum, no more than, not exceed",
    unspent=r"""
(?:mid|small|large|market|debt)[- ](?:cap|ceiling)
(?:accept|take|offer|raise|raising|sign|negotiate)[^.;?!]{0,30} cap
liab\w+|insur(?:ed|ance)|fines?|penalt(?:y|ies)
capitali[sz]ation|worth|revenues?|sales|turnover|sav(?:e|es|ed|ings?)|earn(?:s|ed|ings?)?
""",
    raising=r"""
valuations?|valued|convertible|priced round|term sheet|(?:pre|post)-money|dilut(?:e|ed|ion|ive)
""",
    date=r"""
(?:(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr
|jun|jul|aug|sept?|oct|nov|dec)\.?(?: \d{1,2}(?:st|nd|rd|th)?)?(?:,? 20\d\d)?|(?:\d{1,2}(?:st|nd|rd
|th)? )(?:january|february|march|april|may|june|july|august|september|october|november
|december)(?: 20\d\d)?|(?:q[1-4]|h[12])(?: 20\d\d)?|20\d\d(?:-\d\d){0,2}|christmas|black friday
|(?:next |this )?(?:mon|tues|wednes|thurs|fri)day|fri|tomorrow|eoy|eoq|eow|year[- ]end|summer|the holidays
|(?:next|this|the) (?:week|month|quarter|year|spring|summer|autumn|fall|winter))
""",
    span=r"(?:\d{1,3}|one|two|three|four|six|eight|nine|ten|twelve) (?:days|weeks?|months?|quarters?|years?)",
    deadline=r"""
(?:by|before|until) the (?:january|february|march|april|may|june|july|august|september|october|november
|december) (?!of\b|and\b|or\b|so\b|to\b|{we})[a-z-]+
by (?:the )?(?:end of |start of |beginning of |mid[- ])?{date}
before (?:the )?(?:end of |start of )?{date}
until (?:the )?(?:end of )?{date}
(?:(?<=deadline )|(?<=deadline: )|(?<=deadline is )|(?<=due )|(?<=due on )|(?<=due in )|(?<=ends on )
|(?<=ends in )|(?<=expires on )|(?<=expires in )|(?<=runs out in ))(?:the )?(?:end of )?{date}
within (?:the next )?{span}
in (?:the )?next {span}
""",
    leading=r"""
to
just
simply
maybe
perhaps
(?:we|i) (?:should|could|can|would|might|will)
we
us
also
then
try to
go ahead and
either
rather
instead
should (?:we|i)
do (?:we|i)
whether to
if we should
continue to
for us to
us to
really
actually
now
finally
be
consider
better to
or
and
possibly
start to
let's
""",
    trailing=r"""
going forward
moving forward
instead
please
pl[sz]
thanks
thank you
(?<!not )at all
etc
too
right
either
then
yet
and why
thoughts
or not
and
or
for (?:us|now)
anyway
cheers
here
first and foremost
is better
is best
be better
if possible
asap
""",
    particles="out, up, down, off, back, away, over",
    negations="not, don't, dont, never, neither",
    predeterminers="half, all, both, twice, such, what, even, either, rather, quite, not",
    adverbs="first, then, only, gradually, slowly, quickly, fully, also, simply, just",
    determiners="a, an, the, our, another, some, one, my, their, its, this, these, more",
    prepositions=(
        "to, in, on, at, by, for, with, from, into, onto, via, through, over, under, after, before, during, "
        "until, within, across, without, as, towards, toward, about, around, of, per, than, off, up, down, "
        "out"
    ),
    genitives="of",
    tail_words="for, in, on, at, within, across, during, to, starting, as, by, first",
    topic_words="for",
    modals="must, should, needs, need, has, have, wants, want, will, can, to",
    times="now, today, tomorrow, immediately, later, soon, next, this, last",
    numbers=(
        "one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, fifteen, twenty, thirty, "
        "fifty, hundred, half, a few, several, zero"
    ),
    verbs=(
        "accept, accelerate, acquire, adapt, add, adopt, advertise, allow, announce, appoint, approve, ask, "
        "assign, attend, automate, avoid, ban, bet, bid, block, book, borrow, bring, broaden, build, bundle, "
        "buy, call, cancel, centralise, centralize, change, charge, choose, close, co-develop, collaborate, "
        "combine, commission, commit, concentrate, consolidate, continue, contribute, convert, cover, "
        "create, cut, deal, decentralise, decentralize, decline, decrease, defer, delay, delegate, deliver, "
        "deploy, deprecate, develop, discontinue, discount, distribute, diversify, divest, do, double, "
        "downgrade, drop, earmark, eliminate, employ, enable, encourage, end, engage, enter, enforce, "
        "establish, exit, expand, extend, fight, finance, find, finish, fire, fix, focus, follow, force, "
        "fork, found, franchise, freeze, fund, get, give, go, grow, halt, hand, handle, have, help, hire, "
        "hold, host, ignore, implement, import, improve, include, increase, insource, install, integrate, "
        "introduce, invest, invite, join, keep, kill, launch, lease, leave, let, leverage, licence, license, "
        "limit, localise, localize, look, lower, maintain, make, manage, meet, merge, migrate, modernise, "
        "modernize, modularise, modularize, move, negotiate, offer, offshore, onboard, open, open-source, "
        "operate, opt, order, organise, organize, outsource, overhaul, own, partner, patch, pause, pay, "
        "phase, pilot, pivot, polish, port, postpone, prepare, prioritise, prioritize, produce, promote, "
        "protect, provide, publish, pull, purchase, push, put, raise, reassign, rebrand, rebuild, recruit, "
        "redesign, reduce, refactor, refuse, refurbish, reject, relaunch, release, relocate, remain, remove, "
        "renegotiate, renew, renovate, rent, reorganise, reorganize, repair, replace, replatform, rely, "
        "require, reschedule, reskill, resign, restructure, retain, retire, retrain, return, reuse, rewrite, "
        "roll, run, scale, schedule, scrap, secure, self-host, sell, send, set, settle, share, shift, ship, "
        "shorten, shut, sign, simplify, skip, slip, source, spend, spin, split, sponsor, standardise, "
        "standardize, start, stay, stick, stop, streamline, subcontract, sublet, subscribe, sunset, support, "
        "suspend, switch, take, target, teach, tender, terminate, test, train, transfer, transition, trial, "
        "trim, try, turn, unbundle, upgrade, upskill, use, wait, walk, withdraw, work, write, "
        "apply, breed, camp, cater, demolish, dismantle, downsize, enrol, enroll, evict, expense, foster, "
        "inspect, mow, plow, plough, prescribe, refinance, remodel, reopen, repave, repaint, resurface, "
        "rezone, rehire, sow, sublease, tear, tough, travel, treat, vaccinate, volunteer, widen"
    ),
    changing=(
        "rewrite, refactor, replace, redesign, rebrand, change, restructure, rebuild, modernise, modernize, "
        "overhaul, upgrade, close, sell, drop, sunset, rename, reorganise, reorganize, retire, remove, kill, "
        "split, revise, deprecate, shut, automate, outsource, simplify, discontinue"
    ),
    away=r"from ([^,]{2,40}?) (?:to|over to|onto)\b",
    intransitive=(
        "wait, stay, go, leave, remain, continue, pivot, stop, expand, grow, hire, recruit, exit, merge, "
        "hold, move, outsource, delay, work, delegate, insource, relocate, partner, diversify, sell, quit"
    ),
)
