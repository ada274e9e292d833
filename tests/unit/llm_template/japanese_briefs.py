"""Briefs in Japanese."""

from __future__ import annotations

from tests.unit.llm_template.case import Case

JAPANESE = (
    Case(
        brief=(
            "エンジニアを3人採用するか、業務委託を6か月使うか、どちらがよいでしょうか。予算は3000万円です。"
        ),
        options=("エンジニアを3人採用する", "業務委託を6か月使う"),
        kind="hiring",
        language="ja",
    ),
    Case(
        brief="AWSとGCPとAzureのどれを選ぶべきですか？",
        options=("AWS", "GCP", "Azure"),
        kind="vendor",
        language="ja",
    ),
    Case(
        brief="CRMを自社開発するべきか、それとも購入するべきか？",
        options=("CRMを自社開発する", "購入する"),
        kind="build_or_buy",
        language="ja",
    ),
    Case(
        brief="値上げは5%か、10%か？",
        options=("値上げは5%", "値上げは10%"),
        kind="pricing",
        language="ja",
    ),
    Case(
        brief="Kubernetesに移行すべきですか？",
        options=("Kubernetesに移行する", "今のシステムを続ける"),
        kind="migration",
        language="ja",
    ),
    Case(
        brief=(
            "大阪に支店を出すか、オンライン販売に集中するかで迷っています。目標は来年末までに売上を2"
            "倍にすることです。"
        ),
        options=("大阪に支店を出す", "オンライン販売に集中する"),
        kind="expansion",
        language="ja",
        goal="来年末までに売上を2倍にする",
    ),
    Case(
        brief="Salesforce、HubSpot、kintoneのどれがよいか。重視するのは価格、使いやすさ、連携です。",
        options=("Salesforce", "HubSpot", "Kintone"),
        kind="vendor",
        language="ja",
    ),
    Case(
        brief="週休3日制の導入を検討しています。",
        options=("週休3日制の導入", "今のまま続ける"),
        kind="workplace",
        language="ja",
    ),
    Case(
        brief="基幹システムを作り直すべきか、少しずつ改修するべきか。",
        options=("基幹システムを作り直す", "少しずつ改修する"),
        kind="technical_debt",
        language="ja",
    ),
    Case(
        brief="選択肢:\n- 営業を2人採用する\n- 代理店に委託する\n- 何もしない",
        options=("営業を2人採用する", "代理店に委託する", "何もしない"),
        kind="hiring",
        language="ja",
    ),
    Case(
        brief="今すぐリリースするか9月まで待つか",
        options=("今すぐリリースする", "9月まで待つ"),
        kind="launch_timing",
        language="ja",
    ),
)
