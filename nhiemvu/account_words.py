"""The words of `nhiemvu user`."""

from __future__ import annotations

ENGLISH = {
    "Tài khoản vào ứng dụng web: thêm, đổi vai trò, mật khẩu, khóa, mã truy cập.": (
        "Accounts of the web app: add them, change roles and passwords, switch them off, make tokens."
    ),
    "Quản lý tài khoản của ứng dụng web. Việc cần làm: add (thêm), list (liệt kê), role (đổi vai trò), password (đổi"
    " mật khẩu), off (khóa), on (mở lại), token (tạo mã truy cập cho chương trình hoặc lịch). Vai trò: reader xem,"
    " editor xem và sửa, admin còn quản lý tài khoản và xem nhật ký. Mật khẩu được hỏi hai lần trên màn hình, hoặc"
    " đọc một dòng từ đầu vào chuẩn với --password-stdin; không bao giờ ghi trên dòng lệnh.": (
        "Looks after the accounts of the web app: add, list, role, password, off, on (again), token (by which a program"
        " or a calendar comes in). Roles: a reader reads, an editor also corrects, an admin also looks after accounts"
        " and reads the audit trail. The password is asked for twice on the terminal, or read from a line of standard"
        " input with --password-stdin; it is never part of the command."
    ),
    "Ở máy này cũng phải đăng nhập (máy nhiều người dùng).": (
        "Have people log in on this machine, too (where several share it)."
    ),
    "Địa chỉ mà máy chủ chuyển tiếp (nginx, Caddy) đưa ra ngoài, như https://kho.xa.gov.vn.": (
        "The outer address under which a proxy (nginx, Caddy) hands it out, such as https://kho.xa.gov.vn."
    ),
    "TÊN-MÁY": "HOST",
    "Tên khác mà máy này được gọi; nhiều tên thì lặp lại.": "Another name of this machine; may be repeated.",
    "Lưu ý: mật khẩu đi qua mạng không mã hóa; docs/web.md chỉ cách dùng https (--proxy).": (
        "Note: passwords go over the network in clear; docs/web.md says how to have https (--proxy)."
    ),
    "VIỆC": "ACTION",
    "add, list, role, password, off, on hoặc token.": "add, list, role, password, off, on or token.",
    "[TÊN]": "[NAME]",
    "Tên tài khoản.": "The name of the account.",
    "Vai trò.": "The role.",
    "Họ tên, để ký những gì người này sửa.": "The full name, which signs what this person changes.",
    "TÊN-MÃ": "LABEL",
    "Mã truy cập dùng cho việc gì.": "What the token is for.",
    "Đọc mật khẩu từ đầu vào chuẩn.": "Read the password from standard input.",
    "Chưa có tài khoản nào.": "There is no account yet.",
    "Đã thêm tài khoản {name} ({full_name}).": "Added the account {name} ({full_name}).",
    "Đã đổi mật khẩu của {name}; các phiên đăng nhập cũ đã kết thúc.": (
        "{name} has a new password; whoever was logged in has to log in again."
    ),
    "{name} nay có vai trò {role}.": "{name} is {role} now.",
    "Đã khóa tài khoản {name}.": "Switched off the account {name}.",
    "Đã mở lại tài khoản {name}.": "Switched the account {name} on again.",
    "Mã truy cập của {name}, chỉ hiện một lần này:": "The token of {name}, shown this once:",
    "Mật khẩu: ": "Password: ",
    "Nhập lại mật khẩu: ": "Password again: ",
    "Hai lần nhập không giống nhau.": "These are two different passwords.",
    "Tài khoản": "Account",
    "Họ tên": "Full name",
    "Vai trò": "Role",
    "Tạo lúc (UTC)": "Made at (UTC)",
    "xem": "reads",
    "xem và sửa": "reads and corrects",
    "quản trị": "administers",
    "đang dùng": "in use",
    "đã khóa": "switched off",
}
FAULTS = {
    "gửi lên quá nhiều (tối đa {} MB)": "too much was sent (at most {} MB)",
    "chờ {} phút rồi thử lại": "wait {} minutes and try again",
    "chờ {} giây rồi thử lại": "wait {} seconds and try again",
    "phải đăng nhập mới vào được mà chưa có tài khoản quản trị nào": (
        "people have to log in there, and no administrator has an account yet"
    ),
    'tạo trước: nhiemvu user add TÊN --role admin --full-name "Họ tên", hoặc chỉ mở cho máy này: --host 127.0.0.1': (
        'make one: nhiemvu user add NAME --role admin --full-name "Full name", or serve this machine alone:'
        " --host 127.0.0.1"
    ),
    "không dùng được làm tên tài khoản": "this cannot be the name of an account",
    "dùng chữ không dấu, chữ số, dấu chấm, gạch nối; tối đa 63 ký tự": (
        "use plain letters, digits, dots and hyphens; at most 63 of them"
    ),
    "thiếu họ tên": "the full name is missing",
    'ghi họ tên: --full-name "Họ tên"': 'give it: --full-name "Full name"',
    "đã có tài khoản này": "there is such an account already",
    "chọn tên khác, hoặc xem: nhiemvu user list": "choose another name, or see: nhiemvu user list",
    "không có tài khoản này": "there is no such account",
    "xem: nhiemvu user list": "see: nhiemvu user list",
    "trao quyền quản trị cho người khác trước: nhiemvu user role": (
        "let somebody else administer first: nhiemvu user role"
    ),
    "là tài khoản quản trị cuối cùng": "this is the last administrator",
    "không có vai trò này": "there is no such role",
    "chọn {}": "choose {}",
    "tài khoản đã khóa": "this account is switched off",
    "mở lại trước: nhiemvu user on": "switch it on first: nhiemvu user on",
    'ghi mã dùng cho việc gì, trong {} ký tự: --label "lịch Outlook"': (
        'say what it is for, in {} characters: --label "Outlook calendar"'
    ),
    "thiếu tên của mã truy cập hoặc tên quá dài": "the label of the token is missing or too long",
    "đã có {} mã truy cập": "there are {} tokens already",
    "thu hồi những mã không dùng nữa": "revoke those that are not used any more",
    "mật khẩu": "password",
    "quá ngắn": "too short",
    "quá dài": "too long",
    "quá dễ đoán": "too easily guessed",
    "đặt ít nhất {} ký tự; vài từ liền nhau dễ nhớ hơn và khó đoán hơn": (
        "take at least {} characters; a few words are easier to remember and harder to guess"
    ),
    "đặt tối đa {} ký tự": "take at most {} characters",
    "chọn vài từ không liên quan đến tên tài khoản": "choose a few words that have nothing to do with the account",
}
