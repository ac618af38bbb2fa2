"""How a server is set up (thiết lập máy chủ); handed to its processes through the environment."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

VARIABLE = "NHIEMVU_SERVE"
LOCAL = frozenset({"127.0.0.1", "::1", "localhost"})
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a server was told: the `corpus` (a file name or an SQLAlchemy URL), the folder `files` in which files that
    were handed in are kept, where it listens, whether people must log in (`accounts`), whether documents with a stamp
    of secrecy are shown (`allow_secret`), the size of the largest file that is taken (`most_bytes`), the outer address
    where a relay of this machine hands it out (`proxy`), and other names that the machine is called by (`names`)."""

    corpus: str
    files: str
    host: str = "127.0.0.1"
    port: int = 8000
    accounts: bool = False
    allow_secret: bool = False
    most_bytes: int = 100 * MEGABYTE
    proxy: str = ""
    names: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        # Whoever else can reach it has to log in, however the settings came about.
        if self.host not in LOCAL or self.proxy:
            object.__setattr__(self, "accounts", True)

    @property
    def https(self) -> bool:
        """Whether browsers come by https: cookies then never go out in clear."""
        return self.proxy.startswith("https://")

    def as_text(self) -> str:
        """The settings in one line, for the environment of the server's processes.

        >>> settings = Settings(corpus="kho.db", files="kho.files")
        >>> Settings.of_text(settings.as_text()) == settings
        True
        """
        return json.dumps(asdict(self))

    @classmethod
    def of_text(cls, text: str) -> Settings:
        """The settings that were written by `as_text`."""
        told = json.loads(text)
        return cls(**told | {"names": tuple(told.get("names", ()))})

    @classmethod
    def of_environment(cls) -> Settings:
        """The settings of this process."""
        return cls.of_text(os.environ[VARIABLE])


def files_beside(corpus: str) -> str:
    """The folder in which files are kept that were handed in: beside the corpus, where that is a file.

    >>> files_beside("kho.db"), files_beside("sqlite:///du-lieu/kho.db")
    ('kho.files', 'du-lieu/kho.files')
    """
    name = corpus.partition(":///")[2] if "://" in corpus else corpus
    return str(Path(name).with_suffix(".files"))
