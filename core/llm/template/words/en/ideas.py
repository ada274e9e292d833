"""Ways forward that are usual in any decision, in English."""

from __future__ import annotations

from core.llm.template.words.ideas import Ideas

IDEAS = Ideas(
    labels={
        "pilot": "Try it on a small scale first",
        "wait": "Wait until more is known",
        "less": "Do only the part that matters most",
        "partner": "Do it together with a partner",
    },
    points={
        "less:cost": "Less has to be paid for",
        "less:effort": "Less has to be done and looked after",
        "less:benefit": "What is left out brings nothing",
        "less:fit": "Some needs stay uncovered",
        "partner:cost": "A partner carries part of the investment",
        "partner:revenue": "A partner brings customers of its own",
        "partner:effort": "A partner has to be found and kept",
        "partner:control": "A partner has a say of its own",
    },
    known="It is a usual way in a decision like this, so others can be asked how it went",
    unread="No source of this draft speaks of it yet",
    check="Check whether this holds here: {claim}",
    past="Ask somebody who went this way what they would do differently",
)
