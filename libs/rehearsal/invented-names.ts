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
