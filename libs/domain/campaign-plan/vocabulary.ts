/**
 * Closed word lists shared by campaign files, organisation files and the plan.
 * They are values, not enums, so that zod schemas, error messages and menus are built from one list.
 */

/** Kinds of units a campaign can address. The district level exists only up to 30/06/2025: units carry validity dates. */
export const UNIT_TYPES = [
  'party-committee',
  'people-council',
  'province-people-committee',
  'province-department', // sở
  'province-board', // ban
  'province-branch-agency', // cơ quan ngang sở, ngành của tỉnh
  'public-service-unit', // đơn vị sự nghiệp
  'fatherland-front', // Ủy ban Mặt trận Tổ quốc
  'socio-political-organisation', // tổ chức chính trị - xã hội
  'association', // tổ chức hội
  'vertical-agency', // cơ quan Trung ương theo ngành dọc
  'district-people-committee',
  'district-department', // phòng, ban, cơ quan chuyên môn cấp huyện
  'commune-people-committee',
  'division', // phòng, ban thuộc
  'hamlet', // thôn, ấp, tổ dân phố
  'enterprise',
  'cooperative',
  'school',
  'press',
  'armed-forces',
  'emulation-council',
  'emulation-cluster', // cụm, khối
  'other-organisation',
] as const;
export type UnitType = (typeof UNIT_TYPES)[number];
export const isUnitType = (text: string): text is UnitType => (UNIT_TYPES as readonly string[]).includes(text);

/** Whom an award or a pledge can be about. A household is a subject of its own, not a collective of persons. */
export const SUBJECT_KINDS = [
  'individual',
  'collective',
  'household',
  'enterprise',
  'cooperative',
  'business-household',
  'investor',
  'organisation',
  'commune',
  'hamlet',
  'overseas-vietnamese',
  'foreign-individual',
  'foreign-organisation',
  'official', // cán bộ, công chức, viên chức
  'worker', // người lao động, công nhân
  'farmer',
  'party-member',
  'respected-person', // người có uy tín
  'district',
  'association', // hội, tổ chức hội
  'armed-forces',
  'international-organisation',
] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** Kinds that are a case of another: an award offered to individuals is offered to farmers, not the other way round. */
export const GENERAL_KIND: { readonly [K in SubjectKind]?: SubjectKind } = {
  official: 'individual',
  worker: 'individual',
  farmer: 'individual',
  'party-member': 'individual',
  'respected-person': 'individual',
  'armed-forces': 'collective',
  association: 'organisation',
  'international-organisation': 'foreign-organisation',
};

/** What units do under a campaign and record (hoạt động). */
export const ACTIVITY_KINDS = [
  'communication', // tuyên truyền
  'inspection', // kiểm tra, giám sát
  'urging', // theo dõi, đôn đốc
  'coordination', // phối hợp, có đơn vị chủ trì
  'training', // bồi dưỡng, tập huấn
  'field-visit', // bám sát cơ sở
  'contribution', // đóng góp
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** What can be given: tiền của, công sức, đất đai, trí tuệ, hiện vật. */
export const CONTRIBUTION_KINDS = ['money', 'labour', 'land', 'intellect', 'material'] as const;
export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number];

/** What an advanced example is. */
export const EXAMPLE_KINDS = [
  'person', // gương người tốt, việc tốt
  'collective', // tập thể điển hình
  'household',
  'model', // mô hình mới
  'new-factor', // nhân tố mới
] as const;
export type ExampleKind = (typeof EXAMPLE_KINDS)[number];

/** Parts played in one campaign, each filled by a unit in `roles`. */
export const CAMPAIGN_ROLES = ['issuer', 'leadAgency', 'homeAffairs', 'standingBody', 'council', 'decider'] as const;
export type CampaignRole = (typeof CAMPAIGN_ROLES)[number];

export const OBLIGATION_KINDS = [
  'report',
  'consolidation',
  'implementing-plan',
  'guidance',
  'milestone',
  'registration',
  'communication',
  'inspection',
  'accountability',
  'mobilisation',
  'introduce-examples',
  'award-submission',
  'joint-appraisal',
  'training',
  'coordination',
] as const;
export type ObligationKind = (typeof OBLIGATION_KINDS)[number];

/** `invited`: asked, never escalated. `undated`: blocks launch until somebody sets a date. */
export const OBLIGATION_MODES = ['dated', 'recurring', 'continuous', 'invited', 'undated'] as const;
export type ObligationMode = (typeof OBLIGATION_MODES)[number];

export const PROOF_KINDS = ['document', 'report', 'record', 'yearly-report'] as const;
export type ProofKind = (typeof PROOF_KINDS)[number];

/** V verified, VH verified for an instrument no longer in force, M from memory, ? unknown. Only V may ever be enforced. */
export const CONFIDENCES = ['V', 'VH', 'M', '?'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export const DOCUMENT_TYPES = [
  'ke-hoach',
  'cong-van',
  'quyet-dinh',
  'chi-thi',
  'nghi-quyet',
  'nghi-dinh',
  'thong-tu',
  'luat',
  'ket-luan',
  'huong-dan',
  'de-an',
  'chuong-trinh',
  'article',
  'other',
] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

export const DOCUMENT_ROLES = [
  'adopts',
  'parent',
  'basis',
  'cites',
  'guidance',
  'report-of',
  'reorganisation',
] as const;
export type DocumentRole = (typeof DOCUMENT_ROLES)[number];

export const STEP_KINDS = [
  'confirmation',
  'completeness',
  'lead-opinion',
  'council',
  'appraisal',
  'public-opinion',
  'submission',
  'decision',
  'publication',
  'archive',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

export const STEP_ACTORS = [
  'nominating-unit',
  'lead-agency',
  'home-affairs',
  'council',
  'decider',
  'standing-body',
  'engine',
] as const;
export type StepActor = (typeof STEP_ACTORS)[number];

export const STEP_OUTCOMES = [
  'passed',
  'returned',
  'declined',
  'approved',
  'not-approved',
  'signed',
  'published',
  'archived',
  'ended',
] as const;
export type StepOutcome = (typeof STEP_OUTCOMES)[number];

/** `equal` is exactly the value; `zero` is none at all ("không có …"). */
export const COMPARISONS = ['at-least', 'at-most', 'more-than', 'less-than', 'about', 'equal', 'zero'] as const;
export type Comparison = (typeof COMPARISONS)[number];

export const ROUND_KINDS = ['annual', 'mid-term', 'final', 'prompt'] as const;
export type RoundKind = (typeof ROUND_KINDS)[number];

export const SUCCESSION_KINDS = ['merged', 'split', 'renamed', 'dissolved', 'raised'] as const;
export type SuccessionKind = (typeof SUCCESSION_KINDS)[number];
