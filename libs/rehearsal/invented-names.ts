import type { SubjectKind } from '../domain/campaign-plan/vocabulary.js';
import type { Chance } from './chance.js';

const SURNAMES = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Bùi',
  'Đinh',
  'Quách',
  'Hà',
  'Thạch',
  'Kim',
  'Lâm',
  'Vũ',
  'Đặng',
];
const WOMEN = ['Thị Lan', 'Thị Hoa', 'Thị Mai', 'Thị Thu Hà', 'Thị Ngọc', 'Thị Bích', 'Thị Kim Anh', 'Thị Yến'];
const MEN = ['Văn Minh', 'Văn Hùng', 'Đức Thắng', 'Quang Vinh', 'Hữu Phước', 'Xuân Trường', 'Văn Tâm', 'Công Lý'];

/** What a nominee of a kind that is no person is called; the number makes two of them differ. */
const BODIES: { readonly [K in SubjectKind]?: readonly string[] } = {
  collective: ['Tổ nghiệp vụ số', 'Phòng chuyên môn số', 'Tổ công tác số', 'Bộ phận tổng hợp số'],
  enterprise: ['Doanh nghiệp nông sản số', 'Công ty chế biến số'],
  cooperative: ['Hợp tác xã nông nghiệp số', 'Hợp tác xã dịch vụ số'],
  organisation: ['Tổ chức xã hội số'],
  association: ['Hội nghề nghiệp số'],
  commune: ['Xã số'],
  district: ['Huyện số'],
  hamlet: ['Ấp số', 'Thôn số'],
  'armed-forces': ['Ban Chỉ huy quân sự số'],
  'foreign-organisation': ['Tổ chức phi chính phủ nước ngoài số'],
  'international-organisation': ['Tổ chức quốc tế số'],
};

function personName(chance: Chance, of: string): string {
  const isWoman = chance.of('woman', of) < 0.5;
  return `${chance.pick(SURNAMES, 'surname', of)} ${chance.pick(isWoman ? WOMEN : MEN, 'given', of)}`;
}

/** A name for a nominee nobody has, marked as invented; the same for the same dossier of the same seed. `n` counts from 1. */
export function inventedName(chance: Chance, kind: SubjectKind, of: string, n: number): string {
  const bodies = BODIES[kind];
  if (bodies !== undefined) return `${chance.pick(bodies, 'body', of)} ${n} (giả định)`;
  const name = personName(chance, of);
  const isFamily = kind === 'household' || kind === 'business-household';
  return `${isFamily ? 'Hộ gia đình ' : ''}${name} (giả định)`;
}

const DEEDS = [
  'Tham mưu sớm, giao việc rõ người và rõ thời hạn; có sản phẩm cụ thể được đơn vị khác học theo',
  'Vận động, hướng dẫn từng hộ làm theo; số hộ tham gia tăng qua từng quý, không có khiếu nại',
  'Đưa cách làm mới vào công việc hằng ngày, rút ngắn thời gian xử lý và công khai kết quả hằng tháng',
  'Liên kết nhiều đơn vị cùng làm, kinh phí phần lớn do đơn vị tự thu xếp; kết quả được kiểm tra, xác nhận',
];

/** What a nominee is said to have done, told along one of the campaign's own contents; nobody has done it. */
export const inventedDeed = (chance: Chance, content: string, of: string): string =>
  `${chance.pick(DEEDS, 'deed', of)}. Nội dung thi đua: ${content} (giả định).`;
