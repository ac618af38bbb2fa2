"""LibreOffice as a converter that is trusted with nothing: the one place where another program reads a document.

A document may be made to hang the program that reads it, to fill the memory, to fetch something from the network or
to run a macro. So every conversion has a private folder (its profile, its home, its input and output, deleted
afterwards), a profile that forbids macros and links, limits of time, memory and size, and no network. It runs in a
session of its own, which is killed as a whole; where Linux allows it, also in name spaces of its own for processes
and network, so that a child that left the session dies too. Conversions that run side by side share nothing.

    command:  prlimit ... timeout ... unshare ... soffice --convert-to docx

Each of the first three is left out where the system does not have it (or forbids it); what Python does itself, the
session and the time limit, holds everywhere.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from ingest.errors import ReadError

SECONDS = 30.0
SECONDS_A_MEGABYTE = 2.0
"""How long one conversion may take, and how much longer for each megabyte; on a slow machine a document of 200 pages
takes 2 to 3 seconds, each further megabyte half a second."""

MOST_MEMORY = 4 * 1024**3
MOST_WRITTEN = 256 * 1024**2
"""The most bytes of memory (address space) that a conversion may have, and of each file that it may write."""

PACKAGE = "libreoffice-writer-nogui"
_GRACE = 5  # seconds after which `timeout` ends a conversion whose parent died before it could
_DYING = 0.5  # seconds that a killed process may take; it may be listed longer than that, holding nothing
_DEAD_PROXY = "http://127.0.0.1:9"  # the discard port: for systems that grant no network of its own
_LOG_END = 300
_SETTINGS = (  # path, property, value
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Writer/Content/Update", "Link", "2"),  # 2: never
    ("Writer/Content/Update", "Field", "false"),  # dates and names stay as the document shows them
)
_PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">{}</oor:items>'
)
_SETTING = (
    '<item oor:path="/org.openoffice.Office.{}">'
    '<prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'
)


def to_docx(data: bytes, suffix: str, name: str, seconds: float | None = None) -> bytes:
    """The DOCX that LibreOffice makes of a document; `suffix` (`.doc`, `.rtf`, `.odt`) is what it is.

    Raises `ReadError` (file `name`) where LibreOffice is missing, takes longer than `seconds` (by default what a file
    of that size may need), or cannot convert. Leaves no process and no file behind.
    """
    if program() is None:
        raise ReadError(
            name,
            f"cần LibreOffice để đọc tệp {suffix}, máy này chưa có",
            f"cài gói {PACKAGE}, hoặc lưu tệp thành DOCX rồi đọc lại",
        )
    return _converted(data, suffix, "docx:MS Word 2007 XML", name, seconds)


def to_pdf(docx: bytes, name: str, seconds: float | None = None) -> bytes:
    """The PDF that LibreOffice makes of a DOCX, as `to_docx` does. Raises `ReadError`."""
    if program() is None:
        raise ReadError(name, "cần LibreOffice để ghi PDF, máy này chưa có", f"cài gói {PACKAGE}")
    return _converted(docx, ".docx", "pdf:writer_pdf_Export", name, seconds)


def program() -> str | None:
    """Where LibreOffice is; `None` where this machine has none."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def _converted(data: bytes, suffix: str, into: str, name: str, seconds: float | None) -> bytes:
    """What LibreOffice makes of a document: `into` is a suffix and the name of its filter."""
    if seconds is None:
        seconds = SECONDS + SECONDS_A_MEGABYTE * len(data) / 1024**2
    with TemporaryDirectory(prefix="nhiemvu-", ignore_cleanup_errors=True) as folder:
        private = Path(folder)
        source = private / f"in{suffix}"
        source.write_bytes(data)
        _write_profile(private / "profile")
        log = _run(_command(private, source, into, seconds), private, name, seconds)
        made = private / "out" / f"in.{into.partition(':')[0]}"
        if not made.is_file():
            raise _not_converted(name, suffix, made.suffix[1:].upper(), log)
        return made.read_bytes()


def _write_profile(profile: Path) -> None:
    (profile / "user").mkdir(parents=True)
    settings = "".join(_SETTING.format(*setting) for setting in _SETTINGS)
    (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE.format(settings), "utf-8")


def _command(private: Path, source: Path, into: str, seconds: float) -> list[str]:
    convert = [
        program() or "soffice",
        f"-env:UserInstallation={(private / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard"),
        *("--convert-to", into, "--outdir", str(private / "out"), str(source)),
    ]
    return [*_limits(seconds), *_own_spaces(), *convert]


def _limits(seconds: float) -> list[str]:
    limits = [f"--as={MOST_MEMORY}", f"--fsize={MOST_WRITTEN}", "--core=0"]
    memory = ["prlimit", *limits] if shutil.which("prlimit") else []
    time = ["timeout", "--signal=KILL", str(seconds + _GRACE)] if shutil.which("timeout") else []
    return [*memory, *time]


def _own_spaces() -> list[str]:
    """The command that gives what follows its own name spaces of processes and network; none where this fails."""
    if shutil.which("unshare") is None:
        return []
    spaces = ["unshare", "--user", "--map-current-user", "--net", "--pid", "--fork", "--kill-child"]
    tried = subprocess.run([*spaces, "true"], stdin=subprocess.DEVNULL, capture_output=True, check=False)
    return spaces if tried.returncode == 0 else []


def _run(command: list[str], private: Path, name: str, seconds: float) -> str:
    """Run to the end, and return what was said. The whole session is dead afterwards, whatever happened."""
    log = private / "log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=private,
            env=_environment(private),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise ReadError(
                name,
                f"LibreOffice không đọc xong tệp trong {seconds:.0f} giây",
                "mở bằng Word, lưu thành DOCX rồi đọc lại; nếu Word cũng treo thì tệp hỏng",
            ) from None
        finally:
            _end(process)
    return log.read_bytes()[-_LOG_END:].decode("utf-8", "replace")


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill what is left of the session, and see it dead: it must not write into a folder that is being deleted."""
    last = time.monotonic() + _DYING
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        while time.monotonic() < last:
            os.killpg(process.pid, 0)
            time.sleep(0.01)
    process.wait()


def _environment(private: Path) -> dict[str, str]:
    """No display, no session bus, no settings or folders of the user."""
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"), _DEAD_PROXY)
    return {
        **proxies,
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(private),
        "TMPDIR": str(private),
        "LANG": "C.UTF-8",
        "SAL_USE_VCLPLUGIN": "svp",
    }


def _not_converted(name: str, suffix: str, into: str, log: str) -> ReadError:
    said = next((line for line in reversed(log.splitlines()) if "error" in line.lower()), "không rõ lý do")
    return ReadError(
        name,
        f"LibreOffice không đổi được tệp {suffix} sang {into} ({said})",
        "tệp có thể hỏng hoặc bị cắt cụt: xin lại tệp gốc, hoặc mở bằng Word rồi lưu thành DOCX",
    )
