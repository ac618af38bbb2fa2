"""The words around every page."""

from __future__ import annotations

ENGLISH = {
    "Tìm kiếm": "Search",
    "Kế hoạch mới": "New plan",
    "Tổng quan": "Overview",
    "Cơ quan": "Agencies",
    "Tiếng Việt": "Vietnamese",
    "Giao diện sáng": "Light theme",
    "Giao diện tối": "Dark theme",
    "Đến nội dung chính": "Skip to the main content",
    "Điều hướng chính": "Main navigation",
    "Mọi việc làm ngay trên máy này; không văn bản nào bị gửi đi.": (
        "Everything happens on this machine; no document leaves it."
    ),
    "Không có trang này": "There is no such page",
    "kiểm tra lại địa chỉ": "check the address",
    "Không làm được": "This could not be done",
    "Về trang tìm kiếm": "Back to the search",
    "yêu cầu không đọc được": "the request cannot be understood",
    "lỗi bên trong": "an error inside the program",
    "thử lại, hoặc báo lỗi này": "try again, or report this",
    "xem lại những gì đã nhập": "check what was typed",
    "biểu mẫu đã cũ hoặc không phải của trang này": "the form is too old, or is not from this page",
    "mở lại trang rồi gửi lại": "open the page again and send it once more",
    "địa chỉ máy chủ không đúng": "this server does not have that name",
    "mở trang theo địa chỉ mà nhiemvu serve in ra": "use the address that nhiemvu serve prints",
    "Dữ liệu JSON của trang này": "This page as JSON",
    "Trang sau": "Next page",
    "ngày {date}": "{date}",
    "văn bản mang dấu chỉ độ mật": "the document is marked as secret",
    "chạy nhiemvu serve với --allow-secret trên máy được phép": (
        "run nhiemvu serve with --allow-secret on a machine where that is allowed"
    ),
    "Người dùng: {name}": "User: {name}",
    "con trỏ trang không hợp lệ": "this is no cursor",
    "mở lại từ trang đầu": "begin again with the first page",
    "tài khoản này không được làm việc đó": "this account may not do that",
    "nhờ người quản trị cấp quyền": "ask an administrator for the right to",
    "Họ và tên của bạn": "Your full name",
    "ký tên dưới mọi sửa đổi": "signs every change",
}
