"""The wheel: what is in it, what it says of itself, and that it reads a report where no checkout is."""

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LARGEST = 60_000_000
"""Bytes of the wheel: it holds an encoder of eight bits, which is most of it."""
PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
_NO_INDEX = (
    "No matching distribution",
    "Could not find a version",
    "Temporary failure in name resolution",
    "Max retries",
)


def run(*command: object, cwd: Path | None = None) -> str:
    """What a command prints; skips where pip reaches no index, fails with its words where it fails otherwise."""
    clean = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "PYTHONHOME", "COLUMNS")}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=clean, capture_output=True, text=True, check=False
    )
    if done.returncode and "pip" in command and any(sign in done.stderr for sign in _NO_INDEX):
        pytest.skip(f"pip reaches no package index here: {done.stderr.splitlines()[-1]}")
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(*PIP, "wheel", "--no-deps", "--wheel-dir", folder, ROOT)
    (built,) = folder.glob("tawatur-*.whl")
    return built


def test_the_wheel_holds_what_reading_needs(wheel: Path) -> None:
    assert wheel.stat().st_size < LARGEST
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    for path in (ROOT / "tawatur").rglob("*"):
        wanted = path.relative_to(ROOT).as_posix()
        if path.is_file() and "__pycache__" not in wanted:
            assert wanted in names
    for name in ("tawatur/py.typed", "tawatur/data/gazetteer.msgpack.gz", "tawatur/analyser/weights/encoder.onnx"):
        assert name in names
    assert {name.split("/")[0] for name in names} == {"tawatur", f"tawatur-{wheel.name.split('-')[1]}.dist-info"}


def test_the_wheel_says_its_licences(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        folder = f"tawatur-{wheel.name.split('-')[1]}.dist-info"
        head = Parser().parsestr(archive.read(f"{folder}/METADATA").decode("utf-8"))
        notice = archive.read(f"{folder}/licenses/NOTICE").decode("utf-8")
        assert b"Apache License" in archive.read(f"{folder}/licenses/LICENSE")
    assert head["License-Expression"] == "Apache-2.0 AND CC-BY-SA-4.0 AND CC-BY-4.0 AND Unicode-3.0"
    for owed in (
        "GeoNames",
        "Natural Earth",
        "CLDR",
        "mazini",
        "Arabic PUD",
        "ANERcorp",
        "Wojood",
        "multilingual-e5-small",
    ):
        assert owed in notice
    needed = [line for line in head.get_all("Requires-Dist", []) if "extra ==" not in line]
    assert not [line for line in needed if line.startswith(("pytest", "mypy", "ruff", "hypothesis", "mazini", "babel"))]


def test_the_wheel_reads_a_report_outside_the_checkout(wheel: Path, tmp_path: Path) -> None:
    place = tmp_path / "venv"
    venv.create(place, with_pip=False)
    folder = place / ("Scripts" if sys.platform == "win32" else "bin")
    run(*PIP, "--python", folder / "python", "install", "--no-compile", wheel)
    report = shutil.copy(ROOT / "examples" / "1-nawras.txt", tmp_path)
    tawatur = folder / "tawatur"
    assert run(tawatur, "--version", cwd=tmp_path).startswith("tawatur ")
    line = run(tawatur, "read", report, "--published", "2019-03-04", "--format", "jsonl", cwd=tmp_path)
    assert '"claims":[{"id":' in line
    where = run(folder / "python", "-c", "import tawatur; print(tawatur.__file__)", cwd=tmp_path)
    assert str(ROOT) not in where
