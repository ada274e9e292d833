"""Kinds of decisions and of options, in Japanese."""

from __future__ import annotations

from core.llm.template.words.language import Archetype

ARCHETYPES = {
    "hiring": Archetype(
        title="人員",
        question="必要な人手をどう確保するか?",
        about="{topic}の人手をどう確保するか?",
        goal="適した人員で期限までに仕事を終える",
        options=("正社員を採用する", "外部に委託する", "今の体制を続ける"),
        words=(
            "採用, 雇用, 正社員, 業務委託, フリーランス, 派遣, エンジニア, 開発者, デザイナー, 人員, 増員, "
            "外注, 委託, 代理店, コンサルタント, アルバイト, 求人, 人材, 社員, 営業担当"
        ),
    ),
    "build_or_buy": Archetype(
        title="自社開発か購入か",
        question="必要な仕組みをどう手に入れるか?",
        about="{topic}をどう手に入れるか?",
        goal="無理のない費用で使える仕組みを持つ",
        options=("自社で開発する", "既存の製品を購入する", "今のまま続ける"),
        words=(
            "自社開発, 内製, 開発する, 購入, 買う, 市販, saas, パッケージ, ライセンス, オープンソース, "
            "作る, 自作, ~導入"
        ),
    ),
    "vendor": Archetype(
        title="取引先の選択",
        question="どれを選ぶか?",
        about="{topic}に何を選ぶか?",
        goal="自社に最も合う取引先や道具を選ぶ",
        options=("新しい取引先に切り替える", "今の取引先を続ける"),
        words=(
            "ベンダー, 取引先, 業者, ~ツール, ~プラットフォーム, crm, aws, gcp, azure, salesforce, hubspot, "
            "kintone, ~契約, 入札, 見積, ソフト, ~クラウド, ~サービス, データベース, postgres, mysql, "
            "mongodb, snowflake, bigquery, react, vue, angular, フレームワーク, sap, erp, 保険, 銀行, "
            "プリンター, データ基盤"
        ),
    ),
    "pricing": Archetype(
        title="価格",
        question="価格をどう決めるか?",
        about="{topic}の価格をどう決めるか?",
        goal="顧客を失わずに売上を伸ばす",
        options=("値上げする", "値下げする", "価格を据え置く"),
        words="価格, 値上げ, 値下げ, 料金, 割引, 定額, 無料, 有料, 月額, 年額, 会費, プラン",
    ),
    "migration": Archetype(
        title="移行",
        question="移行をどう進めるか?",
        about="{topic}をどう進めるか?",
        goal="この先も役立つ基盤で運用する",
        options=("一度に移行する", "段階的に移行する", "今のシステムを続ける"),
        words=(
            "移行, 乗り換え, ~切り替え, ~クラウド, サーバー, kubernetes, マイクロサービス, オンプレ, "
            "~システム, 刷新, heroku"
        ),
    ),
    "expansion": Archetype(
        title="拡大",
        question="どう拡大するか?",
        about="{topic}でどう拡大するか?",
        goal="手間に見合うところで成長する",
        options=("新しい市場に入る", "まず一か所で試す", "今の市場にとどまる"),
        words=(
            "進出, 出店, 新規市場, 海外, 拠点, 支店, 支社, ~市場, オフィスを開, 店舗, 開設, 買収, 合併, "
            "提携, 代理店契約, フランチャイズ, 大阪, 東京, 名古屋, 福岡, アメリカ, 韓国, 台湾, 欧州"
        ),
    ),
    "launch_timing": Archetype(
        title="公開の時期",
        question="いつ公開するか?",
        about="{topic}をいつ公開するか?",
        goal="製品も市場も整ったときに公開する",
        options=("今すぐ公開する", "段階的に公開する", "準備が整うまで待つ"),
        words="リリース, 公開, ローンチ, 発売, 発表, 延期, 先送り, ベータ, ~今すぐ, ~待つ, 締め切り",
    ),
    "technical_debt": Archetype(
        title="技術的負債",
        question="技術的負債にどう取り組むか?",
        about="{topic}にどう取り組むか?",
        goal="安全に速くシステムを変えられるようにする",
        options=("作り直す", "少しずつ改善する", "そのままにする"),
        words="技術的負債, 作り直, 書き直, リファクタリング, ~改修, レガシー, モノリス, 老朽, 再構築, コード",
    ),
    "workplace": Archetype(
        title="働き方",
        question="どう働くか?",
        about="{topic}をどう扱うか?",
        goal="チームにも成果にも合う働き方をする",
        options=("働き方を変える", "一つのチームで試す", "今のまま続ける"),
        words=(
            "~オフィス, ~移転, 在宅, リモート, テレワーク, 出社, ハイブリッド, 週休3日, 週4日, 勤務, 会議, "
            "休暇, フレックス, 働き方, 週休三日"
        ),
    ),
    "general": Archetype(
        title="決定",
        question="どの道を選ぶか?",
        about="{topic}をどう進めるか?",
        goal="最も役立つ選択をする",
        options=("実行する", "まず小さく試す", "今のまま続ける"),
        words="",
    ),
}

TRAITS = {
    "contract": "業務委託, フリーランス, 派遣, 外注, 委託, 代理店, コンサルタント, 外部",
    "hire": "採用, 雇用, 正社員, 増員",
    "stay": (
        "続ける, 現状維持, 据え置, 維持, 何もしない, 残る, とどまる, 変えない, 今のまま, 現行, 継続, そのまま"
    ),
    "pilot": "試験, 試す, 段階的, 小さく, ベータ, 試行, パイロット, 少しずつ",
    "retire": "廃止, 閉鎖, 終了, やめる, 撤退",
    "wait": "待つ, 延期, 先送り, 見送",
    "rewrite": "作り直, 書き直, 再構築, 刷新",
    "refactor": "リファクタリング, 改修, 改善",
    "build": "自社開発, 内製, 開発する, 作る, 自作, 自社で開発",
    "buy": "購入, 買う, パッケージ, saas, 市販",
    "raise_price": "値上げ, 価格を上げ, 料金を上げ",
    "cut_price": "値下げ, 割引, 無料, 価格を下げ",
    "acquire": "買収, 合併",
    "partner": "提携, パートナー, 代理店契約, フランチャイズ",
    "migrate": "移行, 乗り換え, 切り替え",
    "expand": "進出, 出店, 開設, 新規市場",
    "automate": "自動化, ボット, チャットボット",
    "train": "育成, 研修, 教育",
    "flexible_work": "在宅, リモート, テレワーク, 週休3日, 週休三日, 週4日, ハイブリッド, フレックス",
    "office": "出社",
    "launch": "リリース, 公開, ローンチ, 発売, 実行",
}
