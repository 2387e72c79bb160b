import { catalogue } from '../shared/words/catalogue.js';

export const nominationsWords = catalogue(
  {
    title: 'Hồ sơ khen thưởng',
    status: 'Tình trạng',
    any: 'Tất cả',
    subject: 'Đối tượng',
    award: 'Hình thức',
    unit: 'Đơn vị đề nghị',
    campaign: 'Phong trào',
    step: 'Bước hiện tại',
    due: 'Hạn',
    empty: 'Không có hồ sơ nào',
    emptyHint: 'Ở đây có những hồ sơ mà đơn vị của anh/chị có phần việc.',
  },
  {
    title: 'Nominations',
    status: 'Status',
    any: 'All',
    subject: 'Subject',
    award: 'Award',
    unit: 'Nominated by',
    campaign: 'Campaign',
    step: 'Present step',
    due: 'Due',
    empty: 'There are no nominations',
    emptyHint: 'Here are the dossiers in which your unit has a part.',
  },
);
