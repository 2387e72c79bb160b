import { catalogue } from '../words/catalogue.js';

export const dueWords = catalogue(
  {
    none: 'Không có hạn',
    left: (days: string, day: string) => `Còn ${days} ngày làm việc · ${day}`,
    today: (day: string) => `Hạn hôm nay · ${day}`,
    overdue: (days: string, day: string) => `Quá hạn ${days} ngày làm việc · ${day}`,
    overdueRecently: (day: string) => `Quá hạn · ${day}`,
    advisory: 'cần xác minh',
    advisoryHint: 'Thời hạn này chưa được xác minh theo văn bản; chỉ để nhắc, không dùng để từ chối.',
  },
  {
    none: 'No date',
    left: (days, day) => `${days} working days left · ${day}`,
    today: (day) => `Due today · ${day}`,
    overdue: (days, day) => `${days} working days overdue · ${day}`,
    overdueRecently: (day) => `Overdue · ${day}`,
    advisory: 'to be verified',
    advisoryHint: 'Nobody has verified this limit against the law yet; it reminds, it never refuses.',
  },
);
