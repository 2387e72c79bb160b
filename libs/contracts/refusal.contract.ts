import type { Refusal } from '../domain/core/decision.js';
import type { RefusalCode } from '../domain/core/refusal-code.js';

export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 413 | 422 | 423 | 429 | 503;

/** What a person is told: what is wrong, and what they can do. `{name}` is filled in from the refusal's parameters. */
export interface RefusalText {
  readonly status: RefusalStatus;
  readonly vi: string;
  readonly en: string;
  readonly wayOutVi: string;
  readonly wayOutEn: string;
}

export const REFUSAL_TEXTS: Readonly<Record<RefusalCode, RefusalText>> = {
  ALREADY_DONE: {
    status: 409,
    vi: 'Việc này đã được thực hiện.',
    en: 'This has been done already.',
    wayOutVi: 'Tải lại trang để xem trạng thái mới nhất; không cần làm lại.',
    wayOutEn: 'Reload to see the latest state; nothing needs to be repeated.',
  },
  ALREADY_EXISTS: {
    status: 409,
    vi: 'Mã này đã được dùng cho một hồ sơ khác.',
    en: 'This id is taken by something else.',
    wayOutVi: 'Mở hồ sơ đã có để sửa, hoặc dùng mã khác.',
    wayOutEn: 'Open and change what exists, or use another id.',
  },
  CAMPAIGN_CLOSED: {
    status: 409,
    vi: 'Phong trào đã kết thúc.',
    en: 'The campaign is closed.',
    wayOutVi: 'Chỉ còn xem và khai thác số liệu; việc mới thuộc phong trào khác.',
    wayOutEn: 'It can be read only; new work belongs to another campaign.',
  },
  CAMPAIGN_NOT_RUNNING: {
    status: 409,
    vi: 'Phong trào chưa được phát động.',
    en: 'The campaign has not been launched.',
    wayOutVi: 'Chờ cơ quan ban hành phát động bằng văn bản.',
    wayOutEn: 'Wait for the issuing authority to launch it by its document.',
  },
  COLUMNS_MISSING: {
    status: 422,
    vi: 'Không tìm thấy các cột cần có: {columns}.',
    en: 'Columns that are needed were not found: {columns}.',
    wayOutVi: 'Đặt tên cột theo mẫu, hoặc chỉ ra cột trong bảng ghép.',
    wayOutEn: 'Name the columns as in the sample, or say which they are.',
  },
  CRITERIA_NOT_MET: {
    status: 422,
    vi: 'Chưa đạt tiêu chí bắt buộc của nhóm «{group}»: {criteria}.',
    en: 'Criteria of group “{group}” that must be met are not: {criteria}.',
    wayOutVi: 'Kiểm tra câu trả lời và minh chứng của từng tiêu chí; nếu chưa đạt, chưa đề nghị được.',
    wayOutEn: 'Check the answer and the proof of each; what is not met cannot be nominated yet.',
  },
  CRITERIA_UNANSWERED: {
    status: 422,
    vi: 'Chưa trả lời hoặc thiếu minh chứng cho tiêu chí của nhóm «{group}»: {criteria}.',
    en: 'Criteria of group “{group}” without an answer or without proof: {criteria}.',
    wayOutVi: 'Trả lời từng tiêu chí, nêu mức, con số, văn bản hoặc đóng góp đã ghi nhận.',
    wayOutEn: 'Answer each, with its level, figure, paper or recorded contribution.',
  },
  DATE_IN_FUTURE: {
    status: 422,
    vi: 'Ngày của văn bản ({date}) sau ngày hôm nay.',
    en: 'The date of the document ({date}) lies in the future.',
    wayOutVi: 'Kiểm tra ngày ghi trên văn bản; ngày có thể sớm hơn nhưng không được muộn hơn hôm nay.',
    wayOutEn: 'Check the date on the document: it may be earlier than today, never later.',
  },
  DATE_INVALID: {
    status: 422,
    vi: 'Ngày không hợp lệ.',
    en: 'There is no such day.',
    wayOutVi: 'Nhập ngày có trong lịch, theo dạng năm-tháng-ngày.',
    wayOutEn: 'Enter a day of the calendar as YYYY-MM-DD.',
  },
  DEADLINE_IN_PAST: {
    status: 422,
    vi: 'Thời hạn {date} đã qua hoặc không muộn hơn thời hạn hiện tại ({today}).',
    en: 'The deadline {date} has passed, or is not later than the present one ({today}).',
    wayOutVi: 'Chọn một ngày muộn hơn; gia hạn không được rút ngắn thời gian đã cho.',
    wayOutEn: 'Choose a later day; an extension never takes time away.',
  },
  DECISION_NUMBER_TAKEN: {
    status: 409,
    vi: 'Số quyết định {number} đã được dùng trong năm này.',
    en: 'The decision number {number} is taken in this year.',
    wayOutVi: 'Kiểm tra số trên văn bản; nếu đúng, tìm quyết định đã ghi nhận trước đó.',
    wayOutEn: 'Check the number on the document; if it is right, look for the decision recorded before.',
  },
  EVIDENCE_MISSING: {
    status: 422,
    vi: 'Mục «{id}» cần có tệp minh chứng.',
    en: 'Field “{id}” needs a file that shows it.',
    wayOutVi: 'Tải tệp lên và đính kèm vào mục đó rồi gửi lại.',
    wayOutEn: 'Upload a file, attach it to the field and send again.',
  },
  FILE_DAMAGED: {
    status: 503,
    vi: 'Tệp {id} không còn đúng như khi được tải lên.',
    en: 'File {id} is no longer what was uploaded.',
    wayOutVi: 'Báo quản trị khôi phục tệp từ bản sao lưu, hoặc tải lên lại bản gốc.',
    wayOutEn: 'Ask the administrator to restore it from a backup, or upload the original again.',
  },
  FILE_NOT_ACCEPTED: {
    status: 422,
    vi: 'Loại tệp không được nhận, hoặc nội dung không đúng với đuôi tệp.',
    en: 'Files of this kind are not taken, or the content is not what its name says.',
    wayOutVi: 'Dùng một trong các loại: {endings}; lưu lại đúng định dạng rồi tải lên.',
    wayOutEn: 'Use one of: {endings}; save it in the right format and upload it again.',
  },
  DOSSIER_INCOMPLETE: {
    status: 422,
    vi: 'Hồ sơ của nhóm «{group}» còn thiếu: {papers}.',
    en: 'The dossier of group “{group}” lacks: {papers}.',
    wayOutVi: 'Bổ sung các giấy tờ nêu trên vào hồ sơ rồi trình lại.',
    wayOutEn: 'Add the papers named and submit again.',
  },
  FORBIDDEN: {
    status: 403,
    vi: 'Anh/chị không có quyền làm việc này.',
    en: 'You are not allowed to do this.',
    wayOutVi: 'Đề nghị người có thẩm quyền thực hiện hoặc ủy quyền.',
    wayOutEn: 'Ask somebody who may do it, or to be delegated.',
  },
  GUIDANCE_MISSING: {
    status: 409,
    vi: 'Chưa có văn bản «{obligation}» ({occurrence}); đơn vị phải ban hành: {unit}.',
    en: 'The document “{obligation}” ({occurrence}) is missing; owed by: {unit}.',
    wayOutVi: 'Đơn vị nêu trên ban hành và ghi nhận văn bản; đợt khen thưởng sẽ tự mở.',
    wayOutEn: 'The unit named issues and records it; the round then opens by itself.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 409,
    vi: 'Khóa chống gửi trùng đã dùng cho một yêu cầu khác.',
    en: 'The idempotency key was used for another request.',
    wayOutVi: 'Tải lại trang rồi gửi lại.',
    wayOutEn: 'Reload and send again.',
  },
  INVALID_INPUT: {
    status: 422,
    vi: 'Dữ liệu nhập chưa đúng hoặc còn thiếu.',
    en: 'Something entered is wrong or missing.',
    wayOutVi: 'Sửa mục được đánh dấu rồi gửi lại.',
    wayOutEn: 'Correct the field that is marked and send again.',
  },
  MEETING_INQUORATE: {
    status: 422,
    vi: 'Phiên họp không có thành viên nào dự ({present}/{members}).',
    en: 'Nobody of the council was present ({present}/{members}).',
    wayOutVi: 'Kiểm tra số thành viên dự họp trong biên bản, hoặc triệu tập lại.',
    wayOutEn: 'Check the attendance in the minutes, or convene again.',
  },
  NOT_ALLOWED_IN_STATE: {
    status: 409,
    vi: 'Trạng thái hiện tại không cho phép việc này.',
    en: 'The present state does not allow this.',
    wayOutVi: 'Tải lại trang để xem trạng thái và các việc có thể làm.',
    wayOutEn: 'Reload to see the state and what can be done.',
  },
  NOT_ASSIGNED_TO_YOU: {
    status: 403,
    vi: 'Việc này không được giao cho anh/chị.',
    en: 'This task is not yours.',
    wayOutVi: 'Đề nghị người đang phụ trách xử lý hoặc chuyển việc.',
    wayOutEn: 'Ask those in charge to do it or to hand it over.',
  },
  NOT_DUE_YET: {
    status: 409,
    vi: 'Chưa đến thời điểm thực hiện ({date}).',
    en: 'It is not time yet ({date}).',
    wayOutVi: 'Chờ đến ngày nêu trên.',
    wayOutEn: 'Wait until the day named.',
  },
  NOT_ELIGIBLE: {
    status: 409,
    vi: 'Theo quy định đã xác minh ({rule}), đối tượng không đủ điều kiện.',
    en: 'By a verified rule ({rule}) the subject is not eligible.',
    wayOutVi: 'Xem “vì sao” của hồ sơ; bổ sung dữ kiện còn sai, thiếu rồi đánh giá lại, hoặc không khen thưởng.',
    wayOutEn: 'See why; put wrong or missing facts right and evaluate again, or decline.',
  },
  NOT_FOUND: {
    status: 404,
    vi: 'Không tìm thấy «{id}».',
    en: '“{id}” was not found.',
    wayOutVi: 'Kiểm tra đường dẫn, hoặc tìm lại từ danh sách.',
    wayOutEn: 'Check the address, or look it up in the list.',
  },
  NOT_ON_AGENDA: {
    status: 422,
    vi: 'Hồ sơ {id} không thuộc nội dung phiên họp, chưa đến bước Hội đồng, hoặc thiếu kết quả.',
    en: 'Dossier {id} is not on the agenda, not at its council step, or has no result.',
    wayOutVi: 'Đối chiếu danh sách hồ sơ với chương trình họp rồi gửi lại.',
    wayOutEn: 'Compare the dossiers with the agenda and send again.',
  },
  NO_EXAMPLE_REGISTER: {
    status: 409,
    vi: 'Phong trào {id} không có sổ theo dõi điển hình tiên tiến.',
    en: 'Campaign {id} keeps no register of advanced examples.',
    wayOutVi: 'Giới thiệu điển hình ở phong trào có sổ theo dõi, hoặc bổ sung exampleRegister cho phong trào.',
    wayOutEn: 'Introduce it under a campaign that keeps one, or add exampleRegister to the campaign.',
  },
  OPEN_QUESTIONS: {
    status: 409,
    vi: 'Còn {count} điểm chưa làm rõ: {questions}.',
    en: '{count} point(s) are still open: {questions}.',
    wayOutVi: 'Người có thẩm quyền trả lời hoặc ấn định ngày cho từng điểm.',
    wayOutEn: 'Somebody in charge answers, or sets the date, for each of them.',
  },
  PAYLOAD_TOO_LARGE: {
    status: 413,
    vi: 'Dữ liệu gửi quá lớn.',
    en: 'Too much was sent at once.',
    wayOutVi: 'Chia nhỏ nội dung rồi gửi lại.',
    wayOutEn: 'Send it in parts.',
  },
  PHASE_GATED: {
    status: 409,
    vi: 'Còn chờ kết luận sơ kết, tổng kết hoặc nhiệm vụ điều kiện ({review}{obligation}).',
    en: 'It waits for the conclusion of a review or for a duty that comes first ({review}{obligation}).',
    wayOutVi: 'Ghi nhận kết luận hoặc hoàn thành nhiệm vụ nêu trên; bước sau sẽ tự mở.',
    wayOutEn: 'Record the conclusion or do the duty named; the next stage then opens by itself.',
  },
  PLEDGE_INCOMPLETE: {
    status: 422,
    vi: 'Bản đăng ký có {given} mục loại “{kind}”, phong trào yêu cầu ít nhất {atLeast}.',
    en: 'The pledge has {given} entries of kind “{kind}”; the campaign asks for at least {atLeast}.',
    wayOutVi: 'Bổ sung tiêu chí riêng, chỉ tiêu bằng số hoặc chỉ tiêu mũi nhọn rồi gửi lại.',
    wayOutEn: 'Add criteria of your own, indicators or spearhead indicators and send again.',
  },
  PLEDGE_NOT_KEPT: {
    status: 409,
    vi: 'Kết quả thực hiện giao ước của đơn vị chưa cho phép đề nghị khen thưởng ({lacks}): {keys}.',
    en: 'The results of the unit’s pledge do not allow nominations yet ({lacks}): {keys}.',
    wayOutVi:
      'Báo cáo kết quả từng chỉ tiêu đã ký và chờ cơ quan xác nhận đánh giá; chỉ tiêu chưa đạt thì không đề nghị.',
    wayOutEn: 'Report the result of every entry and have it assessed; what was not kept bars nominations.',
  },
  PLEDGE_UNSIGNED: {
    status: 422,
    vi: 'Giao ước cần được ký: hình thức và ngày ký.',
    en: 'The pledge has to be signed: how, and on which day.',
    wayOutVi: 'Ghi hình thức ký (bản giấy hoặc chữ ký số) và ngày ký, đính kèm bản ký nếu có.',
    wayOutEn: 'Say how (paper or digital) and when it was signed; attach the signed copy if there is one.',
  },
  REASON_REQUIRED: {
    status: 422,
    vi: 'Cần nêu lý do.',
    en: 'A reason is needed.',
    wayOutVi: 'Nhập lý do; lý do được lưu cùng hồ sơ.',
    wayOutEn: 'Enter the reason; it is kept with the record.',
  },
  RETURNED_TOO_OFTEN: {
    status: 409,
    vi: 'Hồ sơ đã bị trả lại {times} lần.',
    en: 'The dossier has been returned {times} times.',
    wayOutVi: 'Làm việc trực tiếp với đơn vị, hoặc từ chối có lý do.',
    wayOutEn: 'Talk to the unit, or decline with a reason.',
  },
  ROUND_NOT_OPEN: {
    status: 409,
    vi: 'Đợt khen thưởng không mở nhận hồ sơ ({status}).',
    en: 'The award round takes no dossiers ({status}).',
    wayOutVi: 'Chờ đợt sau, hoặc đề nghị gia hạn trước khi đợt kết thúc.',
    wayOutEn: 'Wait for the next round, or ask for an extension before a round ends.',
  },
  SAME_ACHIEVEMENT: {
    status: 409,
    vi: 'Đối tượng đã có hồ sơ {other} trong đợt này; một thành tích chỉ được khen một lần.',
    en: 'The subject has dossier {other} in this round; one achievement, one award.',
    wayOutVi: 'Rút một trong hai hồ sơ.',
    wayOutEn: 'Withdraw one of the two.',
  },
  SEALED_ERASED: {
    status: 409,
    vi: 'Dữ liệu cá nhân đã được xóa theo yêu cầu.',
    en: 'The personal data has been erased.',
    wayOutVi: 'Không khôi phục được; bằng chứng về việc đã làm vẫn còn.',
    wayOutEn: 'It cannot be brought back; the proof that it was done remains.',
  },
  SIGN_IN_FAILED: {
    status: 401,
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng.',
    en: 'The user name or the password is wrong.',
    wayOutVi: 'Nhập lại; nếu quên, đề nghị quản trị cấp lại.',
    wayOutEn: 'Try again; if forgotten, ask the administrator.',
  },
  SIGN_IN_REQUIRED: {
    status: 401,
    vi: 'Cần đăng nhập.',
    en: 'Please sign in.',
    wayOutVi: 'Đăng nhập rồi thực hiện lại.',
    wayOutEn: 'Sign in and try again.',
  },
  STALE_VERSION: {
    status: 409,
    vi: 'Việc này đã thay đổi từ khi anh/chị mở (lần {seen}, nay là lần {now}).',
    en: 'This has changed since you opened it (you saw {seen}, it is {now} now).',
    wayOutVi: 'Tải lại, xem thay đổi rồi quyết định lại.',
    wayOutEn: 'Reload, look at what changed and decide again.',
  },
  TABLE_UNREADABLE: {
    status: 422,
    vi: 'Không đọc được bảng trong tệp.',
    en: 'No table can be read from the file.',
    wayOutVi: 'Lưu lại dưới dạng xlsx hoặc csv mã UTF-8 rồi tải lên lần nữa.',
    wayOutEn: 'Save it as xlsx or as csv in UTF-8 and upload it again.',
  },
  SUBJECT_WITHOUT_GROUP: {
    status: 422,
    vi: 'Phong trào không có tiêu chí cho đối tượng «{subject}».',
    en: 'The campaign has no criteria for a subject of kind “{subject}”.',
    wayOutVi: 'Chọn đúng loại đối tượng, hoặc đề nghị cơ quan ban hành bổ sung nhóm tiêu chí.',
    wayOutEn: 'Choose the right kind of subject, or ask the issuing authority to add a group.',
  },
  TASK_CLAIMED_BY_OTHER: {
    status: 423,
    vi: 'Người khác đang xử lý việc này.',
    en: 'Somebody else has this in hand.',
    wayOutVi: 'Trao đổi với người đó, hoặc đề nghị lãnh đạo đơn vị chuyển việc.',
    wayOutEn: 'Talk to them, or ask the head of the unit to hand it over.',
  },
  TASK_CLOSED: {
    status: 409,
    vi: 'Việc này đã kết thúc.',
    en: 'This task is closed.',
    wayOutVi: 'Tải lại danh sách việc.',
    wayOutEn: 'Reload the list of tasks.',
  },
  TOO_MANY_ATTEMPTS: {
    status: 429,
    vi: 'Thử quá nhiều lần.',
    en: 'Too many attempts.',
    wayOutVi: 'Chờ một lúc rồi thử lại.',
    wayOutEn: 'Wait a while and try again.',
  },
  UNAVAILABLE: {
    status: 503,
    vi: 'Hệ thống tạm thời chưa ghi được.',
    en: 'Nothing can be recorded for the moment.',
    wayOutVi: 'Thử lại sau ít phút; không có gì bị ghi dở.',
    wayOutEn: 'Try again in a few minutes; nothing was half done.',
  },
  UNIT_NOT_IN_SCOPE: {
    status: 422,
    vi: 'Đơn vị {id} không hoạt động vào ngày {date} hoặc không thuộc phạm vi.',
    en: 'Unit {id} does not exist on {date} or is not concerned.',
    wayOutVi: 'Kiểm tra thời gian hiệu lực và đơn vị kế thừa.',
    wayOutEn: 'Check when the unit is valid and who succeeded it.',
  },
  UNIT_NOT_REGISTERED: {
    status: 409,
    vi: 'Đơn vị chưa đăng ký thi đua.',
    en: 'The unit has not registered for the campaign.',
    wayOutVi: 'Đăng ký và được xác nhận trước khi đề nghị khen thưởng.',
    wayOutEn: 'Register and be confirmed before nominating.',
  },
  UNIT_SUCCEEDED: {
    status: 409,
    vi: 'Đơn vị {id} đã kết thúc; nhiệm vụ do {to} tiếp nhận.',
    en: 'The unit {id} has ended; its work is that of {to}.',
    wayOutVi: 'Thực hiện với đơn vị kế thừa.',
    wayOutEn: 'Act for the unit that took over.',
  },
  UNKNOWN_AWARD: {
    status: 422,
    vi: 'Đợt này không có hình thức {award} cho đối tượng «{subject}».',
    en: 'This round has no award {award} for a subject of kind “{subject}”.',
    wayOutVi: 'Chọn hình thức khen thưởng trong danh sách của đợt.',
    wayOutEn: 'Choose an award of the round.',
  },
  UNKNOWN_UNIT: {
    status: 422,
    vi: 'Không có đơn vị {id}.',
    en: 'There is no unit {id}.',
    wayOutVi: 'Kiểm tra danh mục đơn vị.',
    wayOutEn: 'Check the list of units.',
  },
  VOTE_BELOW_THRESHOLD: {
    status: 422,
    vi: 'Số phiếu tán thành chưa đạt {percent} % theo quy định đã xác minh ({rule}).',
    en: 'Fewer than {percent} % voted in favour, as a verified rule ({rule}) wants.',
    wayOutVi: 'Kiểm tra lại biên bản kiểm phiếu; nếu đúng thì ghi kết quả không thông qua.',
    wayOutEn: 'Check the record of the count; if it is right, record that it was not approved.',
  },
  WORLD_CLOCK_BACKWARDS: {
    status: 409,
    vi: 'Đồng hồ diễn tập chỉ tiến, không lùi.',
    en: 'The clock of a rehearsal only moves on.',
    wayOutVi: 'Chọn thời điểm muộn hơn, hoặc bắt đầu diễn tập mới.',
    wayOutEn: 'Choose a later instant, or start another rehearsal.',
  },
  WRONG_WORLD: {
    status: 409,
    vi: 'Việc này chỉ làm được trong diễn tập.',
    en: 'This can be done in a rehearsal only.',
    wayOutVi: 'Mở một buổi diễn tập.',
    wayOutEn: 'Open a rehearsal.',
  },
};

export interface RefusalWords {
  readonly status: RefusalStatus;
  readonly message: string;
  readonly wayOut: string;
}

/** The refusal in a person's language, with its ids and dates filled in. What is not known is left out. */
export function refusalText(refusal: Pick<Refusal, 'code' | 'params'>, lang: 'vi' | 'en'): RefusalWords {
  const text = REFUSAL_TEXTS[refusal.code];
  const known = (group: string): boolean =>
    [...group.matchAll(/\{(\w+)\}/g)].some(([, name = '']) => refusal.params?.[name] !== undefined);
  const fill = (pattern: string): string =>
    pattern
      .replace(/ \((?:\{\w+\})+\)/g, (group) => (known(group) ? group : ''))
      .replace(/\{(\w+)\}/g, (_, name: string) => String(refusal.params?.[name] ?? ''));
  return {
    status: text.status,
    message: fill(lang === 'vi' ? text.vi : text.en),
    wayOut: fill(lang === 'vi' ? text.wayOutVi : text.wayOutEn),
  };
}
