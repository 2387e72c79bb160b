import { catalogue } from '../shared/words/catalogue.js';

export const matterWords = catalogue(
  {
    openDossier: 'Mở hồ sơ và lịch sử',
    achievement: 'Thành tích',
    erasedText: 'Nội dung đã được xóa theo yêu cầu.',
    documents: 'Giấy tờ kèm theo',
    noDocuments: 'Chưa có giấy tờ nào.',
    returned: (times: string) => `Đã trả lại ${times} lần`,
    pledges: 'Nội dung đăng ký, giao ước',
    answersFor: (name: string) => `Người chịu trách nhiệm: ${name}`,
  },
  {
    openDossier: 'Open the dossier and its history',
    achievement: 'Achievement',
    erasedText: 'The text was erased on request.',
    documents: 'Papers',
    noDocuments: 'There are no papers yet.',
    returned: (times) => `Returned ${times} time(s)`,
    pledges: 'What is pledged',
    answersFor: (name) => `Answers for it: ${name}`,
  },
);
