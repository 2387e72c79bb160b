import { catalogue } from '../shared/words/catalogue.js';

export const matterWords = catalogue(
  {
    openDossier: 'Mở hồ sơ và lịch sử',
    achievement: 'Thành tích',
    erasedText: 'Nội dung đã được xóa theo yêu cầu.',
    returned: (times: string) => `Đã trả lại ${times} lần`,
    pledges: 'Nội dung đăng ký, giao ước',
    answersFor: (name: string) => `Người chịu trách nhiệm: ${name}`,
  },
  {
    openDossier: 'Open the dossier and its history',
    achievement: 'Achievement',
    erasedText: 'The text was erased on request.',
    returned: (times) => `Returned ${times} time(s)`,
    pledges: 'What is pledged',
    answersFor: (name) => `Answers for it: ${name}`,
  },
);
