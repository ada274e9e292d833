"""How Japanese asks for a change of a graph."""

from __future__ import annotations

from core.llm.template.words.requests import Requests

REQUESTS = Requests(
    add=r"(?P<x>.+?)を(?:追加|加え|足し|入れ).*",
    drop=r"(?P<x>.+?)を(?:削除|外し|外す|除外|除い|消し|消す|取り除|なくし).*",
    rename=r"(?P<x>.+?)(?:の名前|の名称)?を(?P<y>.+?)に(?:変更|改名|リネーム|変え).*",
    raises=r"(?P<x>.+?)[はが](?P<y>.+?)を(?:上げ|増や|高め|向上).*",
    lowers=r"(?P<x>.+?)[はが](?P<y>.+?)を(?:下げ|減ら|抑え|短縮).*",
    unlinks=r"(?P<x>.+?)[はが](?P<y>.+?)に(?:影響しない|影響しません|関係ない|関係ありません)",
    higher=r"(?P<x>.+?)[はが](?:高い|多い|大きい)(?:方|ほう)が(?:良い|よい|いい).*",
    lower=r"(?P<x>.+?)[はが](?:低い|少ない|小さい)(?:方|ほう)が(?:良い|よい|いい).*",
    evidence=r".*(?:使っ|使用|参照|調査|アンケート|ファイル|資料|データ).*",
    kinds={
        "option": r"選択肢|オプション|案",
        "outcome": r"結果|指標|評価軸|成果",
        "risk": r"リスク",
        "factor": r"要因",
        "decision": r"決定|問い",
        "goal": r"目標|目的",
    },
    title=r"題名|タイトル",
    link=r"(?:リンク|つながり|矢印)",
    parting=r"(?<=して)、|(?<=し)、|てから",
    begins=r"",
    listing=r"と|、|および",
    belief=r"確信度?|確かさ|確実|確率",
    weight=r"強さ|影響|重み",
    levels={"とても確か": 0.9, "かなり確か": 0.8, "強く": 0.7, "弱く": 0.2},
    fillers="",
)
