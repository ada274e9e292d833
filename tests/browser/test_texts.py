"""Slack's mrkdwn as the page shows it."""

from __future__ import annotations

import pytest

from tests.browser.rendering import Stage
from tests.browser.watching import Watched

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

SHOWN = """() => {
  const marks = { STRONG: "b", EM: "i", S: "s", CODE: "code", PRE: "pre", BLOCKQUOTE: "quote", A: "a" };
  const marked = (node) => {
    if (node.nodeType === 3) return node.data;
    const inside = [...node.childNodes].map(marked).join("");
    const name = node.classList.contains("text-mention") ? "who" : marks[node.tagName];
    return name ? `[${name}${name === "a" ? " " + node.getAttribute("href") : ""}:${inside}]` : inside;
  };
  return marked(document.getElementById("stage"));
}"""


@pytest.fixture(scope="module")
def cases() -> list[tuple[str, str]]:
    return [
        ("*bold* _italic_ ~strike~ `code`", "[b:bold] [i:italic] [s:strike] [code:code]"),
        ("*a _b_ ~c~*", "[b:a [i:b] [s:c]]"),
        ("snake_case_name 2*3*4 a~b~c", "snake_case_name 2*3*4 a~b~c"),
        ("* not bold * and *not closed", "* not bold * and *not closed"),
        ("*one\ntwo*", "*one\ntwo*"),
        ("(*x*), “_y_”.", "([b:x]), “[i:y]”."),
        ("`*x* <@U1> &lt;`", "[code:*x* [who:@Ann Lee] <]"),
        ("```\n*x*\n  y\n```", "[pre:*x*\n  y]"),
        ("a\n```x```\nb", "a[pre:x]b"),
        ("> one\n> two\nthree", "[quote:one\ntwo]three"),
        ("&gt; quoted", "[quote:quoted]"),
        (">>> one\ntwo", "[quote:one\ntwo]"),
        ("a > b", "a > b"),
        ("&amp;lt; &lt;b&gt; &amp;amp;", "&lt; <b> &amp;"),
        ("<https://a.example/?x=1&amp;y=2|la_be_l>", "[a https://a.example/?x=1&y=2:la_be_l]"),
        ("<https://a.example>", "[a https://a.example:https://a.example]"),
        ("see https://a.example/b.", "see [a https://a.example/b:https://a.example/b]."),
        ("<mailto:a@b.example|write>", "[a mailto:a@b.example:write]"),
        ("<javascript:alert(1)|x> <data:text/html,x>", "x data:text/html,x"),
        ("<@U1> <@U9|nobody> <@U9>", "[who:@Ann Lee] [who:@nobody] [who:@U9]"),
        ("<#C1> <#C9|old>", "[who:#general] [who:#old]"),
        ("<!here> <!channel> <!subteam^S1|@ops>", "[who:@here] [who:@channel] [who:@ops]"),
        ("<!date^0^{date}^https://a.example|then>", "then"),
        (":+1: :no_such:", "👍 :no_such:"),
        ("<b>x</b> <img src=x onerror=alert(1)>", "<b>x</b> <img src=x onerror=alert(1)>"),
        ("", ""),
        ("  two  spaces\n\nand a gap", "  two  spaces\n\nand a gap"),
    ]


def test_mrkdwn_reads_as_in_slack(watched: Watched, cases: list[tuple[str, str]]) -> None:
    stage = Stage(watched)
    shown = {}
    for text, _ in cases:
        stage.text(text)
        shown[text] = stage.page.evaluate(SHOWN)
    assert shown == dict(cases)


def test_a_text_made_to_be_slow_is_not(watched: Watched) -> None:
    stage = Stage(watched)
    for piece in ("*a ", "*a*_b_~", "`", "<", "*_~", ">", "``` ", "http://.", "_ *", ":a", "&amp;*"):
        stage.text(piece * 4_000)
        assert stage.page.evaluate("document.getElementById('stage').textContent.length") > 0
