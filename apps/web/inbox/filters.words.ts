import { catalogue } from '../shared/words/catalogue.js';

export const filterWords = catalogue(
  {
    search: 'Tìm trong việc cần làm',
    searchHint: 'Tên, đơn vị, bước… có dấu hoặc không dấu',
    clearSearch: 'Xóa từ tìm',
    filters: 'Lọc',
    any: 'Tất cả',
    kind: 'Loại việc',
    campaign: 'Phong trào',
    dueBefore: 'Hạn đến hết ngày',
    followUp: 'Đã đến ngày hẹn xem lại',
    sort: 'Sắp xếp',
    byDue: 'Hạn gần nhất trước',
    byOpened: 'Đến trước',
    clear: 'Bỏ lọc',
  },
  {
    search: 'Search my work',
    searchHint: 'Name, unit, step… with or without diacritics',
    clearSearch: 'Clear the search',
    filters: 'Filters',
    any: 'All',
    kind: 'Kind of work',
    campaign: 'Campaign',
    dueBefore: 'Due by the end of',
    followUp: 'To be looked at again by today',
    sort: 'Order',
    byDue: 'Due first',
    byOpened: 'Oldest first',
    clear: 'Clear the filters',
  },
);
