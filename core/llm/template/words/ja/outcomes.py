"""Outcomes, in Japanese."""

from __future__ import annotations

from core.llm.template.words.language import Outcome

OUTCOMES = {
    "time": Outcome(
        label="完了までの期間",
        nouns="期間, 納期, 工期, ~日数, ~週間, ~か月, ~ヶ月, 時間, 立ち上げ, 所要",
        up="遅い, 遅れ, 遅延, 長引, 時間がかか",
        down="早い, 速い, 早く, 速く, すぐ, 迅速, 短縮, スピード",
    ),
    "cost": Outcome(
        label="費用",
        nouns="費用, コスト, 金額, 予算, 支出, 経費, ~料金, ~給与, 人件費, ~価格, 総額, 単価, ~円",
        up="高い, 高額, 割高, 高価, 高くつ",
        down="安い, 安価, 割安, 節約, 安く, 低コスト",
    ),
    "running_cost": Outcome(
        label="運用費",
        nouns="運用費, 維持費, 月額費用, ランニングコスト, ~月額",
        up="~高い",
        down="~安い",
    ),
    "quality": Outcome(
        label="成果の質",
        nouns="品質, 質, 精度, 完成度",
        up="~高品質, ~丁寧",
        down="不具合, 欠陥, 雑, バグ, ミス",
    ),
    "knowledge": Outcome(
        label="社内に残る知識",
        nouns="知識, ノウハウ, 知見, ~引き継ぎ",
        up="社内に残る",
        down="失われ, 流出",
    ),
    "flexibility": Outcome(
        label="柔軟性",
        nouns="柔軟性, 自由度",
        up="柔軟",
        down="硬直, ~縛り",
    ),
    "control": Outcome(
        label="主導権",
        nouns="主導権, 自律, 統制",
        up="自由に",
        down="依存",
    ),
    "fit": Outcome(
        label="必要との適合",
        nouns="適合, ~機能, ~要件, ~連携, ~評価",
        up="~合う, ~満たす",
        down="~不足, ~足りない",
    ),
    "maintenance": Outcome(
        label="保守の手間",
        nouns="保守, 運用の手間, メンテナンス",
        up="複雑, 老朽",
        down="簡単に保守, 保守しやすい",
    ),
    "effort": Outcome(
        label="切り替えの手間",
        nouns="手間, 労力, 工数, ~移行作業, ~導入作業",
        up="面倒, 大変, 煩雑",
        down="簡単, 容易, 手軽",
    ),
    "revenue": Outcome(
        label="売上",
        nouns="売上, 収入, 収益, ~注文, 売り上げ",
        up="売れる",
        down="売れない",
    ),
    "profit": Outcome(
        label="利益",
        nouns="利益, 利益率, 粗利, 採算",
        up="黒字",
        down="赤字, 損失",
    ),
    "churn": Outcome(
        label="解約",
        nouns="解約, 解約率, 離脱, 顧客離れ",
        up="~離れる",
        down="~更新率, 継続率",
    ),
    "new_customers": Outcome(
        label="新規顧客",
        nouns="新規顧客, 新規獲得, 申し込み, ~登録",
        up="集客",
        down="敬遠",
    ),
    "satisfaction": Outcome(
        label="顧客満足",
        nouns="顧客満足, 満足度, 評判, 口コミ",
        up="満足, 好評",
        down="不満, 苦情, クレーム",
    ),
    "reliability": Outcome(
        label="信頼性",
        nouns="信頼性, 可用性, 安定性, 稼働率",
        up="安定",
        down="障害, 停止, 不安定",
    ),
    "disruption": Outcome(
        label="混乱のリスク",
        nouns="リスク, 危険, 混乱, ~中断, 不確実",
        up="危ない",
        down="安全, 実績がある",
    ),
    "security": Outcome(
        label="セキュリティ",
        nouns="セキュリティ, 情報保護, 機密",
        up="暗号化",
        down="漏えい, 脆弱",
    ),
    "compliance": Outcome(
        label="法令順守",
        nouns="法令, 規制, コンプライアンス, 監査",
        up="準拠",
        down="違反",
    ),
    "lock_in": Outcome(
        label="取引先への依存",
        nouns="ロックイン, 依存度, 囲い込み",
        up="独自仕様",
        down="標準規格",
    ),
    "morale": Outcome(
        label="チームの士気",
        nouns="士気, やる気, 働きやすさ, 満足感, モチベーション",
        up="意欲",
        down="疲弊, 残業, 過労, ストレス",
    ),
    "collaboration": Outcome(
        label="協力",
        nouns="協力, 連携のしやすさ, 意思疎通, コミュニケーション",
        up="対面",
        down="孤立, 行き違い",
    ),
    "productivity": Outcome(
        label="生産性",
        nouns="生産性, 効率, 集中",
        up="効率的",
        down="非効率, 中断が多い",
    ),
    "attrition": Outcome(
        label="離職",
        nouns="離職, 離職率, 退職",
        up="辞め",
        down="定着",
    ),
    "learning": Outcome(
        label="得られる学び",
        nouns="学び, 知見を得, フィードバック",
        up="学べる",
        down="手探り",
    ),
    "scalability": Outcome(
        label="拡張性",
        nouns="拡張性, スケール",
        up="拡張でき",
        down="頭打ち",
    ),
    "performance": Outcome(
        label="性能",
        nouns="性能, 処理能力",
        up="高速",
        down="応答時間, 待ち時間, 重い",
    ),
    "adoption": Outcome(
        label="定着",
        nouns="定着のしやすさ, 使いやすさ, 操作性, 利用率",
        up="使いやすい, 直感的",
        down="使いにくい, 抵抗",
    ),
    "support_load": Outcome(
        label="問い合わせの負担",
        nouns="問い合わせ, サポート負担",
        up="質問",
        down="自己解決",
    ),
    "market": Outcome(
        label="市場での地位",
        nouns="シェア, 知名度, ブランド, 認知度",
        up="先行",
        down="後れ",
    ),
    "carbon": Outcome(
        label="排出量",
        nouns="排出量, 二酸化炭素, co2, 環境負荷",
        up="汚染",
        down="省エネ, 環境に優しい",
    ),
    "benefit": Outcome(
        label="目的への貢献",
        nouns="効果, 価値, 成果, 利点",
        up="有効, 役立",
        down="無駄",
    ),
}
