"""Templates as Python code, kept where Python keeps its own: reading is 200 times as fast as making."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from types import CodeType

from jinja2 import Environment, FileSystemBytecodeCache
from jinja2.bccache import Bucket

from burgerbaan.cache import program_version


def compiled(environment: Environment, path: Path, source: str) -> CodeType:
    """The code of the template at a path, whose text became `source`; what was kept of another text, or made by another
    version of the program, is not used.
    """
    kept, name = _kept(path.parents[2]), path.parent.name
    bucket = Bucket(
        environment, kept.get_cache_key(name, str(path)), kept.get_source_checksum(source + program_version())
    )
    with suppress(Exception):  # a damaged file may hold anything
        kept.load_bytecode(bucket)
    if isinstance(bucket.code, CodeType):
        return bucket.code
    code = bucket.code = environment.compile(source, name, str(path))
    if not sys.dont_write_bytecode:
        with suppress(OSError):  # the next build is slower, that is all
            os.makedirs(kept.directory, exist_ok=True)
            kept.set_bucket(bucket)
    return code


@cache
def _kept(folder: Path) -> FileSystemBytecodeCache:
    place = Path(cache_from_source(str(folder / "template.py"))).parent
    return FileSystemBytecodeCache(str(place), f"%s.{sys.implementation.cache_tag}.code")
