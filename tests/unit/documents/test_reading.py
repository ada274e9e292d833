from __future__ import annotations

import asyncio
import signal
import sys
import threading
from collections.abc import AsyncIterator
from pathlib import Path

import psutil
import pytest
from blockbuster import blockbuster_ctx

from core.documents import child
from core.documents.model import File
from core.documents.reading import Reader
from core.errors import FileRefused
from tests.fakes import files
from tests.fakes.facts import Facts
from tests.unit.documents.here import readers, texts

SLEEP = "import time; time.sleep(60)"
LISTEN = "import sys, time; open(sys.argv[1] + '.started', 'w').close(); time.sleep(60)"


def written(folder: Path, name: str, data: bytes) -> File:
    path = folder / name
    path.write_bytes(data)
    return File(name=name, path=path)


@pytest.fixture(autouse=True)
async def nothing_left_behind() -> AsyncIterator[None]:
    """No test leaves a process or a descriptor."""
    me = psutil.Process()
    before = me.num_fds()
    yield
    assert readers() == []
    assert me.num_fds() <= before


async def refusal(reader: Reader, file: File) -> FileRefused:
    with pytest.raises(FileRefused) as refused:
        await reader.read(file)
    assert refused.value.name == file.name
    return refused.value


async def test_a_file_is_read_in_a_child(tmp_path: Path) -> None:
    facts = Facts()
    reading = await Reader(emit=facts).read(written(tmp_path, "costs.csv", b"option,cost\nagency,180000\n"))
    assert texts(reading) == ["option, cost", "agency, 180000"]
    assert facts.count("file_read", kind="csv", passages=2, characters=26, warnings=0) == 1


async def test_a_refusal_names_the_file_and_says_what_to_do(tmp_path: Path) -> None:
    facts = Facts()
    refused = await refusal(Reader(emit=facts), written(tmp_path, "scan.pdf", files.pdf([""])))
    assert str(refused) == "scan.pdf: no text layer (a scan?); share a version with selectable text"
    assert (refused.code, facts.count("file_refused", code="no_text_layer")) == ("no_text_layer", 1)


async def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert (await refusal(Reader(), File(name="a.txt", path=tmp_path / "a"))).code == "missing"


async def test_names_with_any_character_can_be_read(tmp_path: Path) -> None:
    for name in ("-rf.txt", "費用 $(x) 'q'.txt", "a\nb.md"):
        assert texts(await Reader().read(written(tmp_path, name, b"Fast."))) == ["Fast."]


async def test_a_file_may_be_named_from_where_the_program_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, "a.txt", b"Fast.")
    monkeypatch.chdir(tmp_path)
    with blockbuster_ctx():
        assert texts(await Reader().read(File(name="a.txt", path=Path("a.txt")))) == ["Fast."]


async def test_a_child_that_takes_too_long_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "BOOT", SLEEP)
    refused = await refusal(Reader(timeout=0.2), written(tmp_path, "a.txt", b"x"))
    assert (refused.code, refused.reason.partition(";")[0]) == ("slow", "it takes too long to read")


async def test_cancelling_a_read_kills_the_child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "BOOT", LISTEN)
    file = written(tmp_path, "a.txt", b"x")
    started = tmp_path / "a.txt.started"
    async with asyncio.TaskGroup() as group:
        task = group.create_task(Reader().read(file))
        while not await asyncio.to_thread(started.exists):  # noqa: ASYNC110  the child cannot set an event
            await asyncio.sleep(0.01)
        (process,) = readers()
        task.cancel()
    assert task.cancelled()
    assert not process.is_running()


async def test_a_child_that_says_too_much_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "BOOT", "import sys\nwhile True: sys.stdout.write('x' * 65536)")
    assert (await refusal(Reader(), written(tmp_path, "a.txt", b"x"))).code == "too_much_text"


@pytest.mark.parametrize(
    ("ending", "code"),
    [
        (f"os.kill(os.getpid(), {int(signal.SIGABRT)})", "memory"),
        (f"os.kill(os.getpid(), {int(signal.SIGKILL)})", "memory"),
        (f"os.kill(os.getpid(), {int(signal.SIGXCPU)})", "slow"),
        (f"os.kill(os.getpid(), {int(signal.SIGSEGV)})", "crashed"),
        ("os._exit(3)", "crashed"),
        ("print('no answer')", "crashed"),
        ("print()", "crashed"),
    ],
)
async def test_how_a_child_ended_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str, code: str
) -> None:
    monkeypatch.setattr(child, "BOOT", f"import os; {ending}")
    assert (await refusal(Reader(), written(tmp_path, "a.pdf", b"%PDF-"))).code == code


async def test_after_a_crash_a_second_child_reads_the_pdf_without_pdfium(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crash = f"import os, sys\nif sys.argv[3] == 'first': os.kill(os.getpid(), {int(signal.SIGSEGV)})\n"
    monkeypatch.setattr(child, "BOOT", crash + child.BOOT)
    assert texts(await Reader().read(written(tmp_path, "a.pdf", files.pdf(["It is fast."])))) == [
        "It is fast."
    ]
    assert (await refusal(Reader(), written(tmp_path, "a.txt", b"It is fast."))).code == "crashed"


async def test_a_child_gets_two_variables_and_no_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = "import os, sys; open(sys.argv[1] + '.seen', 'w').write(f'{sorted(os.environ)} {os.getcwd()}')"
    monkeypatch.setattr(child, "BOOT", report)
    monkeypatch.setenv("SLACK_BOT_TOKEN", "secret")
    file = written(tmp_path, "a.txt", b"x")
    await refusal(Reader(), file)
    seen = (tmp_path / "a.txt.seen").read_text()
    assert seen.replace("'LC_CTYPE', ", "") == "['LANG', 'PATH'] /"


async def test_no_more_children_run_at_once_than_there_may(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = tmp_path / "gate"
    wait = f"import os, time\nwhile not os.path.exists({str(gate)!r}): time.sleep(0.01)"
    monkeypatch.setattr(child, "BOOT", wait)
    reader = Reader(children=2, timeout=60.0)
    most = looks = 0
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(refusal(reader, written(tmp_path, f"{n}.txt", b"x"))) for n in range(4)]
        while not all(task.done() for task in tasks):
            most = max(most, len(readers()))
            looks += most == 2
            if looks == 10:  # a third would be there by now
                gate.touch()
            await asyncio.sleep(0.02)
    assert most == 2


async def test_nothing_blocks_the_loop(tmp_path: Path) -> None:
    file = written(tmp_path, "costs.csv", b"option,cost\n" + b"agency,180000\n" * 5_000)
    with blockbuster_ctx():
        assert len((await Reader().read(file)).passages) == 5_001


async def test_many_reads_leave_no_thread_behind_for_each(tmp_path: Path) -> None:
    reader = Reader()
    file = written(tmp_path, "a.txt", b"It is fast.")
    for _ in range(3):
        await reader.read(file)
    before = threading.active_count()
    for _ in range(5):
        await reader.read(file)
    assert threading.active_count() <= before + 1


def test_the_import_path_begins_with_the_package_and_holds_no_working_directory() -> None:
    roots = child.import_path()
    assert (Path(roots[0]) / "core" / "documents" / "worker.py").exists()
    assert all(Path(root).is_absolute() for root in roots)
    assert len(set(roots)) == len(roots)


async def test_without_a_process_to_be_had_the_file_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nowhere"))
    assert (await refusal(Reader(), written(tmp_path, "a.txt", b"x"))).code == "crashed"
