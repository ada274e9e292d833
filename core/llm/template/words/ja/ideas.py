"""Ways forward that are usual in any decision, in Japanese."""

from __future__ import annotations

from core.llm.template.words.ideas import Ideas

IDEAS = Ideas(
    labels={
        "pilot": "まず小さく試す",
        "wait": "もっと分かるまで待つ",
        "less": "最も重要な部分だけ行う",
        "partner": "パートナーと組んで行う",
    },
    points={
        "less:cost": "支払う額が少なくて済む",
        "less:effort": "作業も維持も少なくて済む",
        "less:benefit": "省いた部分からは効果が得られない",
        "less:fit": "満たされない要望が残る",
        "partner:cost": "パートナーが費用の一部を負担する",
        "partner:revenue": "パートナーの顧客も見込める",
        "partner:effort": "パートナー探しと調整に手間がかかる",
        "partner:control": "パートナーの意向にも左右される",
    },
    known="同様の決定でよくある案で、経験者に聞くことができる",
    unread="この案に触れた資料はまだない",
    check="ここでも当てはまるか確かめる:{claim}",
    past="経験者に、今なら何を変えるか尋ねる",
)
