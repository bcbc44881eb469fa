"""Analyser files that are missing or damaged are said, each of them."""

from pathlib import Path

import pytest

from tawatur.analyser.model import WEIGHTS, load
from tawatur.errors import ModelError

FILES = sorted(path.name for path in WEIGHTS.iterdir() if path.suffix in (".json", ".npz", ".onnx", ".tsv"))


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("damage", ["missing", "cut", "empty", "other", "one byte"])
def test_a_damaged_file_is_told(name: str, damage: str, tmp_path: Path) -> None:
    for file in FILES:
        (tmp_path / file).symlink_to(WEIGHTS / file)
    data = (WEIGHTS / name).read_bytes()
    written = {
        "cut": data[: len(data) // 3],
        "empty": b"",
        "other": b'{"files": []}',
        "one byte": b"\x00" + data[1:],
    }
    (tmp_path / name).unlink()
    if damage in written:
        (tmp_path / name).write_bytes(written[damage])
    with pytest.raises(ModelError, match=r"damaged.*install Tawatur again"):
        load(tmp_path)
