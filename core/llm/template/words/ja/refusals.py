"""Why something is not done, in Japanese."""

from __future__ import annotations

from core.llm.template.words.refusals import Refusals

REFUSALS = Refusals(
    not_understood="モデルなしでできる変更として理解できませんでした。",
    no_direction="{name}は成果ではありません。望ましい方向を持つのは成果だけです。",
    one_end="新しいつながりには両端が必要です。",
    no_link="{src}から{dst}へのつながりはありません。",
    link_unknown="{said}に当たるつながりはグラフに見つかりませんでした。",
    links_several="{said}に当たるつながりが{count}つあります。両端を示してください。",
    no_effect="{src}から{dst}へのつながりは効果を表しません。",
    no_option="選択肢{letter}はありません。",
    unknown="{said}という名前のものはグラフにありません。",
    several="{said}は{names}のどれとも取れます。",
    one_only="グラフにすでに一つあります。名前を変えることはできます。",
    risks_off="ここではリスクと要因がオフになっているため、{said}は加えませんでした。",
    nameless="加えるものに名前がありません。",
    there_already="{name}はすでにあります。",
    unread="{names}には、選択肢が出典のない成果をどう動かすかを述べた箇所が見つかりませんでした。",
    refused="グラフの規則により行えません（{why}）。",
    last="、",
)
