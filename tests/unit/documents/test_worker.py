from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from core.documents import child, confinement, text, worker
from core.documents.extract import Extract

HEAVY = {"pydantic", "dataclasses", "typing", "asyncio", "pathlib", "logging", "zipfile", "core.graph"}


def answer(path: Path, extension: str = "") -> dict[str, str]:
    head: dict[str, str] = json.loads(worker.run(str(path), extension).partition(b"\n")[0])
    return head


def in_child(code: str) -> str:
    """What this code prints in an interpreter started as a child is."""
    boot = child.BOOT.partition("from ")[0]
    command = [sys.executable, "-I", "-S", "-c", boot + code, "", "", "", "", *child.import_path()]
    return subprocess.run(command, check=True, capture_output=True, text=True, env=child.ENVIRONMENT).stdout  # noqa: S603  our own interpreter


def test_a_start_imports_nothing_heavy() -> None:
    loaded = set(in_child("import core.documents.worker; print(*sys.modules)").split())
    assert "core.documents.worker" in loaded
    assert not loaded & HEAVY


@pytest.mark.parametrize("kind", ["tables", "text", "web"])
def test_the_readers_of_text_import_nothing_heavy_either(kind: str) -> None:
    loaded = set(in_child(f"import core.documents.{kind}; print(*sys.modules)").split())
    assert not loaded & (
        HEAVY - {"dataclasses", "typing"}
    )  # the csv and html modules may change what they import


def test_a_file_that_is_not_there_is_missing(tmp_path: Path) -> None:
    assert answer(tmp_path / "none")["refused"] == "missing"


def test_a_file_over_the_limit_is_refused_with_its_size(tmp_path: Path) -> None:
    path = tmp_path / "a"
    with path.open("wb") as file:
        file.truncate((25 << 20) + 1)
    assert answer(path)["reason"] == "it has 26 MB and the limit is 25 MB; share the part that matters"


@pytest.mark.parametrize(
    ("error", "code", "cause"),
    [
        (MemoryError(), "memory", ""),
        (RecursionError(), "crashed", "RecursionError"),
        (KeyError("x"), "crashed", "KeyError"),
    ],
    ids=["memory", "recursion", "anything"],
)
def test_whatever_a_reader_raises_is_answered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, code: str, cause: str
) -> None:
    def fail(_path: str, _extract: Extract) -> None:
        raise error

    monkeypatch.setattr(text, "read", fail)
    (tmp_path / "a").write_bytes(b"text")
    told = answer(tmp_path / "a")
    assert (told["refused"], told["cause"]) == (code, cause)


LIMITS = """
import resource, os
from core.documents.confinement import confine
confine(os.getppid())
for name in ("AS", "CPU", "CORE", "FSIZE", "NOFILE"):
    print(resource.getrlimit(getattr(resource, f"RLIMIT_{name}"))[0])
print(os.nice(0), [line.split()[1] for line in open("/proc/self/status") if line.startswith("NoNewPrivs")][0])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the limits of other platforms differ")
def test_a_child_is_bound_by_every_limit() -> None:
    assert in_child(LIMITS).splitlines() == [
        str(confinement.MEMORY),
        "15",
        "0",
        "0",
        "64",
        f"{os.nice(0) + 5} 1",
    ]


def test_a_child_without_its_parent_ends() -> None:
    code = "from core.documents.confinement import confine; confine(1 << 40); print('alive')"
    with pytest.raises(subprocess.CalledProcessError) as ended:
        in_child(code)
    assert (ended.value.returncode, ended.value.stdout) == (1, "")


@pytest.mark.parametrize("missing", ["resource", "ctypes"])
def test_a_platform_without_limits_reads_all_the_same(missing: str, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"The agency is fast.")
    code = (
        f"sys.modules[{missing!r}] = None; from core.documents import worker; import os; "
        f"print(worker.run({str(tmp_path / 'a')!r}, '', confine_to=os.getppid()))"
    )
    assert "The agency is fast." in in_child(code)
