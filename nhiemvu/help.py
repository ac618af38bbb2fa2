"""Help of the command line in the language of its user: Typer itself speaks English only."""

from __future__ import annotations

import re
from typing import Any

from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from nhiemvu.words import ENGLISH, language

# What Typer writes, and how it reads in Vietnamese.
_VIETNAMESE = {
    r"^Usage: ": "Cách dùng: ",
    r"^Arguments:$": "Đối số:",
    r"^Options:$": "Tùy chọn:",
    r"^Commands:$": "Lệnh:",
    r"\[OPTIONS\]": "[TÙY CHỌN]",
    r"COMMAND \[ARGS\]\.\.\.": "LỆNH …",
    r"Show this message and exit\.": "Hiện hướng dẫn này rồi thoát.",
    r"\[default: ": "[mặc định: ",
    r"\[required\]": "[bắt buộc]",
}
# Typer puts names of Python types behind arguments, and braces around those that must be given.
_TYPES = re.compile(r" <(?:list\[)?(?:str|int)\]?>|[{}]")
_ERRORS = {
    r"No such option:? (?P<what>\S+?)\.?(?: Did you mean .*| \(Possible .*)?": "không có tùy chọn {what}",
    r"No such command '(?P<what>.*?)'\..*": "không có lệnh {what}",
    r"Missing (?:argument|option|parameter):? '?(?P<what>.*?)'?\.?": "thiếu {what}",
    r"Missing command\.": "thiếu tên lệnh",
    r"Invalid value for '?(?P<what>.*?)'?:.*": "giá trị không hợp lệ cho {what}",
    r"Option '(?P<what>.*?)' requires an argument\.": "tùy chọn {what} cần một giá trị",
    r"Option '(?P<what>.*?)' does not take a value\.": "tùy chọn {what} không nhận giá trị",
    r"Got unexpected extra argument(?:s|\(s\))? \((?P<what>.*)\)": "thừa đối số {what}",
}


def in_vietnamese(message: str) -> str:
    """A message about how a command was typed, in Vietnamese; one that is not known stays as it is.

    >>> in_vietnamese("No such option: --foo")
    'không có tùy chọn --foo'
    """
    for pattern, phrase in _ERRORS.items():
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return phrase.format(what=(found.groupdict().get("what") or "").replace("'", ""))
    return message


class Command(TyperCommand):
    """A command whose help is in the user's language."""

    def get_help(self, ctx: Any) -> str:
        """The help page."""
        _translate(self)
        return _headings(super().get_help(ctx))

    def get_short_help_str(self, limit: int = 45) -> str:
        """The line in the list of commands, whole."""
        return _said(self.short_help) or ""


class Group(TyperGroup):
    """The list of commands, in the user's language."""

    def get_help(self, ctx: Any) -> str:
        """The help page."""
        _translate(self)
        return _headings(super().get_help(ctx))


def _translate(command: TyperCommand | TyperGroup) -> None:
    command.help, command.epilog = _said(command.help), _said(command.epilog)
    for parameter in command.params:
        if isinstance(parameter, (TyperArgument, TyperOption)):
            parameter.help, parameter.metavar = _said(parameter.help), _said(parameter.metavar)


def _said(phrase: str | None) -> str | None:
    return ENGLISH.get(phrase, phrase) if phrase and language() == "en" else phrase


def _headings(text: str) -> str:
    text = _TYPES.sub("", text)
    if language() == "en":
        return text.replace("  Ví dụ:\n", "  Example:\n")
    for pattern, phrase in _VIETNAMESE.items():
        text = re.sub(pattern, phrase, text, flags=re.MULTILINE)
    return text
