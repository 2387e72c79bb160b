import type { RefusalTexts } from './refusal-text.js';

/** What is told about files that are uploaded, and tables that are read in. */
export const FILE_REFUSALS = {
  COLUMNS_MISSING: {
    status: 422,
    vi: 'Không tìm thấy các cột cần có: {columns}.',
    en: 'Columns that are needed were not found: {columns}.',
    wayOutVi: 'Đặt tên cột theo mẫu, hoặc chỉ ra cột trong bảng ghép.',
    wayOutEn: 'Name the columns as in the sample, or say which they are.',
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
  TABLE_UNREADABLE: {
    status: 422,
    vi: 'Không đọc được bảng trong tệp.',
    en: 'No table can be read from the file.',
    wayOutVi: 'Lưu lại dưới dạng xlsx hoặc csv mã UTF-8 rồi tải lên lần nữa.',
    wayOutEn: 'Save it as xlsx or as csv in UTF-8 and upload it again.',
  },
} as const satisfies RefusalTexts;
