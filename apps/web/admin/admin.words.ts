import { catalogue } from '../shared/words/catalogue.js';

export const adminWords = catalogue(
  {
    title: 'Quản trị',
    parts: 'Các phần quản trị',
    units: 'Đơn vị',
    clusters: 'Cụm, khối',
    people: 'Nhân sự, chức vụ',
    accounts: 'Tài khoản',
    rules: 'Quy định',
    register: 'Sổ khen thưởng',
    calendar: 'Lịch làm việc',
    mail: 'Thư gửi đi',
    engine: 'Tình trạng hệ thống',
    worlds: 'Chính thức và diễn tập',
  },
  {
    title: 'Administration',
    parts: 'Parts of the administration',
    units: 'Units',
    clusters: 'Clusters, blocks',
    people: 'People and positions',
    accounts: 'Accounts',
    rules: 'Rules',
    register: 'Award register',
    calendar: 'Working calendar',
    mail: 'Outgoing mail',
    engine: 'State of the system',
    worlds: 'Official and rehearsals',
  },
);
