"""Who is let in: this machine's browser on this page, and nobody else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.playground.page.kit import served


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "evil.example:3456"},
        {"Host": "[::bad"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
async def test_a_request_from_elsewhere_is_refused(headers: dict[str, str], tmp_path: Path) -> None:
    async with served(tmp_path) as page, page.http.get("/page/api/people", headers=headers) as answer:
        assert answer.status in {400, 403}
        assert "Northwind" not in await answer.text()


async def test_the_page_itself_and_other_programs_are_let_in(tmp_path: Path) -> None:
    async with served(tmp_path) as page:
        own = {"Origin": page.slack.url, "Sec-Fetch-Site": "same-origin"}
        async with page.http.get("/page/api/people", headers=own) as answer:
            assert answer.status == 200
        assert (await page.get("sidebar"))[0] == 200


async def test_a_form_that_another_site_could_send_is_not_taken(tmp_path: Path) -> None:
    async with served(tmp_path) as page:
        asked = {"as": page.ann.id}
        async with page.http.post("/page/api/say", params=asked, data={"text": "x"}) as answer:
            assert answer.status == 415
        async with page.http.post("/page/api/upload", params=asked, json={}) as answer:
            assert answer.status == 415


@pytest.mark.parametrize("path", ["../app.py", "%2e%2e/app.py", "none.js", "vendor", "../static/../app.py"])
async def test_only_files_of_the_page_are_served(path: str, tmp_path: Path) -> None:
    async with served(tmp_path) as page, page.http.get(f"/page/static/{path}") as answer:
        assert answer.status == 404


async def test_the_page_may_load_its_own_files_and_its_inline_scripts_alone(tmp_path: Path) -> None:
    async with served(tmp_path) as page, page.http.get("/") as answer:
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert answer.headers["Cache-Control"] == "no-cache"
        async with page.http.get("/", headers={"If-None-Match": answer.headers["ETag"]}) as again:
            assert again.status == 304
