import { catalogue } from '../shared/words/catalogue.js';

export const erasingWords = catalogue(
  {
    erase: 'Xóa dữ liệu cá nhân',
    reason: 'Căn cứ',
    hint: 'Văn bản, đơn yêu cầu. Không nhắc lại điều cần xóa: căn cứ được lưu lại. Không thể hoàn tác; dữ kiện và chứng minh vẫn còn.',
    done: 'Đã xóa dữ liệu cá nhân',
  },
  {
    erase: 'Erase personal data',
    reason: 'Grounds',
    hint: 'The document or request. Do not repeat what is to be erased: the grounds are kept. It cannot be undone; facts and proofs stay.',
    done: 'Personal data erased',
  },
);
