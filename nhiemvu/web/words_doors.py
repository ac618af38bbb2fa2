"""The words around logging in, accounts, the audit trail and the documentation of the JSON."""

from __future__ import annotations

ENGLISH = {
    # logging in
    "Đăng nhập": "Log in",
    "Đăng xuất": "Log out",
    "Tên tài khoản": "Account",
    "Mật khẩu": "Password",
    "Chưa có tài khoản, hoặc quên mật khẩu: nhờ người quản trị.": (
        "No account yet, or the password forgotten: ask an administrator."
    ),
    "tên tài khoản hoặc mật khẩu không đúng": "the account or the password is wrong",
    "gõ lại; quên mật khẩu thì nhờ người quản trị": "type it again, or ask an administrator for a new password",
    "đăng nhập sai nhiều lần": "too many wrong attempts to log in",
    "cần đăng nhập": "nobody has logged in",
    "đăng nhập, hoặc gửi mã truy cập còn hiệu lực": "log in, or send a token that still holds",
    "máy chủ chuyển tiếp đang mở trang này cho máy khác mà không có tài khoản": (
        "a proxy opens this to other machines, and nobody has to log in"
    ),
    "chạy nhiemvu serve với --proxy": "run nhiemvu serve with --proxy",
    "gửi lên quá chậm, đã ngừng nhận": "it came too slowly and was given up",
    "kiểm tra đường mạng rồi gửi lại": "check the network and send it again",
    # the account
    "Ghi họ tên": "Give your name",
    "Người dùng": "Users",
    "Nhật ký": "Audit trail",
    "Tài khoản của tôi": "My account",
    "Trên máy này không cần tài khoản. Họ tên ghi ở đây ký tên dưới mọi sửa đổi của bạn.": (
        "No account is needed on this machine. The name given here signs every change that you make."
    ),
    "Họ và tên": "Full name",
    "Họ tên ký tên dưới mọi sửa đổi của bạn; cần đổi thì nhờ người quản trị.": (
        "This name signs every change that you make; an administrator can change it."
    ),
    "Đổi mật khẩu": "Change the password",
    "Mật khẩu hiện nay": "Password of today",
    "Mật khẩu mới (ít nhất 12 ký tự)": "New password (at least 12 characters)",
    "Nhập lại mật khẩu mới": "New password again",
    "Vài từ liền nhau dễ nhớ hơn và khó đoán hơn. Đổi xong, mọi phiên đăng nhập khác kết thúc.": (
        "A few words are easier to remember and harder to guess. All other sessions end then."
    ),
    "gõ lại mật khẩu mới hai lần": "type the new password twice",
    "Đã đổi mật khẩu; mọi phiên đăng nhập khác đã kết thúc.": "The password is changed; all other sessions have ended.",
    "Phiên đăng nhập": "Sessions",
    "từ {at}": "since {at}",
    "đến {at}": "until {at}",
    "phiên này": "this one",
    "Kết thúc mọi phiên khác": "End all others",
    "Mọi phiên đăng nhập khác đã kết thúc.": "All other sessions have ended.",
    "Mã truy cập": "Tokens",
    "Chương trình và lịch vào bằng mã truy cập, với vai trò của bạn. Mã chỉ hiện một lần; lộ mã thì thu hồi ngay.": (
        "Programs and calendars come in by a token, with your role. It is shown once, when it is made; revoke one that"
        " somebody else may have seen."
    ),
    "đến khi thu hồi": "until it is revoked",
    "Thu hồi": "Revoke",
    "Thu hồi {label}": "Revoke {label}",
    "Đã thu hồi mã truy cập.": "The token is revoked.",
    "không có mã truy cập này": "there is no such token",
    "mở lại trang tài khoản": "open the page of the account again",
    "Dùng cho việc gì": "What it is for",
    "Thời hạn": "Holds for",
    "30 ngày": "30 days",
    "một năm": "a year",
    "Tạo mã truy cập": "Make a token",
    "Chép lại ngay: mã chỉ hiện một lần này.": "Copy it now: it is shown this once.",
    "Chương trình gửi mã trong tiêu đề:": "Programs send it in the header",
    "Ứng dụng lịch: tên tài khoản {name}, mật khẩu là mã này.": (
        "Calendars: the account is {name}, the password is this token."
    ),
    "Về trang tài khoản": "Back to the account",
    "chỉ người đã đăng nhập bằng mật khẩu mới đổi được tài khoản": (
        "only somebody who has logged in with a password can change accounts"
    ),
    "đăng nhập trên trình duyệt": "log in with a browser",
    # users
    "Máy chủ này chỉ mở cho máy này, không cần tài khoản. Tạo và sửa tài khoản bằng lệnh nhiemvu user.": (
        "This server is open to this machine alone and asks for no account. Make and change accounts with nhiemvu user."
    ),
    "tạo lúc {at}": "made at {at}",
    "Sửa tài khoản {name}": "Change the account {name}",
    "Đổi họ tên": "Change the full name",
    "{name} nay ký tên {full_name}.": "{name} signs as {full_name} now.",
    "Đổi vai trò": "Change the role",
    "Khóa tài khoản": "Switch the account off",
    "Mở lại tài khoản": "Switch the account on again",
    "Thêm tài khoản": "Add an account",
    "Tên tài khoản (chữ không dấu)": "Account (plain letters)",
    "Mật khẩu (ít nhất 12 ký tự)": "Password (at least 12 characters)",
    "Nhập lại mật khẩu": "Password again",
    # the audit trail
    "Nhật ký: ai đã đổi gì": "Audit trail: who changed what",
    "Người": "Person",
    "mọi người": "everybody",
    "Việc": "Action",
    "mọi việc": "everything",
    "Đối tượng có chữ": "Subject has the words",
    "Từ ngày": "From",
    "Đến ngày": "Through",
    "Lọc": "Show",
    "Bỏ lọc": "Show all",
    "Lúc (giờ Việt Nam)": "At (time of Viet Nam)",
    "Đối tượng": "Subject",
    "Chi tiết": "Details",
    "Địa chỉ": "Address",
    "Không có việc nào như vậy.": "There is nothing of the kind.",
    "Đăng nhập không được": "Failed log-in",
    "Kết thúc phiên đăng nhập": "End sessions",
    "Thu hồi mã truy cập": "Revoke a token",
    "Nạp văn bản": "Hand in a document",
    "Đọc lại văn bản": "Read a document again",
    "Sửa cơ quan chủ trì": "Correct who leads",
    "Sửa cơ quan phối hợp": "Correct who supports",
    "Sửa thời hạn": "Correct a deadline",
    "Ghi không phải nhiệm vụ": "Say that it is no task",
    "Sửa viện dẫn": "Correct a citation",
    "Nối với nhiệm vụ cấp trên": "Link with the task of a higher level",
    "Ghi hai tên một cơ quan": "Say that two names are one agency",
    "Ghi tiến độ": "Tick",
    "Thu hồi lần sửa": "Undo",
    "Nối hai văn bản": "Join two documents",
    "Tách hai văn bản": "Part two documents",
    # the documentation of the JSON
    "Dữ liệu JSON": "JSON",
    "Mọi trang đều có dạng JSON: thêm .json vào địa chỉ. Tên các trường giống kết quả của nhiemvu schema.": (
        "Every page is also JSON: its address with .json. Names of fields are those of nhiemvu schema."
    ),
    "Mô tả cho chương trình:": "Described for programs:",
    "Vào bằng mã truy cập (trang Tài khoản, hoặc nhiemvu user token):": (
        "Programs come in by a token (from the page of the account, or nhiemvu user token):"
    ),
    "Danh sách dài có trường next; gửi lại giá trị ấy ở tham số after để lấy trang sau.": (
        "Long lists have a field next; send its value back as the parameter after to get the next page."
    ),
    "Khi không làm được, câu trả lời là": "What cannot be done is answered by",
    "Mục lục": "Contents",
    "Văn bản": "Documents",
    "Lược đồ": "Works",
    "Nhiệm vụ": "Tasks",
    "Tham số của {path}": "Parameters of {path}",
    "Tham số": "Parameter",
    "Ở đâu": "Where",
    "Kiểu": "Type",
    "Bắt buộc": "Required",
    "Là gì": "What it is",
    "có": "yes",
    "Ví dụ": "Example",
    "Trả lời:": "Answer:",
    "khi không làm được:": "when it cannot be done:",
    "Các đối tượng trong câu trả lời": "Objects of the answers",
    "Các trường của {name}": "Fields of {name}",
    "Trường": "Field",
}
