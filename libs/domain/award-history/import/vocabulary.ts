import type { SubjectKind } from '../../campaign-plan/vocabulary.js';
import type { CommendationKind, Grade, InitiativeScope } from '../../rules/facts.js';
import type { AwardLevel } from '../award-record.js';
import { fold } from './fold.js';

/** Words of past decisions and the codes they mean. What is not here is asked for, never guessed. */

export interface KnownAward {
  readonly code: string;
  /** Danh hiệu thi đua: always a matter of merit. A form of commendation says its kind itself. */
  readonly isTitle: boolean;
  /** Individual, collective, household. */
  readonly for: string;
  readonly level: AwardLevel;
  readonly names: readonly string[];
}

const title = (code: string, who: string, level: AwardLevel, ...names: string[]): KnownAward => ({
  code,
  isTitle: true,
  for: who,
  level,
  names: [code, ...names],
});
const form = (code: string, who: string, level: AwardLevel, ...names: string[]): KnownAward => ({
  ...title(code, who, level, ...names),
  isTitle: false,
});

const RANKS = ['nhất', 'nhì', 'ba'] as const;
const ranked = (code: string, name: string): readonly KnownAward[] =>
  RANKS.map((rank, i) =>
    form(`${code}${i + 1}`, 'IC', 'NN', `Huân chương ${name} hạng ${rank}`, `Huân chương ${name} ${rank}`),
  );

export const KNOWN_AWARDS: readonly KnownAward[] = [
  title('LDTT', 'I', 'CS', 'Lao động tiên tiến', 'LĐTT'),
  title('CSTT', 'I', 'CS', 'Chiến sĩ tiên tiến'),
  title('CSTDCS', 'I', 'CS', 'Chiến sĩ thi đua cơ sở', 'CSTĐ cơ sở', 'CSTĐCS', 'Chiến sỹ thi đua cơ sở'),
  title(
    'CSTDT',
    'I',
    'BT',
    'Chiến sĩ thi đua cấp tỉnh',
    'Chiến sĩ thi đua tỉnh',
    'Chiến sỹ thi đua cấp tỉnh',
    'CSTĐ cấp tỉnh',
    'Chiến sĩ thi đua bộ, ban, ngành, tỉnh',
  ),
  title('CSTDTQ', 'I', 'TW', 'Chiến sĩ thi đua toàn quốc', 'Chiến sỹ thi đua toàn quốc', 'CSTĐ toàn quốc'),
  title('TTLDTT', 'C', 'CS', 'Tập thể lao động tiên tiến', 'TTLĐTT'),
  title('DVTT', 'C', 'CS', 'Đơn vị tiên tiến'),
  title('TTLDXS', 'C', 'BT', 'Tập thể lao động xuất sắc', 'TTLĐXS'),
  title('DVQT', 'C', 'BT', 'Đơn vị quyết thắng'),
  title('CTDT', 'C', 'BT', 'Cờ thi đua của UBND tỉnh', 'Cờ thi đua cấp tỉnh', 'Cờ thi đua của Ủy ban nhân dân tỉnh'),
  title('CTDCP', 'C', 'TW', 'Cờ thi đua của Chính phủ', 'Cờ thi đua Chính phủ'),
  title('XPTB', 'C', 'BT', 'Xã, phường, thị trấn tiêu biểu', 'Xã, phường, đặc khu tiêu biểu'),
  title('TVH', 'C', 'CS', 'Thôn, tổ dân phố văn hóa'),
  title('GDVH', 'H', 'CS', 'Gia đình văn hóa'),
  form('GK', 'ICH', 'CS', 'Giấy khen'),
  form(
    'BKT',
    'ICH',
    'BT',
    'Bằng khen của UBND tỉnh',
    'Bằng khen của Ủy ban nhân dân tỉnh',
    'Bằng khen của Chủ tịch UBND tỉnh',
    'Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh',
    'Bằng khen cấp tỉnh',
    'Bằng khen UBND tỉnh',
    'Bằng khen của Bộ, ban, ngành, tỉnh',
  ),
  form(
    'BKTTG',
    'ICH',
    'TW',
    'Bằng khen của Thủ tướng Chính phủ',
    'Bằng khen của Thủ tướng',
    'Bằng khen Thủ tướng Chính phủ',
  ),
  form('KNC', 'I', 'BT', 'Kỷ niệm chương'),
  ...ranked('HC-LD', 'Lao động'),
  ...ranked('HC-DL', 'Độc lập'),
  ...ranked('HC-CC', 'Chiến công'),
  ...ranked('HC-BVTQ', 'Bảo vệ Tổ quốc'),
  form('HC-HCM', 'IC', 'NN', 'Huân chương Hồ Chí Minh'),
  form('HC-SV', 'IC', 'NN', 'Huân chương Sao vàng'),
];

type Words<T extends string> = Readonly<Record<T, readonly string[]>>;

const KINDS: Words<CommendationKind> = {
  CONG_TRANG: ['Công trạng', 'Khen thưởng công trạng', 'Thường xuyên', 'Thành tích công trạng'],
  CHUYEN_DE: ['Chuyên đề', 'Theo đợt', 'Thi đua theo chuyên đề', 'Đợt, chuyên đề', 'Phong trào thi đua'],
  DOT_XUAT: ['Đột xuất', 'Khen đột xuất'],
  CONG_HIEN: ['Cống hiến', 'Quá trình cống hiến'],
  NIEN_HAN: ['Niên hạn'],
  DOI_NGOAI: ['Đối ngoại'],
  KHANG_CHIEN: ['Kháng chiến', 'Thành tích kháng chiến'],
};
const GRADE_WORDS: Words<Grade> = {
  KHONG_HOAN_THANH: ['Không hoàn thành nhiệm vụ', 'Không hoàn thành'],
  HOAN_THANH: ['Hoàn thành nhiệm vụ', 'Hoàn thành'],
  HOAN_THANH_TOT: ['Hoàn thành tốt nhiệm vụ', 'Hoàn thành tốt'],
  HOAN_THANH_XUAT_SAC: ['Hoàn thành xuất sắc nhiệm vụ', 'Hoàn thành xuất sắc'],
};
const LEVEL_WORDS: Words<AwardLevel> = {
  NN: ['Nhà nước', 'Cấp Nhà nước'],
  TW: ['Trung ương', 'Chính phủ', 'Thủ tướng Chính phủ'],
  BT: ['Bộ, tỉnh', 'Cấp tỉnh', 'Tỉnh', 'Cấp bộ', 'Bộ, ban, ngành, tỉnh'],
  CS: ['Cơ sở', 'Cấp cơ sở', 'Huyện', 'Cấp huyện', 'Xã', 'Cấp xã', 'Sở, ngành'],
};
const SCOPE_WORDS: Words<InitiativeScope> = {
  grassroots: ['Cơ sở', 'Cấp cơ sở', 'Huyện', 'Cấp huyện'],
  province: ['Tỉnh', 'Cấp tỉnh', 'Bộ, ban, ngành, tỉnh'],
  national: ['Toàn quốc', 'Cấp Nhà nước'],
};
const SUBJECT_WORDS: Partial<Words<SubjectKind>> = {
  individual: ['Cá nhân'],
  collective: ['Tập thể', 'Đơn vị', 'Cơ quan'],
  household: ['Hộ gia đình', 'Hộ', 'Gia đình'],
  enterprise: ['Doanh nghiệp', 'Công ty'],
  cooperative: ['Hợp tác xã', 'HTX'],
};

/** The code of one of these words, or the code itself written out. */
function reader<T extends string>(words: Partial<Words<T>>): (text: string) => T | undefined {
  const codes = Object.keys(words) as T[];
  const known = new Map(
    codes.flatMap((code) => [code, ...(words[code] ?? [])].map((word): [string, T] => [fold(word), code])),
  );
  return (text) => known.get(fold(text));
}

export const kindOf = reader(KINDS);
export const gradeOf = reader(GRADE_WORDS);
export const levelOf = reader(LEVEL_WORDS);
export const scopeOf = reader(SCOPE_WORDS);
export const subjectKindOf = reader(SUBJECT_WORDS);

const AWARDS = new Map(
  KNOWN_AWARDS.flatMap((award) => award.names.map((name): [string, KnownAward] => [fold(name), award])),
);
/** "Danh hiệu Lao động tiên tiến" is "Lao động tiên tiến". */
const PREFIX = /^(danh hieu|hinh thuc|tang|tang thuong) /;

export const awardOf = (text: string): KnownAward | undefined =>
  AWARDS.get(fold(text)) ?? AWARDS.get(fold(text).replace(PREFIX, ''));

/** Known names that share the most words with what was written: a way out for a name that is not known. */
export function similarAwards(text: string): readonly string[] {
  const words = new Set(fold(text).split(' '));
  const shared = (award: KnownAward): number =>
    Math.max(
      ...award.names.map(
        (name) =>
          fold(name)
            .split(' ')
            .filter((word) => words.has(word)).length,
      ),
    );
  return KNOWN_AWARDS.map((award) => ({ award, score: shared(award) }))
    .filter(({ score }) => score >= 2)
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
    .map(({ award }) => award.names[1] ?? award.code);
}
