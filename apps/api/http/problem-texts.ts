import type { RefusalText } from '../../../libs/contracts/refusals/refusal-text.js';

/** What can be wrong with a request before any command is judged; same shape as the refusals of the domain. */
export const REQUEST_PROBLEMS = {
  INVALID_JSON: {
    vi: 'Nội dung gửi lên không phải JSON hợp lệ.',
    en: 'The body is not valid JSON.',
    wayOutVi: 'Kiểm tra cú pháp JSON rồi gửi lại.',
    wayOutEn: 'Check the syntax of the JSON and send it again.',
  },
  METHOD_NOT_ALLOWED: {
    vi: 'Địa chỉ này không nhận phương thức đã dùng.',
    en: 'This address does not take that method.',
    wayOutVi: 'Xem tiêu đề Allow và tài liệu tại /api/docs.',
    wayOutEn: 'See the Allow header and the reference at /api/docs.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    vi: 'Kiểu dữ liệu gửi lên không được hỗ trợ.',
    en: 'This media type is not taken.',
    wayOutVi: 'Gửi JSON với Content-Type: application/json.',
    wayOutEn: 'Send JSON as Content-Type: application/json.',
  },
  REQUESTED_BY_MISSING: {
    vi: 'Yêu cầu thay đổi dữ liệu thiếu tiêu đề X-Requested-With.',
    en: 'A request that changes something lacks the header X-Requested-With.',
    wayOutVi: 'Gửi X-Requested-With: vinhdanh, hoặc dùng mã Bearer.',
    wayOutEn: 'Send X-Requested-With: vinhdanh, or use a Bearer token.',
  },
  PASSWORD_WRONG: {
    vi: 'Mật khẩu hiện tại không đúng.',
    en: 'The present password is wrong.',
    wayOutVi: 'Nhập lại mật khẩu hiện tại.',
    wayOutEn: 'Enter the present password again.',
  },
  INTERNAL: {
    vi: 'Lỗi ngoài dự kiến; chưa có gì được ghi.',
    en: 'Something unexpected went wrong; nothing was recorded.',
    wayOutVi: 'Thử lại; nếu lặp lại, báo quản trị kèm mã yêu cầu.',
    wayOutEn: 'Try again; if it comes back, tell the administrator the request id.',
  },
} as const satisfies Record<string, Omit<RefusalText, 'status'>>;

export type RequestProblemCode = keyof typeof REQUEST_PROBLEMS;

export const STATUS_TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  423: 'Locked',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};
