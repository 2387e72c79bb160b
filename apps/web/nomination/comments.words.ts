import { catalogue } from '../shared/words/catalogue.js';

export const commentsWords = catalogue(
  {
    title: 'Trao đổi về hồ sơ',
    hint: 'Hỏi, trả lời, lưu ý người xử lý sau; không làm thay đổi bước và thời hạn. Ai xem được hồ sơ đều đọc được.',
    none: 'Chưa có trao đổi nào.',
    erased: 'Nội dung đã được xóa theo yêu cầu.',
    write: 'Nội dung trao đổi',
    send: 'Gửi trao đổi',
    sent: 'Đã gửi trao đổi',
    empty: 'Ghi nội dung trước khi gửi.',
  },
  {
    title: 'Comments on the dossier',
    hint: 'Ask, answer, leave a hint for who comes next; no step and no date changes. Everyone who may see the dossier can read it.',
    none: 'Nobody has said anything yet.',
    erased: 'The text was erased on request.',
    write: 'My comment',
    send: 'Send the comment',
    sent: 'Comment sent',
    empty: 'Write something first.',
  },
);
