"""What the README tells people to type works as it stands there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text()
LINES = [
    line.partition("   #")[0].strip()
    for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    for line in block.splitlines()
]
LINKS = re.findall(r"\]\(([^)#]+)\)", README)


def test_the_commands_of_the_readme_work_one_after_the_other(tmp_path: Path) -> None:
    environment = {
        "HOME": str(tmp_path),
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",  # noqa: TID251  a bare environment
    }
    folder = tmp_path / "hire-or-contract"
    shutil.copytree(ROOT / "examples" / "hire-or-contract", folder)
    commands = [line for line in LINES if line.startswith("crossroads ")]
    assert commands
    for line in commands:
        done = subprocess.run(  # noqa: S602  the line as a person would type it
            line, shell=True, cwd=folder, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{line}\n{done.stderr}"
        assert done.stdout.strip(), line


@pytest.mark.parametrize("line", [line for line in LINES if line.startswith("make ")])
def test_a_target_of_the_readme_exists(line: str) -> None:
    assert re.search(rf"^{line.split()[1]}:", (ROOT / "Makefile").read_text(), re.MULTILINE)


@pytest.mark.parametrize("target", dict.fromkeys(LINKS))
def test_a_link_of_the_readme_leads_somewhere(target: str) -> None:
    assert (ROOT / target).exists()


def test_the_readme_is_short() -> None:
    assert len(README.splitlines()) < 150
