from __future__ import annotations

import sys
from pathlib import Path

import pytest

from core.picture.typefaces import SHIPPED, Typefaces

MAX_FONTS = 14_000_000  # bytes, licences included
KLINGON_LETTER = "\uf8d0"  # private use: no font here has it

SCRIPTS = {
    "Latin": "Größe łódź tiếng Việt",
    "Greek": "Επωνυμία",
    "Cyrillic": "Ежегодный доход",
    "Arabic": "فتح مكتب محلي",
    "Hebrew": "שירות מקוון",
    "Devanagari": "नियामक अनुमोदन",
    "Bengali": "সিদ্ধান্ত",
    "Tamil": "முடிவு",
    "Thai": "ต้นทุนการดำเนินงาน",
    "Khmer": "ការសម្រេចចិត្ត",
    "Georgian": "გადაწყვეტილება",
    "Amharic": "ውሳኔ",
    "Japanese": "日本市場にどう参入するか",
    "simplified Chinese": "简体中文这个应该能换行",
    "traditional Chinese": "繁體中文這個應該能換行",
    "Korean": "환율 변동 위험",
    "emoji": "🎯🔥📈✅⚠",
    "symbols": "→ ≥ ± € ½",
}


@pytest.fixture(scope="module")
def shipped() -> Typefaces:
    return Typefaces(extra=False, system=False)


@pytest.mark.parametrize("script", SCRIPTS)
def test_the_shipped_fonts_draw(script: str, shipped: Typefaces) -> None:
    missing = [char for char in SCRIPTS[script] if not char.isspace() and shipped.face(char) is None]

    assert missing == []


def test_the_shipped_fonts_stay_small_and_carry_their_licences() -> None:
    sizes = {path.name: path.stat().st_size for path in SHIPPED.iterdir()}
    told = (SHIPPED / "README.md").read_text("utf-8")

    assert sum(sizes.values()) <= MAX_FONTS
    licences = [name for name in sizes if name.startswith("LICENSE-")]
    assert len(licences) == 4
    assert all(name in told for name in licences)
    assert all("SIL OPEN FONT LICENSE" in (SHIPPED / name).read_text("utf-8") for name in licences)


def test_latin_is_set_in_inter_and_what_nothing_has_has_no_face(shipped: Typefaces) -> None:
    face = shipped.face("Ag")

    assert face is not None
    assert face.family == "Inter"
    assert shipped.face(KLINGON_LETTER) is None
    assert shipped.families(f"A{KLINGON_LETTER}")[0] == "Inter"
    assert len(shipped.families(KLINGON_LETTER)) == len(shipped.shipped)


class _Found:
    """What `typst.Fonts` tells of one font."""

    style = "normal"
    weight = 400
    index = 0

    def __init__(self, family: str, path: Path | None) -> None:
        self.family = family
        self.path = str(path) if path else None


class _Fonts:
    def __init__(self, found: list[_Found]) -> None:
        self._found = found

    def fonts(self) -> list[_Found]:
        return self._found


class _WithSystem(Typefaces):
    """Typefaces on a machine whose system has these fonts besides those shipped."""

    system: list[_Found]

    def fonts(self, *, system: bool = False) -> _Fonts:  # type: ignore[override]  # the part of it that is read
        inter = _Found("Inter", SHIPPED / "Inter.ttf")
        return _Fonts([inter, *self.system] if system else [inter])


def test_the_system_is_asked_only_for_what_is_not_shipped(tmp_path: Path) -> None:
    thai = tmp_path / "thai.ttf"
    thai.write_bytes((SHIPPED / "NotoSansThai.ttf").read_bytes())
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(b"no font")
    typefaces = _WithSystem()
    typefaces.system = [_Found("A Broken One", broken), _Found("No File", None), _Found("System Thai", thai)]

    first, again = typefaces.face("ต"), typefaces.face("น")

    assert first is not None
    assert first.family == "System Thai"
    assert again is first
    assert typefaces.face("日") is None
    assert typefaces.families("Aต") == ("Inter", "System Thai")
    assert typefaces.families("A") == ("Inter",)


def test_the_extra_is_found_where_its_package_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "manimgx_fonts_cjk"
    package.mkdir()
    (package / "__init__.py").touch()
    monkeypatch.syspath_prepend(str(tmp_path))
    sys.modules.pop("manimgx_fonts_cjk", None)
    # Stands for the full set: another family in the extra's folder.
    (package / "extra.otf").write_bytes((SHIPPED / "NotoSansHebrew.ttf").read_bytes())

    with_extra, without = Typefaces(system=False), Typefaces(extra=False, system=False)

    paths = {Path(font.path or "").parent for font in with_extra.fonts().fonts()}
    assert package in paths
    assert {Path(font.path or "").parent for font in without.fonts().fonts()} == {SHIPPED}
