import { catalogue } from '../shared/words/catalogue.js';

export const helpWords = catalogue(
  {
    title: 'Phím tắt',
    next: 'Việc sau',
    previous: 'Việc trước',
    claim: 'Nhận việc',
    release: 'Trả việc về hàng chờ',
    pass: 'Thông qua',
    giveBack: 'Trả lại để bổ sung',
    delegate: 'Nhờ người khác làm thay',
    undo: 'Hoàn tác việc sắp gửi',
    tick: 'Đánh dấu chọn',
    search: 'Tìm',
    help: 'Bảng này',
    switch: 'Dùng phím tắt một phím',
  },
  {
    title: 'Shortcuts',
    next: 'Next task',
    previous: 'Previous task',
    claim: 'Take it',
    release: 'Give it back',
    pass: 'Pass',
    giveBack: 'Return for supplement',
    delegate: 'Have somebody else do it',
    undo: 'Undo what is about to be sent',
    tick: 'Choose it',
    search: 'Search',
    help: 'This list',
    switch: 'Use single-key shortcuts',
  },
);
