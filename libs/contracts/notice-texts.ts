import { formatVi, isLocalDate } from '../domain/calendar/local-date.js';
import type { CampaignFile } from '../domain/campaign-plan/campaign.js';
import type { ExampleKind } from '../domain/campaign-plan/vocabulary.js';
import { DEFAULT_ROUTE } from '../domain/campaign-plan/default-route.js';
import { EXAMPLE_NAMES } from './state-names.js';

/** What notices and mail say: Vietnamese first, English below. Words only; what is filled in are dates, titles and numbers. */
export interface Words {
  readonly vi: string;
  readonly en: string;
}

export interface MailTemplate {
  readonly subject: Words;
  readonly body: Words;
}

const template = (subjectVi: string, subjectEn: string, vi: string, en: string): MailTemplate => ({
  subject: { vi: subjectVi, en: subjectEn },
  body: { vi, en },
});

/** By the name the domain gives a notice. `{what}` is the matter, `{lastDay}` the last day on time. */
export const TEMPLATES: Readonly<Record<string, MailTemplate>> = {
  'obligation-opened': template(
    'Nhiệm vụ mới: {what}',
    'New duty: {what}',
    'Đơn vị được giao thực hiện: {what}. Hạn cuối: hết ngày {lastDay}.',
    'Your unit has been asked for: {what}. Last day: {lastDay}.',
  ),
  'obligation-urged': template(
    'Đôn đốc thực hiện: {what}',
    'Urged: {what}',
    'Cơ quan chủ trì đôn đốc đơn vị thực hiện: {what} (lần {number}). Hạn cuối: hết ngày {lastDay}.',
    'The lead agency urges your unit to complete: {what} (no. {number}). Last day: {lastDay}.',
  ),
  'obligation-waived': template(
    'Được miễn: {what}',
    'Waived: {what}',
    'Đơn vị được miễn thực hiện: {what}.',
    'Your unit no longer has to do: {what}.',
  ),
  'work-passed-on': template(
    'Tiếp nhận việc của đơn vị đã kết thúc: {what}',
    'Work of an ended unit comes to you: {what}',
    'Từ ngày {on}, đơn vị tiếp nhận việc còn mở của đơn vị đã kết thúc trong: {what}.',
    'From {on} your unit takes over the open work of an ended unit in: {what}.',
  ),
  'work-handed-over': template(
    'Được chuyển giao việc sau chia tách: {what}',
    'Work handed over to you after a split: {what}',
    'Đơn vị được chuyển giao việc còn mở của đơn vị đã chia tách: {what}.',
    'Open work of a unit that was split was handed over to you: {what}.',
  ),
  'daily-digest': template(
    'Tổng hợp thông báo ngày {on}: {number} mục',
    'Notices of {on}: {number}',
    'Các thông báo từ bản tổng hợp trước đến 07:30 ngày {on}:',
    'What there was to tell you since the last digest, up to 07:30 on {on}:',
  ),
  'task-due': template(
    'Sắp đến hạn {lastDay}: {what}',
    'Due {lastDay}: {what}',
    'Công việc sắp đến hạn: {what}. Hạn cuối: hết ngày {lastDay}.{late}',
    'Work is about to fall due: {what}. Last day: {lastDay}.{late}',
  ),
  'task-overdue': template(
    'Quá hạn {lastDay}: {what}',
    'Overdue since {lastDay}: {what}',
    'Công việc đã quá hạn: {what}. Hạn cuối là ngày {lastDay}.{late}',
    'Work is overdue: {what}. The last day was {lastDay}.{late}',
  ),
  'task-assigned': template(
    'Được giao việc: {what}',
    'Assigned to you: {what}',
    'Anh/chị được giao xử lý: {what}. Hạn cuối: {lastDay}.',
    'You have been given: {what}. Last day: {lastDay}.',
  ),
  'date-extended': template(
    'Gia hạn đến {lastDay}: {what}',
    'Extended to {lastDay}: {what}',
    'Thời hạn được gia hạn: {what}. Hạn mới: hết ngày {lastDay}.',
    'The date was moved: {what}. New last day: {lastDay}.',
  ),
  'session-day-off': template(
    'Ngày họp {date} nay là ngày nghỉ: {what}',
    'The day of the session, {date}, is now a day off: {what}',
    'Ngày họp Hội đồng {date} nay là ngày nghỉ; ghi kết quả chậm nhất hết ngày {lastDay}. Thư ký xem lại ngày họp.',
    'The council was to meet on {date}, which is now a day off; its result is to be recorded by {lastDay}. Look at the day again.',
  ),
  'registration-confirmed': template(
    'Đăng ký thi đua đã được xác nhận',
    'Registration confirmed',
    'Đăng ký thi đua của đơn vị đã được xác nhận: {what}.',
    'The registration of your unit was confirmed: {what}.',
  ),
  'personal-pledge-asked': template(
    'Đăng ký, báo cáo việc của cá nhân: {what}',
    'Your own pledge: {what}',
    'Đề nghị anh/chị thực hiện cho chính mình: {what}. Hạn cuối: hết ngày {lastDay}.',
    'You are asked for your own part: {what}. Last day: {lastDay}.',
  ),
  'personal-pledge-confirmed': template(
    'Đã xác nhận kết quả đăng ký cá nhân: {what}',
    'Your results are confirmed: {what}',
    'Kết quả việc anh/chị đăng ký đã được xác nhận: {what}.',
    'What you did of your pledge has been confirmed: {what}.',
  ),
  'pledge-assessed': template(
    'Đã đánh giá kết quả giao ước: {what}',
    'Pledge assessed: {what}',
    'Kết quả thực hiện giao ước thi đua của đơn vị đã được đánh giá: {what}.',
    'The results of your unit’s pledge have been assessed: {what}.',
  ),
  'confirmation-moved': template(
    'Việc xác nhận chuyển đến đơn vị: {what}',
    'A confirmation comes to you: {what}',
    'Cụm trưởng, khối trưởng thay đổi nên việc xác nhận đang mở chuyển đến đơn vị: {what}.',
    'The leader of a cluster or block changed, so an open confirmation comes to your unit: {what}.',
  ),
  'registration-returned': template(
    'Đăng ký thi đua bị trả lại',
    'Registration returned',
    'Đăng ký thi đua của đơn vị được trả lại để hoàn thiện: {what}.',
    'The registration of your unit was returned for correction: {what}.',
  ),
  'report-accepted': template(
    'Báo cáo đã được tiếp nhận',
    'Report accepted',
    'Báo cáo của đơn vị đã được tiếp nhận: {what}.',
    'The report of your unit was accepted: {what}.',
  ),
  'report-returned': template(
    'Báo cáo bị trả lại',
    'Report returned',
    'Báo cáo của đơn vị được trả lại để bổ sung: {what}.',
    'The report of your unit was returned: {what}.',
  ),
  'activity-recorded': template(
    'Hoạt động có liên quan đến đơn vị',
    'An activity that concerns your unit',
    'Một hoạt động có đơn vị tham gia hoặc liên quan vừa được ghi nhận; mở hệ thống để xem và xử lý nếu được giao.',
    'An activity your unit took part in or is concerned by was recorded; open it to look, and to act where you are asked.',
  ),
  'activity-confirmed': template(
    'Hoạt động đã được xác nhận',
    'Activity confirmed',
    'Hoạt động đơn vị ghi nhận đã được cơ quan có thẩm quyền xác nhận.',
    'The activity your unit recorded was confirmed by the authority.',
  ),
  'activity-refused': template(
    'Hoạt động không được xác nhận',
    'Activity not confirmed',
    'Cơ quan được đề nghị không xác nhận hoạt động; lý do ghi trong hồ sơ.',
    'The authority did not confirm the activity; its reason is in the record.',
  ),
  'activity-followed-up': template(
    'Việc cần theo dõi đã thực hiện',
    'Follow-up done',
    'Việc giao theo dõi sau hoạt động đã được thực hiện.',
    'What was left to follow up after the activity has been done.',
  ),
  'nomination-initiated': template(
    'Cơ quan có thẩm quyền chủ động đề nghị khen thưởng',
    'Nominated by the authority itself',
    'Cơ quan có thẩm quyền phát hiện và lập hồ sơ đề nghị khen thưởng cho đối tượng thuộc đơn vị.',
    'The authority itself found and nominated somebody of your unit.',
  ),
  'nomination-commented': template(
    'Có trao đổi mới về hồ sơ khen thưởng',
    'Somebody commented on a nomination',
    'Có ý kiến trao đổi mới về một hồ sơ khen thưởng mà đơn vị hoặc ông/bà tham gia xử lý; mở hồ sơ để xem và trả lời.',
    'There is a new comment on a nomination you or your unit take part in; open the dossier to read and answer it.',
  ),
  'document-sent': template(
    'Văn bản gửi đến đơn vị: {number}',
    'A document was sent to your unit: {number}',
    'Đơn vị có tên trong nơi nhận của văn bản số {number}; mở hệ thống để xem và xác nhận nếu được đề nghị.',
    'Your unit is among the recipients of document {number}; open it to read, and to acknowledge it where asked.',
  ),
  'accountable-head': template(
    'Người đứng đầu chịu trách nhiệm về phong trào',
    'You answer for a campaign',
    'Theo văn bản số {number}, người đứng đầu đơn vị chịu trách nhiệm phát động và tổ chức thực hiện phong trào.',
    'By document {number} the head of the unit answers for launching and carrying out the campaign.',
  ),
  'campaign-proposed': template(
    'Đề xuất phát động phong trào: {what}',
    'A campaign is proposed: {what}',
    'Đơn vị trình đề xuất phát động phong trào: {what}. Đề nghị xem xét, quyết định.',
    'A unit proposes a campaign: {what}. Please decide on it.',
  ),
  'proposal-declined': template(
    'Đề xuất phát động không được chấp nhận: {what}',
    'The proposed campaign is declined: {what}',
    'Đề xuất phát động phong trào của đơn vị không được chấp nhận: {what}. Lý do ghi trong hồ sơ phong trào.',
    'The campaign your unit proposed is not launched: {what}. The reason stands with the campaign.',
  ),
  'steering-member': template(
    'Phân công thành viên Ban Chỉ đạo: {what}',
    'You sit on a steering committee: {what}',
    'Theo văn bản số {number}, anh/chị là thành viên Ban Chỉ đạo; lĩnh vực, địa bàn phụ trách ghi trong việc cần làm.',
    'By document {number} you are a member of the steering committee; what you look after stands in your inbox.',
  ),
  'unit-late': template(
    'Đơn vị do anh/chị chịu trách nhiệm chậm hạn {lastDay}: {what}',
    'A unit you answer for is late since {lastDay}: {what}',
    'Đơn vị thuộc cụm, khối hoặc phạm vi anh/chị chịu trách nhiệm chưa thực hiện: {what}. Hạn cuối là ngày {lastDay}.',
    'A unit of your cluster, block or area has not done: {what}. The last day was {lastDay}.',
  ),
  'example-introduced': template(
    'Điển hình mới được giới thiệu',
    'An example was introduced',
    'Một điển hình của đơn vị được giới thiệu ({what}); đề nghị xem xét và đề nghị công nhận.',
    'An example of your unit was introduced ({what}); please look at it and propose it.',
  ),
  'example-proposed': template(
    'Điển hình chờ công nhận',
    'An example waits for recognition',
    'Có điển hình được đề nghị công nhận ({what}), đề nghị xem xét.',
    'An example was proposed for recognition ({what}), please look at it.',
  ),
  'example-recognised': template(
    'Điển hình được công nhận',
    'Example recognised',
    'Điển hình đơn vị giới thiệu đã được công nhận ({what}).',
    'The example you introduced was recognised ({what}).',
  ),
  'example-declined': template(
    'Điển hình không được công nhận',
    'Example not recognised',
    'Điển hình chưa được công nhận ({what}); lý do ghi trong hồ sơ.',
    'The example was not recognised ({what}); the reason is in the record.',
  ),
  'report-sent': template(
    'Báo cáo tổng hợp: {what}',
    'Consolidated report: {what}',
    'Báo cáo tổng hợp đã được gửi đến đơn vị: {what}.',
    'A consolidated report has been sent to you: {what}.',
  ),
  'report-to-acknowledge': template(
    'Báo cáo tổng hợp chờ xác nhận',
    'Consolidated report to acknowledge',
    'Có báo cáo tổng hợp gửi đến, đề nghị xác nhận đã nhận: {what}.',
    'A consolidated report was sent to you, please acknowledge it: {what}.',
  ),
  'review-opened': template(
    'Đến kỳ sơ kết, tổng kết: {what}',
    'Review opened: {what}',
    'Đến kỳ thực hiện: {what}. Hạn cuối: hết ngày {lastDay}.',
    'It is time for: {what}. Last day: {lastDay}.',
  ),
  'round-opened': template(
    'Mở đợt khen thưởng, nhận hồ sơ đến {lastDay}',
    'Award round open until {lastDay}',
    'Đợt khen thưởng bắt đầu nhận hồ sơ: {what}. Ngày cuối nhận hồ sơ: {lastDay}.',
    'An award round takes nominations: {what}. Last day: {lastDay}.',
  ),
  'round-award-added': template(
    'Đợt khen thưởng thêm hình thức: {award}',
    'A round takes one award more: {award}',
    'Đợt khen thưởng {what} nhận thêm hồ sơ đề nghị: {award} (văn bản {number}). Ngày cuối nhận hồ sơ: {lastDay}.',
    'The round {what} takes nominations for one award more: {award} (document {number}). Last day: {lastDay}.',
  ),
  'round-window-closed': template(
    'Hết thời gian nhận hồ sơ, đề nghị lập danh sách',
    'Award round closed, list to be made',
    'Đợt khen thưởng đã hết thời gian nhận hồ sơ ngày {lastDay}: {what}. Đề nghị lập danh sách trình.',
    'The round stopped taking nominations on {lastDay}: {what}. Please make the submission list.',
  ),
};

/** For a notice of a later release: the person learns that something waits and where to look. */
export const UNKNOWN_TEMPLATE = template(
  'Thông báo từ Vinh Danh',
  'Notice from Vinh Danh',
  'Có thông báo mới: {what}.',
  'There is something new for you: {what}.',
);

const LATE: Words = {
  vi: ' Thông báo này được gửi muộn do hệ thống tạm ngừng.',
  en: ' This reminder is sent late because the system was down.',
};

type Params = Readonly<Record<string, unknown>>;

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** A sentence with its values in it. One that nobody has given is shown as a dash, never as a hole. */
export function fillNotice(sentence: Words, params: Params, what: Words): Words {
  const fill = (language: keyof Words): string =>
    sentence[language].replace(/\{(\w+)\}/g, (_, name: string) => {
      if (name === 'what') return what[language];
      if (name === 'late') return params['late'] === true ? LATE[language] : '';
      const value = text(params[name]);
      return isLocalDate(value) ? formatVi(value) : value === '' ? '–' : value;
    });
  return { vi: fill('vi'), en: fill('en') };
}

const REGISTRATION: Words = { vi: 'Đăng ký thi đua', en: 'Registration of emulation pledges' };
const SESSION: Words = { vi: 'Phiên họp Hội đồng', en: 'Council session' };
const same = (word: string): Words => ({ vi: word, en: word });
const titleOfStep = (code: string, file?: CampaignFile): Words | undefined =>
  [...(file?.routes?.default ?? []), ...(file?.routes?.short ?? []), ...DEFAULT_ROUTE].find(({ key }) => key === code)
    ?.name;
/** A step of a dossier with the round it is in: the round alone would not say what waits. */
const within = (step: Words, round: Words): Words => ({ vi: `${step.vi}, ${round.vi}`, en: `${step.en}, ${round.en}` });

/** What tells an example from others without a name: what it is, and the unit it lives in. */
export const exampleMatter = (kind: ExampleKind, unit: Words): Words => ({
  vi: `${EXAMPLE_NAMES[kind].vi}, ${unit.vi}`,
  en: `${EXAMPLE_NAMES[kind].en}, ${unit.en}`,
});

/** What a notice is about, by the words of its campaign's own document; without a campaign by the name of the step. */
export function noticeMatter(file: CampaignFile | undefined, subject: string, params: Params): Words {
  const code = String(
    [params['step'], params['key'], params['review'], params['what'], params['kind']].find(
      (given) => typeof given === 'string',
    ) ?? subject,
  );
  if (file === undefined) return titleOfStep(code) ?? same(code);
  const id = subject.slice(subject.indexOf(':') + 1);
  const keys = [...code.split('/'), ...id.replace(`${file.id}.`, '').split('.')];
  const named = [...file.obligations, ...file.reviews, ...file.rounds].find(({ key }) => keys.includes(key));
  const step = subject.startsWith('nomination:') ? titleOfStep(code, file) : undefined;
  if (named !== undefined) return step === undefined ? named.text : within(step, named.text);
  if (keys.includes('registration') || subject.startsWith('registration:')) return REGISTRATION;
  return code === 'council-session' ? SESSION : (titleOfStep(code, file) ?? same(code));
}
