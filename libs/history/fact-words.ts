import type { Bilingual } from '../domain/campaign-plan/parts.js';

/** What each fact is called in a history. `{name}` is filled in from the fact; a part in [ ] falls away without it. */
export const FACT_WORDS: Readonly<Record<string, Bilingual>> = {
  nominationDrafted: { vi: 'Lập hồ sơ đề nghị khen thưởng', en: 'Drafted the nomination' },
  nominationRevised: { vi: 'Sửa hồ sơ', en: 'Revised the dossier' },
  nominationPaperFiled: {
    vi: 'Đưa tài liệu vào hồ sơ: {paper}[, tệp «{file}»][, thay bản {replaces}], mã kiểm tra {digest}',
    en: 'Filed a document: {paper}[, file “{file}”][, replacing {replaces}], checksum {digest}',
  },
  nominationPaperTakenOut: {
    vi: 'Rút tài liệu khỏi hồ sơ: {paper}, mã kiểm tra {digest}',
    en: 'Took a document out: {paper}, checksum {digest}',
  },
  nominationSubmitted: { vi: 'Trình hồ sơ', en: 'Submitted the nomination' },
  stepEnded: {
    vi: 'Thông qua bước «{step}»[, kết quả: {outcome}][, nhận khi còn thiếu: {lacking}]',
    en: 'Passed the step “{step}”[, outcome: {outcome}][, taken although it lacks: {lacking}]',
  },
  nominationFactsDeclared: { vi: 'Khai dữ kiện để xét điều kiện', en: 'Declared the facts the rules ask for' },
  nominationRulesPinned: {
    vi: 'Cấp quyết định tiếp nhận hồ sơ: áp dụng {pack} (khi trình: {provisional}), kết quả xét: {outcome}',
    en: 'Received by the deciding level: {pack} applies (at submission: {provisional}), verdict: {outcome}',
  },
  nominationEvaluated: {
    vi: 'Đánh giá điều kiện theo {pack} ({version}): {outcome}[, trước đó: {before}]',
    en: 'Evaluated by {pack} ({version}): {outcome}[, before: {before}]',
  },
  nominationCommented: { vi: 'Trao đổi về hồ sơ (ý kiến số {number})', en: 'Commented on the dossier (no. {number})' },
  nominationReturned: { vi: 'Trả lại để bổ sung tại bước «{step}»', en: 'Returned for supplement at “{step}”' },
  nominationResubmitted: {
    vi: 'Nộp lại hồ sơ đã bổ sung[, còn thiếu: {lacking}]',
    en: 'Handed the supplemented dossier in again[, lacking: {lacking}]',
  },
  nominationHeld: {
    vi: 'Tạm dừng xem xét tại bước «{step}»[, lý do: {ground}]',
    en: 'Put on hold at “{step}”[, ground: {ground}]',
  },
  nominationReleased: { vi: 'Tiếp tục xem xét', en: 'Went on with the dossier' },
  nominationDeclined: { vi: 'Không đồng ý tại bước «{step}»', en: 'Declined at “{step}”' },
  nominationWithdrawn: { vi: 'Rút hồ sơ', en: 'Withdrew the nomination' },
  nominationSubmittedUpward: {
    vi: 'Trình cấp trên: {authority}, văn bản {number} ngày {date}',
    en: 'Submitted upward to {authority} by {number} of {date}',
  },
  nominationRecognised: {
    vi: 'Khen thưởng theo Quyết định {number} ngày {date}',
    en: 'Recognised by decision {number} of {date}',
  },
  nominationPublished: { vi: 'Công khai kết quả', en: 'Published the result' },
  nominationArchived: { vi: 'Lưu trữ hồ sơ', en: 'Archived the dossier' },
  nominationRevoked: {
    vi: 'Hủy bỏ quyết định khen thưởng bằng văn bản {decisionNumber} ngày {decisionDate}',
    en: 'Annulled the award by {decisionNumber} of {decisionDate}',
  },
  nominationRestored: { vi: 'Khôi phục quyết định khen thưởng', en: 'Restored the award' },
  stepReplanned: {
    vi: 'Lịch nghỉ thay đổi: hạn của bước «{step}»[ từ {from}] chuyển đến {to}',
    en: 'The calendar changed: “{step}” is due[, instead of {from},] on {to}',
  },
  stepDueExtended: {
    vi: 'Gia hạn bước đang xử lý[ từ {from}] đến {to}',
    en: 'Gave the open step more time[, from {from}] until {to}',
  },
  taskReplanned: {
    vi: 'Lịch nghỉ thay đổi: «{step}» hạn {from} chuyển đến {to}',
    en: 'The calendar changed: “{step}” was due on {from}, now on {to}',
  },
  taskReminded: {
    vi: 'Nhắc việc ({kind}) tới {to}[, gửi muộn: {late}]',
    en: 'Sent a reminder ({kind}) to {to}[, late: {late}]',
  },

  workPassedOn: {
    vi: 'Chuyển việc của {from} sang {to} từ {on}[ ({kind})] theo văn bản {number} ngày {date}',
    en: 'Passed the work of {from} to {to} from {on}[ ({kind})] by {number} of {date}',
  },
  workPassingConcluded: {
    vi: 'Đã chuyển xong việc của {from} sang {to}',
    en: 'All open work of {from} has gone to {to}',
  },
  registrationTakenOver: {
    vi: 'Tiếp nhận đăng ký thi đua của {from} từ {on}[ ({kind})] theo văn bản {number} ngày {date}',
    en: 'Took over the registration of {from} from {on}[ ({kind})] by {number} of {date}',
  },
  rulesLoaded: { vi: 'Nạp dữ liệu quy định', en: 'Loaded the rule data' },
  ruleVerified: {
    vi: 'Xác minh quy định {rowId} theo {source}[, áp dụng: {enforced}]',
    en: 'Verified rule {rowId} against {source}[, enforced: {enforced}]',
  },
  ruleVerificationWithdrawn: {
    vi: 'Rút xác minh quy định {rowId}[, lý do: {reason}]',
    en: 'Withdrew the verification of rule {rowId}[, reason: {reason}]',
  },
  unitSucceeded: {
    vi: 'Kết thúc đơn vị ({kind}), {to} tiếp nhận từ {on} theo văn bản {number} ngày {date}',
    en: 'Ended the unit ({kind}); {to} takes over from {on} by {number} of {date}',
  },
  unitTookOver: {
    vi: 'Tiếp nhận nhiệm vụ của {from} ({kind}) từ {on} theo văn bản {number} ngày {date}',
    en: 'Took over the work of {from} ({kind}) from {on} by {number} of {date}',
  },
  unitSuccessionTakenBack: {
    vi: 'Rút lại việc kết thúc đơn vị ({kind}), {to} tiếp nhận từ {on} theo văn bản {number} ngày {date}',
    en: 'Took back the end of the unit ({kind}) by which {to} was to take over from {on}, by {number} of {date}',
  },
  unitTakingOverTakenBack: {
    vi: 'Rút lại việc tiếp nhận nhiệm vụ của {from} ({kind}) từ {on}',
    en: 'Took back the taking over of the work of {from} ({kind}) from {on}',
  },
  registerCovered: {
    vi: 'Xác nhận sổ khen thưởng đầy đủ[ từ năm {from}][ đến năm {to}] theo văn bản {number} ngày {date}',
    en: 'Said which years the award register covers[: from {from}][ to {to}], by {number} of {date}',
  },
  awardRecorded: { vi: 'Ghi vào sổ khen thưởng', en: 'Entered into the award register' },
  awardRecordRevoked: {
    vi: 'Hủy bỏ theo văn bản {number} ngày {date}',
    en: 'Annulled by {number} of {date}',
  },
  awardRecordRestored: { vi: 'Khôi phục trong sổ khen thưởng', en: 'Restored in the award register' },
  awardRecordCorrected: { vi: 'Đính chính mục trong sổ khen thưởng', en: 'Corrected the entry' },
  awardRecordRemoved: { vi: 'Xóa mục khỏi sổ khen thưởng', en: 'Removed the entry from the register' },
  freezeEnded: { vi: 'Hết thời gian tạm dừng xét khen thưởng ngày {until}', en: 'The freeze ended on {until}' },
  subjectJoined: { vi: 'Nối hồ sơ với {into} (cùng một đối tượng)', en: 'Joined to {into} as the same subject' },
  subjectParted: { vi: 'Tách hồ sơ khỏi {from}', en: 'Parted from {from}' },
  unitDefined: { vi: 'Khai báo đơn vị', en: 'Defined the unit' },
  unitChanged: { vi: 'Thay đổi đơn vị từ {validFrom}', en: 'Changed the unit from {validFrom}' },
  unitSuccessionPlanned: {
    vi: 'Dự kiến {to} tiếp nhận ({kind}) từ {on}',
    en: 'Planned {to} to take over ({kind}) from {on}',
  },
  clusterDefined: { vi: 'Khai báo cụm, khối thi đua', en: 'Defined the cluster or block' },
  clusterArranged: {
    vi: 'Năm {year}: đơn vị trưởng {leader}[, đơn vị phó {deputy}], {members} thành viên',
    en: 'In {year}: led by {leader}[, deputy {deputy}], {members} members',
  },
  personRegistered: { vi: 'Khai báo nhân sự', en: 'Registered the person' },
  personAppointed: {
    vi: 'Giao chức vụ[ {title}] ({role}) tại {unitId} từ {from}[ đến {to}]',
    en: 'Appointed[ as {title}] ({role}) at {unitId} from {from}[ until {to}]',
  },
  appointmentEnded: { vi: 'Chức vụ kết thúc ngày {to}', en: 'The position ends on {to}' },
  roleDelegated: {
    vi: 'Nhận ủy quyền ({role}) tại {unitId} từ {from} đến {to}',
    en: 'Was given a role ({role}) at {unitId} from {from} until {to}',
  },
  positionPassedOn: { vi: 'Chức vụ chuyển sang {to} từ {on}', en: 'The position goes on at {to} from {on}' },
  positionPassedBack: {
    vi: 'Rút lại việc chuyển chức vụ sang {to} từ {on}',
    en: 'The position does not go on at {to} from {on}',
  },
  accountAdministered: { vi: 'Tài khoản: {deed}', en: 'Account: {deed}' },
  calendarLoaded: { vi: 'Nạp lịch làm việc', en: 'Loaded the calendar' },
  calendarDayChanged: {
    vi: 'Thay đổi ngày {date}: {name} ({kind})[, căn cứ {source}]',
    en: 'Changed {date}: {name} ({kind})[, by {source}]',
  },

  taskClaimed: { vi: 'Nhận việc', en: 'Took the task in hand' },
  taskReleased: { vi: 'Trả việc về hàng chờ', en: 'Gave the task back' },
  taskReassigned: { vi: 'Giao việc cho {to}', en: 'Handed the task to {to}' },
  taskDelegated: { vi: 'Ủy quyền việc cho {to}', en: 'Had {to} do the task' },
  taskFollowUpSet: { vi: 'Hẹn xem lại ngày {on}', en: 'Set a day to look again: {on}' },

  sessionConvened: { vi: 'Triệu tập phiên họp Hội đồng ngày {date}', en: 'Convened a council session on {date}' },
  councilResultRecorded: {
    vi: 'Ghi kết quả bỏ phiếu: có mặt {present}[; tán thành {inFavour}, không tán thành {against}, trắng {abstained}]',
    en: 'Recorded the vote: {present} present[; {inFavour} for, {against} against, {abstained} abstained]',
  },
  decisionIssued: { vi: 'Ban hành Quyết định {number} ngày {date}', en: 'Issued decision {number} of {date}' },
  decisionRecipientAdded: { vi: 'Ghi thêm người được khen vào quyết định', en: 'Added a recipient to the decision' },

  campaignDrafted: { vi: 'Soạn phong trào thi đua', en: 'Drafted the campaign' },
  campaignRevised: { vi: 'Sửa dự thảo phong trào', en: 'Revised the draft' },
  questionAnswered: {
    vi: 'Trả lời điểm cần làm rõ {id}[: {choice}]',
    en: 'Answered the open question {id}[: {choice}]',
  },
  campaignProposed: { vi: 'Trình đề xuất phát động phong trào', en: 'Proposed the campaign' },
  proposalDeclined: { vi: 'Không đồng ý phát động', en: 'Declined the proposal' },
  campaignLaunched: {
    vi: 'Phát động theo văn bản {number} ngày {date}',
    en: 'Launched by document {number} of {date}',
  },
  phaseOpened: { vi: 'Mở giai đoạn {phase}', en: 'Opened phase {phase}' },
  reviewOpened: { vi: 'Mở kỳ sơ kết, tổng kết {review}', en: 'Opened review {review}' },
  reviewConcluded: {
    vi: 'Kết luận {review} bằng văn bản {number} ngày {date}',
    en: 'Concluded review {review} by {number} of {date}',
  },
  campaignDateExtended: { vi: 'Dời {what}[ từ {from}] đến {to}', en: 'Moved {what}[ from {from}] to {to}' },
  targetsToRebase: {
    vi: 'Chỉ tiêu của {from} chờ người có thẩm quyền điều chỉnh',
    en: 'Targets of {from} wait for a person to re-base them',
  },
  targetAdjusted: {
    vi: 'Điều chỉnh chỉ tiêu {target} ({point}): {disposition}[, đơn vị {unitId}][, giá trị {value}]',
    en: 'Re-based target {target} ({point}): {disposition}[, unit {unitId}][, value {value}]',
  },
  campaignClosed: { vi: 'Kết thúc phong trào', en: 'Closed the campaign' },
  campaignArchived: { vi: 'Lưu trữ phong trào', en: 'Archived the campaign' },

  obligationOpened: { vi: 'Giao nhiệm vụ, hạn {lastDay}', en: 'Opened the duty, due {lastDay}' },
  obligationFulfilled: {
    vi: 'Hoàn thành nhiệm vụ[ bằng văn bản {number} ngày {date}]',
    en: 'Fulfilled the duty[ by {number} of {date}]',
  },
  obligationReopened: { vi: 'Mở lại nhiệm vụ', en: 'Opened the duty again' },
  obligationUrged: { vi: 'Đôn đốc đơn vị', en: 'Urged the unit' },
  obligationExtended: { vi: 'Gia hạn cho đơn vị đến {lastDay}', en: 'Gave the unit more time, until {lastDay}' },
  obligationRescheduled: {
    vi: 'Lập lại lịch nhắc theo ngày đã đổi[: từ {from}][ đến {to}]',
    en: 'Followed a moved date[: from {from}][ to {to}]',
  },
  obligationWaived: { vi: 'Miễn nhiệm vụ', en: 'Freed the unit of the duty' },
  obligationLapsed: { vi: 'Nhiệm vụ hết hiệu lực khi phong trào kết thúc', en: 'The duty ended with its campaign' },

  unitRegistered: { vi: 'Đăng ký thi đua', en: 'Registered' },
  registrationConfirmed: { vi: 'Xác nhận đăng ký', en: 'Confirmed the registration' },
  registrationReturned: { vi: 'Trả lại đăng ký', en: 'Sent the registration back' },
  confirmationMoved: {
    vi: 'Chuyển việc xác nhận từ {from} sang {to}[: cụm trưởng (khối trưởng) đổi từ {former} sang {to}][ ({cluster}, năm {year})][: năm {without} không có cụm trưởng (khối trưởng) khác]',
    en: 'Moved the confirmation from {from} to {to}[: the leader of the cluster or block changed from {former} to {to}][ ({cluster}, {year})][: no other unit leads its cluster or block in {without}]',
  },
  personalPledgeMade: { vi: 'Đăng ký việc làm cá nhân', en: 'Registered what they will do' },
  personalResultsReported: { vi: 'Báo cáo kết quả việc đã đăng ký', en: 'Told what became of it' },
  personalResultsConfirmed: { vi: 'Xác nhận kết quả cá nhân', en: 'Confirmed the results' },
  householdListKept: { vi: 'Cập nhật danh mục việc của hộ gia đình', en: 'Kept the list of the household' },
  pledgeResultsReported: {
    vi: 'Báo cáo kết quả giao ước (lần đăng ký {number})',
    en: 'Reported the results of the pledge (version {number})',
  },
  pledgeAssessed: { vi: 'Đánh giá kết quả giao ước', en: 'Assessed the pledge' },
  reportSubmitted: { vi: 'Nộp báo cáo', en: 'Submitted the report' },
  reportAccepted: { vi: 'Tiếp nhận báo cáo', en: 'Accepted the report' },
  reportReturned: { vi: 'Trả lại báo cáo', en: 'Sent the report back' },
  reportsConsolidated: { vi: 'Tổng hợp báo cáo', en: 'Consolidated the reports' },
  reportAcknowledged: { vi: 'Xác nhận đã nhận báo cáo tổng hợp', en: 'Acknowledged the consolidated report' },
  activityRecorded: {
    vi: 'Ghi nhận hoạt động: {kind}, từ {from} đến {to}',
    en: 'Recorded an activity: {kind}, from {from} to {to}',
  },
  activityConfirmed: {
    vi: 'Xác nhận hoạt động[ bằng văn bản {number} ngày {date}]',
    en: 'Confirmed the activity[ by {number} of {date}]',
  },
  activityRefused: { vi: 'Không xác nhận hoạt động', en: 'Did not confirm the activity' },
  activityFollowedUp: {
    vi: 'Đã thực hiện việc cần theo dõi[ bằng văn bản {number} ngày {date}]',
    en: 'Did what was left to follow up[ by {number} of {date}]',
  },
  activityWithdrawn: { vi: 'Rút hoạt động đã ghi nhầm', en: 'Took back an activity recorded by mistake' },
  documentSent: { vi: 'Gửi văn bản {number} ngày {date} theo nơi nhận', en: 'Sent document {number} of {date}' },
  documentAcknowledged: { vi: 'Xác nhận đã nhận văn bản', en: 'Acknowledged the document' },
  exampleIntroduced: { vi: 'Giới thiệu điển hình tiên tiến', en: 'Introduced an advanced example' },
  exampleProposed: {
    vi: 'Đề nghị công nhận điển hình, cấp {level}',
    en: 'Proposed the example for recognition at level {level}',
  },
  exampleRecognised: {
    vi: 'Công nhận điển hình cấp {level} bằng văn bản {number} ngày {date}',
    en: 'Recognised the example at level {level} by {number} of {date}',
  },
  exampleDeclined: { vi: 'Không công nhận điển hình', en: 'Did not recognise the example' },
  examplePromoted: { vi: 'Điển hình được {what}, ngày {on}', en: 'The example was {what} on {on}' },
  exampleNominated: { vi: 'Đề nghị khen thưởng điển hình', en: 'Nominated the example for an award' },
  roundOpened: { vi: 'Mở đợt khen thưởng', en: 'Opened the award round' },
  roundAwardAdded: {
    vi: 'Thêm hình thức «{award}» vào đợt «{round}» theo văn bản {number} ngày {date}',
    en: 'Added “{award}” to the round “{round}” by {number} of {date}',
  },
  roundExtended: { vi: 'Gia hạn đợt khen thưởng', en: 'Gave the award round more time' },
  roundWindowClosed: { vi: 'Ngừng nhận hồ sơ', en: 'Closed the taking of nominations' },
  submissionListMade: { vi: 'Lập danh sách trình khen thưởng', en: 'Made the submission list' },
};

type Values = Readonly<Record<string, string | number>>;

/** Words with codes that a reader should not have to know. */
const CODES: Readonly<Record<string, Bilingual>> = {
  communication: { vi: 'tuyên truyền', en: 'communication' },
  urging: { vi: 'theo dõi, đôn đốc', en: 'urging' },
  coordination: { vi: 'phối hợp', en: 'coordination' },
  training: { vi: 'bồi dưỡng, tập huấn', en: 'training' },
  'field-visit': { vi: 'đi cơ sở', en: 'field visit' },
  contribution: { vi: 'đóng góp', en: 'contribution' },
  fostered: { vi: 'bồi dưỡng', en: 'fostered' },
  publicised: { vi: 'tuyên truyền', en: 'publicised' },
  replicated: { vi: 'nhân rộng', en: 'replicated' },
  passed: { vi: 'đạt', en: 'passed' },
  approved: { vi: 'tán thành', en: 'approved' },
  'not-approved': { vi: 'không tán thành', en: 'not approved' },
  eligible: { vi: 'đủ điều kiện', en: 'eligible' },
  'not-eligible': { vi: 'không đủ điều kiện', en: 'not eligible' },
  undetermined: { vi: 'chưa kết luận được', en: 'not determined' },
  discipline: { vi: 'kỷ luật', en: 'discipline' },
  inspection: { vi: 'thanh tra, kiểm tra', en: 'inspection' },
  complaint: { vi: 'khiếu nại, tố cáo', en: 'complaint' },
  press: { vi: 'phản ánh báo chí', en: 'press' },
  'value-set': { vi: 'nhập số được giao', en: 'entered the assigned number' },
  'carried-over': { vi: 'chuyển tiếp', en: 'carried over' },
  rescoped: { vi: 'đổi phạm vi', en: 're-scoped' },
  'not-assessable': { vi: 'không còn đánh giá được', en: 'not assessable any more' },
  remind: { vi: 'nhắc hạn', en: 'before or on the day' },
  escalate: { vi: 'báo cáo quá hạn', en: 'escalation' },
  urge: { vi: 'đôn đốc', en: 'by hand' },
  merged: { vi: 'sáp nhập', en: 'merged' },
  split: { vi: 'chia tách', en: 'split' },
  renamed: { vi: 'đổi tên', en: 'renamed' },
  dissolved: { vi: 'giải thể', en: 'dissolved' },
  raised: { vi: 'nâng cấp', en: 'raised' },
  'account-opened': { vi: 'mở', en: 'opened' },
  'account-closed': { vi: 'khóa', en: 'closed' },
  'account-reopened': { vi: 'mở lại', en: 'opened again' },
  'password-reset': { vi: 'cấp lại mật khẩu', en: 'password reset' },
  'signed-out': { vi: 'đăng xuất khỏi mọi nơi', en: 'signed out everywhere' },
  holiday: { vi: 'ngày nghỉ lễ', en: 'public holiday' },
  observed: { vi: 'nghỉ bù', en: 'day off in lieu' },
  'swap-off': { vi: 'nghỉ hoán đổi', en: 'day off, exchanged' },
  'swap-work': { vi: 'làm bù', en: 'working day, exchanged' },
  none: { vi: 'ngày thường', en: 'ordinary day' },
};

function fill(pattern: string, language: 'vi' | 'en', values: Values): string {
  const known = (part: string): boolean =>
    [...part.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => (values[name] ?? '') !== '');
  return pattern
    .replace(/\[([^\]]*)\]/g, (_, part: string) => (known(part) ? part : ''))
    .replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      return value === undefined ? '…' : (CODES[String(value)]?.[language] ?? String(value));
    });
}

/** The fact in both languages. `vi` and `en` hold what reads differently in each. */
export function factWords(type: string, values: { readonly vi: Values; readonly en: Values }): Bilingual {
  const words = FACT_WORDS[type] ?? { vi: type, en: type };
  return { vi: fill(words.vi, 'vi', values.vi), en: fill(words.en, 'en', values.en) };
}
