"""How Japanese says aims and facts; its alternatives are found by core.llm.template.japanese."""

from __future__ import annotations

from core.llm.template.words.language import Grammar

GRAMMAR = Grammar(
    unspaced=True,
    we="(?:私たち|我々|弊社|当社)",
    or_="それとも|または|あるいは|もしくは",
    and_=r"(?<=[一-鿿ァ-ヿー])と(?=[一-鿿ァ-ヿーA-Za-z])|および",
    versus="vs|対",
    either="",
    between="",
    instead="ではなく",
    or_not="",
    openers="すべき|するべき|どちらが|どれが|決め(?:る|たい|なければ)|選(?:ぶ|び)",
    chained="",
    statements="検討(?:中|して)|考えて(?:いる|います)",
    offers=r"""
(?:もう一つの|別の|他の)(?:選択肢|案)(?:は|として)[、,]?
あるいは[、,]?
""",
    questions=r"""
どの
どちらの
どうやって
どのように
どこ
いつ
誰
何
""",
    empty_questions=r"""
どう(?:思|すれ|でしょう)
どちらが
どれが
何か
いつも
""",
    asides="",
    pronouns="それ",
    alone="両方",
    tails="",
    option_marker=r"""
(?:選択肢|案|オプション|プラン)\s*(?:\d{1,2}|[A-Fa-f])\s*(?:[:.)=-]|–|—)\s*
""",
    option_headers="選択肢, 候補, 案, オプション",
    criteria_headers="重視, 基準, 優先, 要件, 判断軸",
    other_headers=(
        "背景, 前提, 制約, 事実, メモ, 質問, 日程, メリット, デメリット, リスク, データ, 詳細, 課題, 現状, "
        "予算, 添付"
    ),
    aims=r"""
(?:目的|目標|狙い|ゴール)(?:は|:)
""",
    purposes="",
    wishes="",
    no_aims="決め, 選, どちら, 何, 教え",
    criteria=r"""
(?:重視|優先)(?:するのは|したいのは|する点は|点は|:)
(?:重要|大切|大事)なのは
(?:判断基準|基準|要件)(?:は|:)
""",
    budget="予算, まで使える",
    limits="上限, 以内",
    unspent=r"""
賠償
罰金
売上
節約
負債
時価総額
""",
    raising=r"""
評価額
評価上限
企業価値
バリュエーション
転換社債
希薄化
""",
    date=r"(?:(?:\d{4}年|(?:来|今|再来|翌)年(?:度の?|の)?)?\d{1,2}月(?:\d{1,2}日|末)?|来年末|今年末|年末|年度末|来月|来週|来年|今月末|今年中|今期|来期|夏|秋|冬|春|Q[1-4])",
    span=r"(?:\d{1,3}(?:日|週間|か月|ヶ月|カ月|年))",
    deadline=r"""
{date}まで(?:に)?
{span}以内(?:に)?
""",
    leading="",
    trailing=r"""
ことです
こと
です
ます
""",
    determiners="",
    prepositions="",
    tail_words="",
    topic_words="",
    times="",
    numbers="",
)
