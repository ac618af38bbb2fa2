"""The command line: `nhiemvu COMMAND`. Each command is a module of `nhiemvu.commands`; here is what they share.

Exit status: 0, 1 (nothing found, or part of the input failed), 2 (bad input), 130 (interrupted). What went wrong is
one line on standard error; NHIEMVU_DEBUG=1 shows the traceback besides.
"""

from __future__ import annotations

import os
import sys
from errno import ENOSPC
from pathlib import Path
from typing import Annotated

import typer

from nhiemvu.commands import (
    add,
    checklist,
    conflicts,
    correct,
    corrections,
    diff,
    gaps,
    graph,
    parse,
    same,
    schema,
    serve,
    tick,
    trace,
    user,
    who,
)
from nhiemvu.help import Command, Group, in_vietnamese
from nhiemvu.show import note
from nhiemvu.words import VARIABLE, language, say

BAD_INPUT = 2
INTERRUPTED = 130
PIPE_CLOSED = 141

COMMANDS = {
    "checklist": checklist,
    "parse": parse,
    "add": add,
    "who": who,
    "trace": trace,
    "graph": graph,
    "gaps": gaps,
    "conflicts": conflicts,
    "same": same,
    "diff": diff,
    "correct": correct,
    "corrections": corrections,
    "tick": tick,
    "serve": serve,
    "schema": schema,
    "user": user,
}


def main() -> None:
    """Runs the command that the program was called with, and exits with its status."""
    _open_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        # Vietnamese is printed whatever the system's code page is; file names may hold bytes that are no text.
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        status = run(sys.argv[1:])
        sys.stdout.flush()
    except KeyboardInterrupt:
        status = INTERRUPTED
    except BrokenPipeError:
        # What reads our output has gone: nothing more to say, not even when Python flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = PIPE_CLOSED
    sys.exit(status)


def _open_what_is_closed() -> None:
    """Standard input, output and errors that whoever calls has closed (`>&-`): then nothing is read, nothing shown."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 open to the end


def run(arguments: list[str]) -> int:
    """Runs one command line, given without the program's name; returns its exit status."""
    try:
        arguments = _take_language(arguments)
        return application()(arguments or ["--help"], prog_name="nhiemvu", standalone_mode=False) or 0
    except typer.Abort:
        return INTERRUPTED
    except typer.TyperException as error:
        message = " ".join(error.format_message().split())
        said = message if language() == "en" else in_vietnamese(message)
        note(say("nhiemvu: {message}; xem nhiemvu --help", message=said.rstrip(".")))
        return BAD_INPUT
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except Exception as error:
        return _explain(error)


def application() -> typer.Typer:
    """The application with all its commands."""
    app = typer.Typer(
        cls=Group,
        help=HELP,
        epilog=EXAMPLE,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    app.callback()(_for_all_commands)
    for name, module in COMMANDS.items():
        app.command(name, cls=Command, help=module.HELP, short_help=module.SHORT, epilog=module.EXAMPLE)(
            module.run
        )
    return app


HELP = (
    "Đọc kế hoạch, quyết định, nghị quyết, công văn thành nhiệm vụ, thời hạn, cơ quan thực hiện và căn cứ pháp lý."
    " Mọi việc làm ngay trên máy này; không văn bản nào bị gửi đi."
)
EXAMPLE = "\b\nVí dụ:\n  nhiemvu checklist ke-hoach.docx -o checklist.xlsx"


def _for_all_commands(
    lang: Annotated[
        str, typer.Option("--lang", metavar="vi|en", help="Ngôn ngữ hiển thị (hoặc đặt NHIEMVU_LANG=en).")
    ] = "vi",
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=lambda asked: _show_version(asked), is_eager=True, help="Hiện phiên bản."
        ),
    ] = False,
) -> None:
    pass


def _show_version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        print(f"nhiemvu {version('nhiemvu')}")
        raise typer.Exit


def _take_language(arguments: list[str]) -> list[str]:
    """The arguments without `--lang`, which may stand anywhere; what it says is left in the environment, where
    processes that help with the work find it too."""
    rest = list(arguments)
    end = rest.index("--") if "--" in rest else len(rest)
    for at, word in enumerate(rest[:end]):
        if word == "--lang" or word.startswith("--lang="):
            given = word.partition("=")[2] or "".join(rest[at + 1 : at + 2])
            if given not in ("vi", "en"):
                raise typer.BadParameter(given, param_hint="--lang")
            os.environ[VARIABLE] = given
            del rest[at : at + (1 if "=" in word else 2)]
            return rest
    return rest


def _explain(error: Exception) -> int:
    """One line for people about what stopped the command."""
    from corpus.errors import CorpusError
    from ingest.errors import ReadError
    from nhiemvu.faults import line
    from publish.errors import PublishError

    if os.environ.get("NHIEMVU_DEBUG") == "1":
        raise error
    if isinstance(error, (ReadError, PublishError, CorpusError)):
        note(line(*error.args))
    elif isinstance(error, OSError) and error.errno == ENOSPC:
        note(line(error.filename or say("đầu ra"), "ổ đĩa đã đầy", "giải phóng dung lượng rồi chạy lại"))
    else:
        cause = f"{type(error).__name__}: {error}"
        note(
            say("nhiemvu: lỗi bên trong ({cause}); chạy lại với NHIEMVU_DEBUG=1 để xem chi tiết", cause=cause)
        )
    return BAD_INPUT
