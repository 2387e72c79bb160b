import { DEFAULT_ROUTE } from '../domain/campaign-plan/default-route.js';
import type { CampaignFile } from '../domain/campaign-plan/campaign.js';
import type { Bilingual } from '../domain/campaign-plan/parts.js';

/** Steps that no route names: they are opened by what happens on the way. */
const OWN_STEPS: Readonly<Record<string, Bilingual>> = {
  'document-received': { vi: 'Xác nhận đã nhận văn bản', en: 'Acknowledgement of a document' },
  'activity-confirmation': { vi: 'Xác nhận hoạt động', en: 'Confirmation of an activity' },
  'activity-follow-up': { vi: 'Thực hiện việc cần theo dõi', en: 'Follow-up of an activity' },
  'example-proposal': { vi: 'Xem xét, đề nghị điển hình', en: 'Proposal of an example' },
  supplement: { vi: 'Bổ sung hồ sơ', en: 'Supplement of the dossier' },
  'higher-decision': { vi: 'Chờ cấp trên quyết định', en: 'Decision of the higher authority' },
  'submission-list': { vi: 'Lập danh sách trình khen thưởng', en: 'Submission list' },
  'consolidated-report': { vi: 'Xác nhận báo cáo tổng hợp', en: 'Acknowledgement of the consolidated report' },
  report: { vi: 'Tiếp nhận báo cáo', en: 'Receipt of the report' },
  'council-session': { vi: 'Phiên họp Hội đồng', en: 'Council session' },
  'pledge-results': { vi: 'Đánh giá kết quả giao ước', en: 'Assessment of a pledge' },
  registration: { vi: 'Xác nhận đăng ký thi đua', en: 'Confirmation of the registration' },
  'rebase-targets': { vi: 'Xử lý chỉ tiêu của đơn vị đã kết thúc', en: 'Targets of a unit that ended' },
};

/** What the kinds of work are called; used where a step has no name of its own. */
export const KIND_NAMES: Readonly<Record<string, Bilingual>> = {
  completeness: { vi: 'Kiểm tra hồ sơ', en: 'Completeness check' },
  'lead-opinion': { vi: 'Ý kiến cơ quan chủ trì', en: 'Opinion of the lead agency' },
  council: { vi: 'Hội đồng bỏ phiếu', en: 'Council vote' },
  appraisal: { vi: 'Thẩm định', en: 'Appraisal' },
  'public-opinion': { vi: 'Lấy ý kiến Nhân dân', en: 'Public opinion' },
  submission: { vi: 'Trình cấp có thẩm quyền', en: 'Submission' },
  decision: { vi: 'Quyết định', en: 'Decision' },
  publication: { vi: 'Công khai', en: 'Publication' },
  archive: { vi: 'Lưu trữ', en: 'Archive' },
  supplement: { vi: 'Bổ sung hồ sơ', en: 'Supplement' },
  'higher-decision': { vi: 'Ghi nhận quyết định cấp trên', en: 'Decision of a higher authority' },
  listing: { vi: 'Lập danh sách', en: 'List' },
  alarm: { vi: 'Báo động về nhật ký', en: 'Alarm about the log' },
  'record-result': { vi: 'Ghi kết quả họp Hội đồng', en: 'Council result' },
  confirmation: { vi: 'Xác nhận', en: 'Confirmation' },
  report: { vi: 'Báo cáo', en: 'Report' },
  consolidation: { vi: 'Báo cáo tổng hợp', en: 'Consolidated report' },
  'implementing-plan': { vi: 'Kế hoạch triển khai', en: 'Implementing plan' },
  guidance: { vi: 'Văn bản hướng dẫn', en: 'Guidance document' },
  milestone: { vi: 'Mốc thực hiện', en: 'Milestone' },
  registration: { vi: 'Đăng ký thi đua', en: 'Registration' },
  communication: { vi: 'Tuyên truyền', en: 'Communication' },
  inspection: { vi: 'Kiểm tra', en: 'Inspection' },
  mobilisation: { vi: 'Vận động', en: 'Mobilisation' },
  training: { vi: 'Tập huấn', en: 'Training' },
  coordination: { vi: 'Phối hợp', en: 'Coordination' },
  'introduce-examples': { vi: 'Giới thiệu điển hình', en: 'Introduction of examples' },
  'award-submission': { vi: 'Đề nghị khen thưởng', en: 'Award submission' },
  'joint-appraisal': { vi: 'Phối hợp thẩm định', en: 'Joint appraisal' },
  accountability: { vi: 'Trách nhiệm', en: 'Accountability' },
  'launch-proposal': { vi: 'Xem xét đề xuất phát động', en: 'Proposal to launch' },
  'mid-term-review': { vi: 'Sơ kết', en: 'Mid-term review' },
  'final-review': { vi: 'Tổng kết', en: 'Final review' },
  'confirm-registration': { vi: 'Xác nhận đăng ký', en: 'Confirmation of a registration' },
  'assess-pledge': { vi: 'Đánh giá kết quả giao ước', en: 'Assessment of a pledge' },
  'acknowledge-report': { vi: 'Xác nhận báo cáo tổng hợp', en: 'Acknowledgement' },
  'acknowledge-document': { vi: 'Xác nhận đã nhận văn bản', en: 'Acknowledgement' },
  'confirm-activity': { vi: 'Xác nhận hoạt động', en: 'Confirmation of an activity' },
  'follow-up-activity': { vi: 'Việc cần theo dõi', en: 'Follow-up' },
  'propose-example': { vi: 'Đề nghị công nhận điển hình', en: 'Proposal of an example' },
  'recognise-example': { vi: 'Công nhận điển hình', en: 'Recognition of an example' },
  'rebase-targets': { vi: 'Điều chỉnh chỉ tiêu khi sắp xếp đơn vị', en: 'Re-basing of targets' },
  'review-report': { vi: 'Tiếp nhận báo cáo', en: 'Receipt of a report' },
};

/** The name of a step: as the campaign calls it, else as the product does. */
export function stepName(step: string, file?: CampaignFile): Bilingual {
  const route = [...(file?.routes?.default ?? []), ...(file?.routes?.short ?? []), ...DEFAULT_ROUTE];
  const named = route.find(({ key }) => key === step)?.name;
  const duty = file?.obligations.find(({ key }) => `obligation/${key}` === step)?.text;
  const level = file?.exampleRegister?.levels.find(({ key }) => `example-recognition/${key}` === step);
  const recognition =
    level === undefined
      ? undefined
      : { vi: `Công nhận điển hình: ${level.name.vi}`, en: `Recognition of an example: ${level.name.en}` };
  const review = file?.reviews.find(({ key }) => `review/${key}` === step)?.text;
  return (
    named ??
    duty ??
    review ??
    recognition ??
    OWN_STEPS[step.replace('obligation/', '')] ??
    KIND_NAMES[step] ?? { vi: step, en: step }
  );
}
