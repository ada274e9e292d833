"""How English asks for a change of a graph."""

from __future__ import annotations

from core.llm.template.words.requests import Requests

REQUESTS = Requests(
    add=r"""
(?:add|include|insert|introduce|append)(?: in)?(?: another| one more| also)? (?P<x>.+?)(?: as well| too)?
(?:we|you) (?:also )?(?:need|forgot|missed|are missing)(?: the| an?| another)? (?P<x>.+)
(?P<x>.+?) (?:is|are) missing
""",
    drop=r"""
(?:drop|remove|delete|discard|eliminate|scrap|ditch|exclude|rule out|strike(?: out)?|forget(?: about)?
|get rid of|take out|cross out|leave out) (?P<x>.+)
take (?P<x>.+?) out
(?P<x>.+?) (?:is|are) (?:off the table|no (?:longer )?(?:an )?options?(?: any ?more)?|out)
""",
    rename=r"""
(?:rename|relabel|reword|retitle) (?P<x>.+?) (?:to|into|as) (?P<y>.+)
(?:change|set) (?:the )?(?:name|label|wording) of (?P<x>.+?) (?:to|into) (?P<y>.+)
(?:change|set|make) (?P<x>(?:the )?(?:title|goal|decision|question)) (?:to|into|:) ?(?P<y>.+)
call (?P<x>.+?) (?P<y>["“'«].+)
call (?P<x>(?:option )?[A-Fa-f]|it|this) (?P<y>.+)
(?P<x>.+?) should be (?:called|named) (?P<y>.+)
""",
    raises=r"""
(?P<x>.+?) (?:\w+ly )?(?:raises?|increases?|improves?|lifts?|boosts?|grows?|adds? to)(?: \w+ly)? (?P<y>.+)
link (?P<x>.+?) (?:to|with) (?P<y>.+)
""",
    lowers=r"""
(?P<x>.+?) (?:\w+ly )?(?:lowers?|reduces?|decreases?|cuts?|shrinks?|hurts?|harms?)(?: \w+ly)? (?P<y>.+)
""",
    unlinks=r"""
(?P<x>.+?) (?:does|do|will|would)(?: not|n['’]t) (?:affect|change|influence|raise
|lower|move|matter for) (?P<y>.+)
(?P<x>.+?) has no (?:effect|influence|bearing) on (?P<y>.+)
unlink (?P<x>.+?) (?:from|and) (?P<y>.+)
""",
    higher=r"""
(?:higher|more|a higher value) (?:is|are|would be) better for (?P<x>.+)
for (?P<x>.+?),? (?:higher|more) is better
more (?P<x>.+?) is better
(?:we )?want (?:more|higher) (?P<x>.+)
maximi[sz]e (?P<x>.+)
(?P<x>.+?): (?:higher|more) is better
""",
    lower=r"""
(?:lower|less|fewer|a lower value) (?:is|are|would be) better for (?P<x>.+)
for (?P<x>.+?),? (?:lower|less|fewer) is better
(?:less|fewer) (?P<x>.+?) is better
(?:we )?want (?:less|lower|fewer) (?P<x>.+)
minimi[sz]e (?P<x>.+)
(?P<x>.+?): (?:lower|less) is better
""",
    evidence=r"""
(?:use|take|read|consider|see|look at|include|add|here is|here's) .*
.*\b(?:attached|evidence|survey|file|sheet|spreadsheet|report|data)\b.*
""",
    kinds={
        "option": r"options?|alternatives?|choices?",
        "outcome": r"outcomes?|criteri(?:on|a)|results?|measures?|effects?",
        "risk": r"risks?",
        "factor": r"factors?",
        "decision": r"decision|question",
        "goal": r"goal|aim|objective",
    },
    articles="the a an our that this of for in both",
    title=r"title|heading",
    link=r"(?:the |an? )?(?:link|arrow|edge|connection)(?: (?:from|between))?",
    parting=r",? and then|,? then|,? and also|,? and|,? also|,? plus|,? but|,",
    begins=(
        r"add|include|insert|introduce|drop|remove|delete|discard|scrap|eliminate|ditch|exclude|rule out"
        r"|strike|take|rename|relabel|reword|call"
        r"|set|make|change|link|unlink|use|maximi[sz]e|minimi[sz]e|get rid|leave out|lower is|higher is"
        r"|more is|less is"
    ),
    listing=r",? and |,? or |, | & ",
    belief=r"how sure|beliefs?|sure|certain(?:ty)?|confiden(?:ce|t)|likely|likelihood",
    weight=r"how strong|weights?|strength|strong(?:ly)?|weak(?:ly)?|slight(?:ly)?|impact",
    levels={
        "almost certain": 0.95,
        "very sure": 0.9,
        "very certain": 0.9,
        "very confident": 0.9,
        "very likely": 0.9,
        "quite sure": 0.8,
        "fairly sure": 0.7,
        "rather sure": 0.7,
        "not very sure": 0.4,
        "not so sure": 0.4,
        "less sure": 0.4,
        "not sure": 0.4,
        "unsure": 0.4,
        "unlikely": 0.25,
        "a guess": 0.5,
        "very strongly": 0.9,
        "very strong": 0.9,
        "strongly": 0.7,
        "strong": 0.7,
        "weakly": 0.2,
        "weak": 0.2,
        "slightly": 0.2,
        "slight": 0.2,
        "moderately": 0.4,
        "moderate": 0.4,
        "sure": 0.8,
    },
    fillers=(
        r"please|can you|could you|would you|let's|let us|we should|we want to|you should|i would"
        r"|i'd|i want to|i think we should|just|also|now|then|and|but|first|second|finally"
        r"|ok|okay|so|next|instead"
    ),
    polite=r"please|thanks|thank you",
)
