"""The docs: what they show runs, what there is they name, and their links lead somewhere."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from tools.commands import commands, option_names
from tools.outputs import PAGES, console_commands, printed_by
from tools.records import field_names
from tools.reference import outdated

ROOT = Path(__file__).resolve().parents[1]
WRITTEN = [ROOT / "README.md", ROOT / "examples" / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
OURS = [ROOT / "README.md", *(ROOT / "docs" / name for name in ("index.md", "tutorial.md", "json.md", "data-card.md"))]
_PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)
_LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#\s]+)?(#[^)\s]+)?\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def test_pages_made_from_the_code_are_up_to_date() -> None:
    assert [path.name for path in outdated()] == [], "write them anew: make docs"


@pytest.mark.parametrize("page", PAGES)
def test_commands_in_the_docs_run(page: str) -> None:
    if shutil.which("jq") is None and any("jq" in command for command in console_commands(page)):
        pytest.skip("jq is not installed here, and the page uses it")
    assert [command for command, output in printed_by(page) if not output.strip()] == []


@pytest.mark.parametrize("page", PAGES)
def test_python_in_the_docs_runs(page: str) -> None:
    snippets = _PYTHON.findall((ROOT / page).read_text(encoding="utf-8"))
    assert snippets
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", "\n".join(snippets)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_every_command_and_option_is_in_the_docs() -> None:
    reference = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
    for name, command in commands():
        assert f"### `{name}`" in reference
        assert command.help, f"{name} says nothing of itself"
        section = reference.split(f"### `{name}`\n")[1].split("\n### ")[0]
        assert [option for option in option_names(command) if f"`{option}`" not in section] == []
        assert [one.name for one in command.params if not one.help] == [], f"{name} has options without a word"


def test_every_field_of_the_contract_is_in_the_docs() -> None:
    reference = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
    for record, fields in field_names().items():
        section = reference.split(f"### {record}\n")[1].split("\n### ")[0]
        assert [field for field in fields if f"| `{field}` |" not in section] == []


def test_every_reality_is_told() -> None:
    from tawatur.records import Reality

    told = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    assert [value for value in get_args(Reality) if f"| `{value}` |" not in told] == []


def anchors(page: Path) -> set[str]:
    """The addresses of the headings of a page."""
    headings = _HEADING.findall(page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", OURS, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target, anchor in _LINK.findall(page.read_text(encoding="utf-8")):
        path = (page.parent / target).resolve() if target else page
        assert path.exists(), f"{page.name} links to {target}"
        if anchor and path.suffix == ".md":
            assert anchor[1:] in anchors(path), f"{page.name} links to {target}{anchor}"


def test_the_readme_names_both_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for name in ("demo", "test"):
        assert f"make {name}" in readme
        assert re.search(f"^{name}:", makefile, re.MULTILINE)


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.name)
def test_pages_hold_no_unclosed_direction_marks(page: Path) -> None:
    for line in page.read_text(encoding="utf-8").splitlines():
        assert len(re.findall("[\u2066-\u2068]", line)) == line.count("\u2069"), line
        assert not re.search("[\u202a-\u202e]", line), line
