import type { RefusalTexts } from './refusal-text.js';

/** What is told about units and the tasks in their queues. */
export const UNIT_REFUSALS = {
  NOT_ASSIGNED_TO_YOU: {
    status: 403,
    vi: 'Việc này không được giao cho anh/chị.',
    en: 'This task is not yours.',
    wayOutVi: 'Đề nghị người đang phụ trách xử lý hoặc chuyển việc.',
    wayOutEn: 'Ask those in charge to do it or to hand it over.',
  },
  SUCCESSION_BUILT_ON: {
    status: 409,
    vi: 'Không rút lại được: đã có việc dựa trên lần sắp xếp này: {things}.',
    en: 'It cannot be taken back: this stands on it already: {things}.',
    wayOutVi: 'Xem các mục nêu trên; nếu việc đã chuyển, thực hiện sắp xếp tiếp theo bằng văn bản đính chính.',
    wayOutEn: 'Look at what is named; where work has passed on, carry out what follows by a correcting document.',
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
  UNIT_NOT_IN_SCOPE: {
    status: 422,
    vi: 'Đơn vị {id} không hoạt động vào ngày {date} hoặc không thuộc phạm vi.',
    en: 'Unit {id} does not exist on {date} or is not concerned.',
    wayOutVi: 'Kiểm tra thời gian hiệu lực và đơn vị kế thừa.',
    wayOutEn: 'Check when the unit is valid and who succeeded it.',
  },
  UNIT_SUCCEEDED: {
    status: 409,
    vi: 'Đơn vị {id} đã kết thúc; nhiệm vụ do {to} tiếp nhận.',
    en: 'The unit {id} has ended; its work is that of {to}.',
    wayOutVi: 'Thực hiện với đơn vị kế thừa.',
    wayOutEn: 'Act for the unit that took over.',
  },
  UNKNOWN_UNIT: {
    status: 422,
    vi: 'Không có đơn vị {id}.',
    en: 'There is no unit {id}.',
    wayOutVi: 'Kiểm tra danh mục đơn vị.',
    wayOutEn: 'Check the list of units.',
  },
} as const satisfies RefusalTexts;
