import type { Bilingual } from '../domain/campaign-plan/parts.js';

const name = (vi: string, en: string): Bilingual => ({ vi, en });

const LIMITED: Readonly<Record<string, Bilingual>> = {
  'public-opinion': name('lấy ý kiến Nhân dân', 'public opinion'),
  appraisal: name('thẩm định', 'appraisal'),
  'appraisal-commune': name('thẩm định ở cấp xã', 'appraisal by the commune'),
  'appraisal-district': name('thẩm định ở cấp huyện', 'appraisal by the district'),
  'appraisal-province': name('thẩm định ở cấp tỉnh', 'appraisal by the province'),
  'appraisal-province-higher': name(
    'thẩm định ở cấp tỉnh để trình cấp trên',
    'appraisal by the province, to go upward',
  ),
  'appraisal-central': name('thẩm định ở Trung ương', 'central appraisal'),
  'appraisal-central-with-opinions': name('thẩm định ở Trung ương, có lấy ý kiến', 'central appraisal with opinions'),
  decision: name('quyết định', 'decision'),
  'enterprise-confirmation': name('xác nhận đối với doanh nghiệp', 'confirmation of an enterprise'),
  procedure: name('toàn bộ thủ tục', 'the whole procedure'),
  'procedure-family': name('toàn bộ thủ tục đối với hộ gia đình', 'the whole procedure for a household'),
  'result-notice': name('thông báo kết quả', 'notice of the result'),
  'consulted-opinion': name('cơ quan được hỏi trả lời ý kiến', 'opinion of an authority that is asked'),
  'submission-central': name('gửi hồ sơ về Trung ương', 'submission to the centre'),
  'revocation-report': name('báo cáo để hủy bỏ quyết định', 'report for an annulment'),
  'revocation-decision': name('quyết định hủy bỏ', 'decision of an annulment'),
  'revocation-whole': name('toàn bộ thủ tục hủy bỏ', 'the whole annulment'),
  'stripping-submission': name('trình tước danh hiệu', 'submission to strip a title'),
  'stripping-recovery': name('thu hồi hiện vật khen thưởng', 'recovery of what was awarded'),
};

/** What a time limit is for, in words; its code where a pack brings a procedure nobody has named yet. */
export const limitedStep = (step: string): Bilingual => LIMITED[step] ?? name(step, step);
