"""What somebody sees and changes of their own account (tài khoản của tôi): password, sessions, tokens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Form, Path
from fastapi.responses import RedirectResponse, Response

from corpus import accounts, sessions
from corpus.sessions import SessionFact, TokenFact
from nhiemvu.web.asked import Asked, Reads
from nhiemvu.web.cookies import put_cookie
from nhiemvu.web.errors import BadInputError, NotFoundError, RefusedError
from nhiemvu.web.logging_in import proved
from nhiemvu.web.notes import put_note
from nhiemvu.web.pages import Pages
from nhiemvu.web.passwords import checked, hashed
from nhiemvu.web.rendering import rendered
from nhiemvu.web.times import iso
from nhiemvu.web.visitors import now

pages = Pages(tags=["accounts"])


@dataclass(frozen=True, slots=True)
class SessionRow:
    """Where somebody is logged in: since when, until when (UTC), and whether it is this very session."""

    made_at: str | None
    ends_at: str | None
    this: bool


@dataclass(frozen=True, slots=True)
class TokenRow:
    """A token: what it is for, since when, until when (UTC; null: until it is revoked)."""

    id: int
    label: str
    made_at: str | None
    ends_at: str | None


@dataclass(frozen=True, slots=True)
class AccountView:
    """Who somebody is here. Without accounts only the name that signs changes; `account` is empty then."""

    name: str
    account: str
    role: str
    sessions: tuple[SessionRow, ...] = ()
    tokens: tuple[TokenRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """A token that was just made, with its secret, which is shown this once."""

    label: str
    secret: str


@pages.page("/account", "account.html")
def account(asked: Reads) -> AccountView:
    """Who asks: name, role, and where they are logged in."""
    person, visitor = asked.person, asked.visitor
    if not person.account:
        return AccountView(person.name, "", person.role)
    with asked.corpus.reading() as connection:
        open_ones = sessions.of(connection, visitor.account_id, now())
        tokens = sessions.tokens_of(connection, visitor.account_id, now())
        own = sessions.find(connection, visitor.secret, now())
    return AccountView(
        person.name,
        person.account,
        person.role,
        tuple(_session(one, own) for one in open_ones),
        tuple(map(_token, tokens)),
    )


@pages.post("/account/password", include_in_schema=False)
def change_password(
    asked: Reads,
    current: Annotated[str, Form(max_length=2000)],
    new: Annotated[str, Form(max_length=2000)],
    again: Annotated[str, Form(max_length=2000)],
) -> Response:
    """Another password, by whoever knows the one of today. All sessions end; here a new one begins."""
    in_person(asked)
    if new != again:
        raise BadInputError("Hai lần nhập không giống nhau.", "gõ lại mật khẩu mới hai lần")
    wanted = checked(new, name=asked.person.account)
    (found, _), begun = proved(asked.corpus, asked.person.account, current, asked.address)
    kept = hashed(wanted)
    with asked.corpus.writing() as connection:
        accounts.change_password(connection, found, kept)
        secret = sessions.begin(connection, found.id, begun)
        asked.audit(connection, "user_password", found.name)
    answer = _back(asked, "Đã đổi mật khẩu; mọi phiên đăng nhập khác đã kết thúc.")
    put_cookie(asked.request, answer, "session", secret)
    return answer


@pages.post("/account/sessions/end", include_in_schema=False)
def end_sessions(asked: Reads) -> Response:
    """End every other session, as when a machine was lost; here a new one begins."""
    in_person(asked)
    with asked.corpus.writing() as connection:
        sessions.end_all_of(connection, asked.visitor.account_id)
        secret = sessions.begin(connection, asked.visitor.account_id, now())
        asked.audit(connection, "sessions_end", asked.person.account)
    answer = _back(asked, "Mọi phiên đăng nhập khác đã kết thúc.")
    put_cookie(asked.request, answer, "session", secret)
    return answer


@pages.post("/account/tokens", include_in_schema=False)
def make_token(
    asked: Reads,
    label: Annotated[str, Form(max_length=200)],
    days: Annotated[int, Form(ge=0, le=3650)] = 365,
) -> Response:
    """A new token, for so many days (0: until it is revoked). Its secret is on this page and nowhere else."""
    in_person(asked)
    with asked.corpus.writing() as connection:
        secret = sessions.make_token(connection, asked.visitor.account_id, label, now(), days=days or None)
        asked.audit(connection, "token_make", asked.person.account, label=label)
    return rendered(asked, "token.html", Made(label, secret))


@pages.post("/account/tokens/{token_id}/revoke", include_in_schema=False)
def revoke_token(asked: Reads, token_id: Annotated[int, Path(ge=1, lt=2**63)]) -> Response:
    """End a token of one's own."""
    in_person(asked)
    with asked.corpus.writing() as connection:
        gone = sessions.revoke(connection, asked.visitor.account_id, token_id)
        if gone is None:
            raise NotFoundError("không có mã truy cập này", "mở lại trang tài khoản")
        asked.audit(connection, "token_revoke", asked.person.account, label=gone.label)
    return _back(asked, "Đã thu hồi mã truy cập.")


def in_person(asked: Asked) -> None:
    """Raise `RefusedError` unless somebody has logged in themselves: a token that was taken must not make others, and
    a name that somebody just typed is nobody's account."""
    if asked.visitor.way != "session":
        raise RefusedError(
            "chỉ người đã đăng nhập bằng mật khẩu mới đổi được tài khoản", "đăng nhập trên trình duyệt"
        )


def _back(asked: Asked, note: str) -> Response:
    answer = RedirectResponse("/account", status_code=303)
    put_note(answer, asked.say(note))
    return answer


def _session(one: SessionFact, own: SessionFact | None) -> SessionRow:
    return SessionRow(iso(one.made_at), iso(one.ends_at), own is not None and own.id == one.id)


def _token(one: TokenFact) -> TokenRow:
    return TokenRow(one.id, one.label, iso(one.made_at), iso(one.ends_at))
