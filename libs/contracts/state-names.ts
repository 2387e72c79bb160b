import type { ExampleStage } from '../domain/example/example.stream.js';
import type { ActivityState } from '../domain/activity/activity.stream.js';
import type { RoundState } from '../domain/round/round.stream.js';
import type { Role } from '../domain/access/actor.js';
import type { Bilingual } from '../domain/campaign-plan/parts.js';
import type { CalendarDayKind } from '../domain/calendar/working-calendar.js';
import type {
  ActivityKind,
  ExampleKind,
  SubjectKind,
  SuccessionKind,
  UnitType,
} from '../domain/campaign-plan/vocabulary.js';

/** What people are called in the capacity they act in. */
export const ROLE_NAMES: Readonly<Record<Role, Bilingual>> = {
  head: { vi: 'thủ trưởng', en: 'head' },
  officer: { vi: 'cán bộ phụ trách', en: 'officer' },
  appraiser: { vi: 'chuyên viên thẩm định', en: 'appraiser' },
  secretary: { vi: 'thư ký', en: 'secretary' },
  decider: { vi: 'người có thẩm quyền quyết định', en: 'decider' },
  'council-chair': { vi: 'Chủ tịch Hội đồng', en: 'chair of the council' },
  'council-member': { vi: 'thành viên Hội đồng', en: 'member of the council' },
  'cluster-leader': { vi: 'Trưởng cụm, khối', en: 'leader of the cluster' },
  admin: { vi: 'quản trị', en: 'administrator' },
  auditor: { vi: 'thanh tra', en: 'auditor' },
  press: { vi: 'báo chí', en: 'press' },
};

/** What the states of dossiers, duties, reports, rounds and campaigns are called. */
export const STATUS_NAMES: Readonly<Record<string, Bilingual>> = {
  draft: { vi: 'dự thảo', en: 'draft' },
  open: { vi: 'đang xử lý', en: 'in progress' },
  returned: { vi: 'trả lại bổ sung', en: 'returned' },
  'on-hold': { vi: 'tạm dừng xem xét', en: 'on hold' },
  recognised: { vi: 'đã quyết định khen thưởng', en: 'award decided' },
  published: { vi: 'đã công khai', en: 'published' },
  archived: { vi: 'đã lưu trữ', en: 'archived' },
  declined: { vi: 'không được đề nghị', en: 'declined' },
  withdrawn: { vi: 'đã rút', en: 'withdrawn' },
  revoked: { vi: 'đã hủy bỏ', en: 'revoked' },
  fulfilled: { vi: 'đã hoàn thành', en: 'fulfilled' },
  waived: { vi: 'được miễn', en: 'waived' },
  lapsed: { vi: 'hết hiệu lực', en: 'lapsed' },
  running: { vi: 'đang thực hiện', en: 'running' },
  closed: { vi: 'đã kết thúc', en: 'closed' },
  submitted: { vi: 'đã nộp', en: 'submitted' },
  accepted: { vi: 'đã tiếp nhận', en: 'accepted' },
  confirmed: { vi: 'đã xác nhận', en: 'confirmed' },
  'passed-on': { vi: 'đã chuyển đơn vị kế thừa', en: 'passed to the successor' },
  sent: { vi: 'đã gửi', en: 'sent' },
  waiting: { vi: 'chờ xác nhận', en: 'waiting for confirmation' },
  refused: { vi: 'không được xác nhận', en: 'not confirmed' },
  acknowledged: { vi: 'đã xác nhận nhận được', en: 'acknowledged' },
  listing: { vi: 'đang lập danh sách', en: 'being listed' },
  convened: { vi: 'đã triệu tập', en: 'convened' },
  recorded: { vi: 'đã ghi kết quả', en: 'recorded' },
};

/** Words of one kind of thing, where an official says something else of it than of others in a state of the same name. */
export const OWN_STATUS_NAMES = {
  round: {
    open: { vi: 'đang nhận hồ sơ', en: 'taking dossiers' },
    listing: { vi: 'đang lập danh sách trình', en: 'submission list being made' },
    closed: { vi: 'đã khóa danh sách trình', en: 'submission list made' },
  } satisfies Record<RoundState['status'], Bilingual>,
  activity: {
    recorded: { vi: 'đã ghi nhận', en: 'recorded' },
    waiting: { vi: 'chờ xác nhận', en: 'waiting for confirmation' },
    confirmed: { vi: 'đã xác nhận', en: 'confirmed' },
    refused: { vi: 'không được xác nhận', en: 'not confirmed' },
    withdrawn: { vi: 'đã rút', en: 'withdrawn' },
  } satisfies Record<ActivityState['status'], Bilingual>,
} as const;

/** What can be nominated (law 06/2022/QH15, articles on awards by kind of subject; words of the campaigns' plans). */
export const SUBJECT_NAMES: Readonly<Record<SubjectKind, Bilingual>> = {
  individual: { vi: 'Cá nhân', en: 'Individual' },
  collective: { vi: 'Tập thể', en: 'Collective' },
  household: { vi: 'Hộ gia đình', en: 'Household' },
  enterprise: { vi: 'Doanh nghiệp', en: 'Enterprise' },
  cooperative: { vi: 'Hợp tác xã', en: 'Cooperative' },
  'business-household': { vi: 'Hộ kinh doanh', en: 'Household business' },
  investor: { vi: 'Nhà đầu tư', en: 'Investor' },
  organisation: { vi: 'Tổ chức', en: 'Organisation' },
  commune: { vi: 'Xã, phường, thị trấn', en: 'Commune' },
  hamlet: { vi: 'Thôn, xóm, tổ dân phố', en: 'Hamlet' },
  'overseas-vietnamese': { vi: 'Người Việt Nam ở nước ngoài', en: 'Vietnamese living abroad' },
  'foreign-individual': { vi: 'Cá nhân người nước ngoài', en: 'Foreign individual' },
  'foreign-organisation': { vi: 'Tổ chức nước ngoài', en: 'Foreign organisation' },
  official: { vi: 'Cán bộ, công chức, viên chức', en: 'Official' },
  worker: { vi: 'Người lao động', en: 'Worker' },
  farmer: { vi: 'Nông dân', en: 'Farmer' },
  'party-member': { vi: 'Đảng viên', en: 'Party member' },
  'respected-person': { vi: 'Người có uy tín', en: 'Respected person' },
  district: { vi: 'Huyện, thị xã, thành phố', en: 'District' },
  association: { vi: 'Hội, tổ chức hội', en: 'Association' },
  'armed-forces': { vi: 'Đơn vị lực lượng vũ trang', en: 'Unit of the armed forces' },
  'international-organisation': { vi: 'Tổ chức quốc tế', en: 'International organisation' },
};

/** What units do under a campaign is called. */
export const ACTIVITY_NAMES: Readonly<Record<ActivityKind, Bilingual>> = {
  communication: { vi: 'Tuyên truyền', en: 'Communication' },
  inspection: { vi: 'Kiểm tra, giám sát', en: 'Inspection and supervision' },
  urging: { vi: 'Theo dõi, đôn đốc', en: 'Urging' },
  coordination: { vi: 'Phối hợp', en: 'Coordination' },
  training: { vi: 'Bồi dưỡng, tập huấn', en: 'Training' },
  'field-visit': { vi: 'Bám sát cơ sở', en: 'Field visit' },
  contribution: { vi: 'Đóng góp', en: 'Contribution' },
};

/** What an advanced example is. */
export const EXAMPLE_NAMES: Readonly<Record<ExampleKind, Bilingual>> = {
  person: { vi: 'Người tốt, việc tốt', en: 'Person' },
  collective: { vi: 'Tập thể điển hình', en: 'Collective' },
  household: { vi: 'Hộ gia đình', en: 'Household' },
  model: { vi: 'Mô hình mới', en: 'Model' },
  'new-factor': { vi: 'Nhân tố mới', en: 'New factor' },
};

/** How far an advanced example has come. */
export const EXAMPLE_STAGE_NAMES: Readonly<Record<ExampleStage, Bilingual>> = {
  detected: { vi: 'Mới giới thiệu', en: 'Introduced' },
  proposed: { vi: 'Đã đề nghị công nhận', en: 'Proposed' },
  recognised: { vi: 'Đã được công nhận', en: 'Recognised' },
  fostered: { vi: 'Bồi dưỡng', en: 'Fostered' },
  publicised: { vi: 'Tuyên truyền', en: 'Publicised' },
  replicated: { vi: 'Nhân rộng', en: 'Replicated' },
};

/** What kinds of units are called. */
export const UNIT_TYPE_NAMES: Readonly<Record<UnitType, Bilingual>> = {
  'party-committee': { vi: 'Cấp ủy Đảng', en: 'Party committee' },
  'people-council': { vi: 'Hội đồng nhân dân', en: 'People’s council' },
  'province-people-committee': { vi: 'Ủy ban nhân dân tỉnh', en: 'Provincial people’s committee' },
  'province-department': { vi: 'Sở', en: 'Provincial department' },
  'province-board': { vi: 'Ban của tỉnh', en: 'Provincial board' },
  'province-branch-agency': { vi: 'Cơ quan ngang sở, ngành của tỉnh', en: 'Provincial branch agency' },
  'public-service-unit': { vi: 'Đơn vị sự nghiệp', en: 'Public service unit' },
  'fatherland-front': { vi: 'Ủy ban Mặt trận Tổ quốc', en: 'Fatherland Front' },
  'socio-political-organisation': { vi: 'Tổ chức chính trị - xã hội', en: 'Socio-political organisation' },
  association: { vi: 'Tổ chức hội', en: 'Association' },
  'vertical-agency': { vi: 'Cơ quan Trung ương theo ngành dọc', en: 'Vertical agency of the centre' },
  'district-people-committee': { vi: 'Ủy ban nhân dân cấp huyện', en: 'District people’s committee' },
  'district-department': { vi: 'Phòng, ban cấp huyện', en: 'District office' },
  'commune-people-committee': { vi: 'Ủy ban nhân dân cấp xã', en: 'Commune people’s committee' },
  division: { vi: 'Phòng, ban thuộc đơn vị', en: 'Division' },
  hamlet: { vi: 'Thôn, ấp, tổ dân phố', en: 'Hamlet' },
  enterprise: { vi: 'Doanh nghiệp', en: 'Enterprise' },
  cooperative: { vi: 'Hợp tác xã', en: 'Cooperative' },
  school: { vi: 'Trường học', en: 'School' },
  press: { vi: 'Cơ quan báo chí', en: 'Press' },
  'armed-forces': { vi: 'Lực lượng vũ trang', en: 'Armed forces' },
  'emulation-council': { vi: 'Hội đồng Thi đua - Khen thưởng', en: 'Emulation and commendation council' },
  'emulation-cluster': { vi: 'Cụm, khối thi đua', en: 'Emulation cluster or block' },
  'other-organisation': { vi: 'Tổ chức khác', en: 'Other organisation' },
};

/** What becomes of a unit by a document. */
export const SUCCESSION_NAMES: Readonly<Record<SuccessionKind, Bilingual>> = {
  merged: { vi: 'Sáp nhập, hợp nhất', en: 'Merger' },
  split: { vi: 'Chia tách', en: 'Split' },
  renamed: { vi: 'Đổi tên', en: 'New name' },
  dissolved: { vi: 'Giải thể', en: 'Dissolution' },
  raised: { vi: 'Nâng cấp', en: 'Raised to a higher level' },
};

/** Days that differ from the plain week. */
export const CALENDAR_DAY_NAMES: Readonly<Record<CalendarDayKind, Bilingual>> = {
  holiday: { vi: 'Nghỉ lễ', en: 'Public holiday' },
  observed: { vi: 'Nghỉ bù', en: 'Day off in lieu' },
  'swap-off': { vi: 'Nghỉ hoán đổi', en: 'Day off, exchanged' },
  'swap-work': { vi: 'Làm bù', en: 'Working day, exchanged' },
};
