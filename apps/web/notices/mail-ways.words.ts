import { catalogue } from '../shared/words/catalogue.js';

export const mailWaysWords = catalogue(
  {
    title: 'Nhận thư điện tử',
    hint: 'Trên trang này mọi thông báo luôn hiện ngay. Bản tổng hợp gửi một thư lúc 07:30 mỗi ngày làm việc.',
    'at-once': 'Ngay khi có',
    digest: 'Tổng hợp hằng ngày',
    none: 'Không gửi thư',
    fixed: 'Luôn gửi ngay theo quy định.',
    saved: 'Đã lưu cách nhận thư',
  },
  {
    title: 'Mail',
    hint: 'On this page every notice is shown at once, always. A digest is one mail at 07:30 on working days.',
    'at-once': 'At once',
    digest: 'In a daily digest',
    none: 'No mail',
    fixed: 'Always sent at once, by the rules of the house.',
    saved: 'Saved',
  },
);
