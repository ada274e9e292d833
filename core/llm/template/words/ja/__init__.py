"""Japanese, as the template provider knows it."""

from __future__ import annotations

from core.llm.template.words.ja.grammar import GRAMMAR
from core.llm.template.words.ja.kinds import ARCHETYPES, TRAITS
from core.llm.template.words.ja.outcomes import OUTCOMES
from core.llm.template.words.ja.phrases import HUNCHES, PHRASES
from core.llm.template.words.language import Cues, Language

CUES = Cues(
    up="増え, 増加, 上が, 高ま, 高く, 伸び, 倍, 多く, 大き, 増やす, 向上",
    down="減り, 減少, 下が, 低く, 減ら, 削減, 半減, 少な, 小さ, 防ぐ, 抑え, 低下",
    good="改善, 良い, よい, 良く, 優れ, 助か, 良好",
    bad="悪い, 悪化, 悪く, 問題, 困難, 失敗, 弱い, 損な",
    negation="ない, なかった, ません, ず, 不要",
    hedge="かもしれ, 可能性, おそらく, 約, 見込, 予想, と思, 程度",
    strong="大幅, かなり, 非常に, 2倍, 二倍, 大きく, はるかに, 著しく",
    weak="少し, やや, わずか, 多少",
    contrast="が, しかし, 一方, けれど, ただし, ので, ため",
    than="より",
    rate="あたり, 毎月, 毎年, 毎週, 月額, 年額, 時給, 日額",
    levels=("低, 低い, いいえ, なし, 不可", "中, 普通, 一部", "高, 高い, はい, あり, 可, 良"),
    burdens=(
        "遅延, リスク, 手間, 費用, コスト, 価格, 複雑, ミス, 障害, 待ち時間, 依存, 負担, 家賃, 騒音, 排出, "
        "苦情, 残業, 工数"
    ),
    opposites="スピード, 応答時間, 待ち時間, ストレス, 継続率",
    durations=("日", "週間, 週", "か月, ヶ月, カ月", "年"),
    numerals="一, 二, 三, 四, 五, 六, 七, 八, 九, 十",
)

LANGUAGE = Language(
    code="ja",
    generic_words="する, 使う, 今, 新, 年, 月, 週, 日, 中, 前, 後",
    suffixes=(),
    grammar=GRAMMAR,
    cues=CUES,
    archetypes=ARCHETYPES,
    outcomes=OUTCOMES,
    traits=TRAITS,
    phrases=PHRASES,
    hunches=HUNCHES,
    outcome_labels={
        "launch_timing:time": "公開までの期間",
        "build_or_buy:time": "使い始めるまでの期間",
        "vendor:time": "使い始めるまでの期間",
        "expansion:effort": "運営の手間",
        "expansion:cost": "初期費用",
    },
)
