import { ROLES, type Actor, type Holding, type Role } from './actor.js';

interface Permission {
  readonly roles: readonly Role[];
  /** At which unit the role must be held. `anywhere` is meant for reading. */
  readonly at: 'issuer' | 'lead' | 'own' | 'standing-body' | 'decider' | 'queue' | 'concerned' | 'anywhere';
  readonly engine?: true;
  readonly operator?: true;
  readonly vi: string;
  readonly en: string;
}

/**
 * Every right in the product. What is not listed is denied. `docs/permissions.md` is generated from this table.
 * A command asks for its permission at one unit (or several, any of which will do).
 */
export const PERMISSIONS = {
  'organisation.define': {
    roles: ['admin'],
    at: 'anywhere',
    operator: true,
    vi: 'Khai báo đơn vị, cụm, khối',
    en: 'Define units, clusters and blocks',
  },
  'organisation.succeed': {
    roles: ['admin'],
    at: 'anywhere',
    vi: 'Thực hiện sáp nhập, chia tách, kết thúc đơn vị theo văn bản',
    en: 'Carry out a merger, split or end of a unit by its document',
  },
  'work.pass-on': {
    roles: [],
    at: 'anywhere',
    engine: true,
    vi: 'Chuyển việc của đơn vị đã kết thúc sang đơn vị kế thừa',
    en: 'Pass the open work of an ended unit to its successor',
  },
  'work.hand-over': {
    roles: ['head', 'officer'],
    at: 'own',
    vi: 'Chuyển việc cho đơn vị kế thừa khác sau chia tách',
    en: 'Hand work over to another successor after a split',
  },
  'person.define': {
    roles: ['admin'],
    at: 'anywhere',
    operator: true,
    vi: 'Khai báo nhân sự, chức vụ',
    en: 'Define persons and positions',
  },
  'account.administer': {
    roles: ['admin'],
    at: 'anywhere',
    vi: 'Mở, khóa tài khoản, cấp lại mật khẩu',
    en: 'Open and close accounts, reset passwords',
  },
  'position.delegate': {
    roles: ['head', 'admin', 'decider', 'council-chair', 'officer', 'appraiser', 'secretary'],
    at: 'own',
    vi: 'Ủy quyền xử lý công việc',
    en: 'Delegate one’s own role for a time',
  },
  'calendar.change': {
    roles: ['admin'],
    at: 'anywhere',
    operator: true,
    vi: 'Cập nhật lịch nghỉ, hoán đổi',
    en: 'Change the working-day calendar',
  },
  'rules.load': {
    roles: [],
    at: 'anywhere',
    operator: true,
    vi: 'Nạp dữ liệu quy định của bản cài đặt',
    en: 'Load the rule data of the installation',
  },
  'rules.verify': {
    roles: ['appraiser', 'admin'],
    at: 'anywhere',
    vi: 'Xác minh một dòng quy định theo văn bản gốc',
    en: 'Verify a row of the rules against the official text',
  },
  'rules.try': {
    roles: ['appraiser', 'secretary', 'decider', 'admin', 'auditor'],
    at: 'anywhere',
    vi: 'Thử quy định khác trên các hồ sơ, không ghi nhận',
    en: 'Try other rules on all dossiers, without effect',
  },
  'world.rehearse': {
    roles: ['admin', 'head', 'officer'],
    at: 'anywhere',
    operator: true,
    vi: 'Diễn tập một kế hoạch',
    en: 'Rehearse a plan in a world of its own',
  },
  'log.key': {
    roles: [],
    at: 'anywhere',
    engine: true,
    operator: true,
    vi: 'Thay khóa ký nhật ký',
    en: 'Put the key in place that signs the log',
  },
  'subject.erase': {
    roles: ['admin'],
    at: 'anywhere',
    operator: true,
    vi: 'Xóa dữ liệu cá nhân',
    en: 'Erase what names a person',
  },
  'alarm.raise': {
    roles: [],
    at: 'anywhere',
    engine: true,
    operator: true,
    vi: 'Báo động về nhật ký',
    en: 'Raise an alarm about the log',
  },
  'alarm.settle': {
    roles: ['auditor', 'admin'],
    at: 'queue',
    vi: 'Kết luận về báo động',
    en: 'Conclude on an alarm about the log',
  },
  'campaign.draft': {
    roles: ['officer', 'head', 'admin'],
    at: 'issuer',
    operator: true,
    vi: 'Soạn phong trào thi đua',
    en: 'Draft a campaign',
  },
  'campaign.answer': {
    roles: ['head', 'officer', 'decider'],
    at: 'issuer',
    vi: 'Trả lời điểm cần làm rõ',
    en: 'Answer an open question of a campaign',
  },
  'campaign.propose': {
    roles: ['officer', 'head'],
    at: 'own',
    vi: 'Tham mưu, trình cấp có thẩm quyền phát động phong trào',
    en: 'Propose a campaign to the one who may launch it',
  },
  'campaign.launch': { roles: ['decider', 'head'], at: 'issuer', vi: 'Phát động phong trào', en: 'Launch a campaign' },
  'campaign.extend': {
    roles: ['decider', 'head', 'officer'],
    at: 'lead',
    vi: 'Gia hạn',
    en: 'Extend a deadline of a campaign',
  },
  'campaign.review': {
    roles: ['decider', 'head'],
    at: 'lead',
    vi: 'Kết luận sơ kết, tổng kết',
    en: 'Conclude a mid-term or final review',
  },
  'target.adjust': {
    roles: ['decider', 'head', 'officer'],
    at: 'lead',
    vi: 'Nhập số chỉ tiêu được giao, điều chỉnh chỉ tiêu khi sắp xếp đơn vị',
    en: 'Enter an assigned number, re-base a target after a reorganisation',
  },
  'campaign.advance': {
    roles: [],
    at: 'anywhere',
    engine: true,
    vi: 'Mở, đóng giai đoạn theo thời gian',
    en: 'Open and close windows when their time comes',
  },
  'campaign.close': {
    roles: ['decider', 'head'],
    at: 'issuer',
    engine: true,
    vi: 'Kết thúc phong trào',
    en: 'Close a campaign',
  },
  'campaign.archive': {
    roles: ['officer', 'head', 'admin'],
    at: 'issuer',
    engine: true,
    operator: true,
    vi: 'Lưu trữ phong trào',
    en: 'Archive a campaign',
  },
  'obligation.fulfil': {
    roles: ['officer', 'head', 'secretary', 'press'],
    at: 'own',
    vi: 'Thực hiện nhiệm vụ của đơn vị',
    en: 'Fulfil an obligation of one’s unit',
  },
  'obligation.waive': { roles: ['head', 'decider'], at: 'lead', vi: 'Miễn nhiệm vụ', en: 'Waive an obligation' },
  'obligation.urge': {
    roles: ['officer', 'head', 'secretary'],
    at: 'lead',
    vi: 'Đôn đốc',
    en: 'Urge a unit that is late',
  },
  'registration.register': { roles: ['officer', 'head'], at: 'own', vi: 'Đăng ký thi đua', en: 'Register a pledge' },
  'registration.confirm': {
    roles: ['officer', 'head', 'cluster-leader'],
    at: 'queue',
    vi: 'Xác nhận đăng ký',
    en: 'Confirm or return a registration',
  },
  'pledge.personal': {
    roles: ROLES,
    at: 'own',
    vi: 'Đăng ký việc làm của chính mình',
    en: 'Register what one will do oneself',
  },
  'pledge.confirm-personal': {
    roles: ['head', 'officer'],
    at: 'own',
    vi: 'Xác nhận kết quả đăng ký của người trong đơn vị',
    en: 'Confirm what persons of one’s unit did',
  },
  'household.keep': {
    roles: ['officer', 'head'],
    at: 'own',
    vi: 'Theo dõi danh mục việc của hộ gia đình',
    en: 'Keep the lists of households',
  },
  'pledge.report': {
    roles: ['officer', 'head'],
    at: 'own',
    vi: 'Báo cáo kết quả thực hiện giao ước',
    en: 'Report the results of a pledge',
  },
  'report.submit': { roles: ['officer', 'head'], at: 'own', vi: 'Nộp báo cáo', en: 'Submit a report' },
  'report.review': {
    roles: ['officer', 'head'],
    at: 'queue',
    vi: 'Tiếp nhận, trả lại báo cáo',
    en: 'Accept or return a report',
  },
  'report.consolidate': { roles: ['officer', 'head'], at: 'lead', vi: 'Tổng hợp báo cáo', en: 'Consolidate reports' },
  'report.acknowledge': {
    roles: ['officer', 'head', 'secretary', 'decider'],
    at: 'queue',
    vi: 'Xác nhận đã nhận báo cáo',
    en: 'Acknowledge a consolidated report',
  },
  'activity.record': {
    roles: ['officer', 'head', 'secretary', 'press', 'cluster-leader'],
    at: 'own',
    vi: 'Ghi nhận hoạt động của đơn vị',
    en: 'Record what one’s unit did under a campaign',
  },
  'activity.act': {
    roles: ['officer', 'head', 'decider', 'secretary'],
    at: 'queue',
    vi: 'Xác nhận, theo dõi hoạt động được giao',
    en: 'Confirm an activity, or follow it up',
  },
  'example.introduce': {
    roles: ['officer', 'head', 'secretary', 'press', 'cluster-leader', 'council-member'],
    at: 'own',
    vi: 'Giới thiệu điển hình tiên tiến',
    en: 'Introduce an advanced example',
  },
  'example.propose': {
    roles: ['officer', 'head'],
    at: 'concerned',
    vi: 'Đề nghị công nhận điển hình tiên tiến',
    en: 'Propose an advanced example for recognition',
  },
  'example.recognise': {
    roles: ['head', 'officer', 'decider'],
    at: 'queue',
    vi: 'Công nhận điển hình tiên tiến',
    en: 'Recognise an advanced example, or decline it',
  },
  'example.promote': {
    roles: ['officer', 'head', 'press', 'secretary'],
    at: 'own',
    vi: 'Bồi dưỡng, tuyên truyền, nhân rộng điển hình tiên tiến',
    en: 'Foster, publicise or replicate an advanced example',
  },
  'round.guide': {
    roles: ['officer', 'head'],
    at: 'lead',
    vi: 'Ban hành hướng dẫn khen thưởng',
    en: 'Issue the award guidance of a round',
  },
  'round.list': {
    roles: ['officer', 'head', 'secretary'],
    at: 'lead',
    vi: 'Lập danh sách trình khen thưởng',
    en: 'Make the submission list of a round',
  },
  'nomination.draft': {
    roles: ['officer', 'head'],
    at: 'own',
    vi: 'Lập hồ sơ đề nghị khen thưởng',
    en: 'Draft a nomination',
  },
  'nomination.submit': { roles: ['officer', 'head'], at: 'own', vi: 'Trình hồ sơ', en: 'Submit a nomination' },
  'nomination.initiate': {
    roles: ['decider', 'head', 'officer'],
    at: 'decider',
    vi: 'Chủ động phát hiện, đề nghị khen thưởng',
    en: 'Nominate somebody the authority has found itself',
  },
  'nomination.withdraw': { roles: ['officer', 'head'], at: 'own', vi: 'Rút hồ sơ', en: 'Withdraw a nomination' },
  'nomination.act': {
    roles: ['officer', 'head', 'appraiser', 'secretary', 'decider'],
    at: 'queue',
    vi: 'Xử lý bước của hồ sơ',
    en: 'Act on the open step of a nomination',
  },
  'nomination.evaluate': {
    roles: ['officer', 'head', 'appraiser', 'secretary', 'decider'],
    at: 'concerned',
    vi: 'Đánh giá lại điều kiện của hồ sơ',
    en: 'Evaluate a dossier by the rules again',
  },
  'nomination.hold': {
    roles: ['appraiser', 'head', 'secretary'],
    at: 'standing-body',
    vi: 'Tạm dừng, tiếp tục xem xét',
    en: 'Hold and release a nomination',
  },
  'nomination.revoke': {
    roles: ['decider'],
    at: 'decider',
    vi: 'Hủy bỏ quyết định khen thưởng',
    en: 'Revoke or restore an award',
  },
  'nomination.advance': {
    roles: [],
    at: 'anywhere',
    engine: true,
    vi: 'Công khai, lưu trữ theo thời gian',
    en: 'End a step that only time ends',
  },
  'session.run': {
    roles: ['secretary', 'council-chair'],
    at: 'queue',
    vi: 'Tổ chức phiên họp Hội đồng',
    en: 'Convene a council session and record its result',
  },
  'decision.issue': {
    roles: ['decider'],
    at: 'queue',
    vi: 'Ban hành quyết định khen thưởng',
    en: 'Issue an award decision',
  },
  'document.acknowledge': {
    roles: ['officer', 'head', 'secretary', 'decider', 'press'],
    at: 'queue',
    vi: 'Xác nhận đã nhận văn bản',
    en: 'Acknowledge a document sent to one’s unit',
  },
  'decision.record': {
    roles: ['secretary', 'head'],
    at: 'queue',
    vi: 'Ghi nhận quyết định của cấp trên',
    en: 'Record the decision of a higher authority',
  },
  'task.handle': {
    roles: ['officer', 'head', 'appraiser', 'secretary', 'decider', 'press', 'cluster-leader', 'council-chair'],
    at: 'queue',
    vi: 'Nhận, trả, chuyển việc',
    en: 'Claim, release, reassign or delegate a task',
  },
  'task.remind': {
    roles: [],
    at: 'anywhere',
    engine: true,
    vi: 'Nhắc việc, báo cáo quá hạn',
    en: 'Remind and escalate',
  },
  'work.read': {
    roles: ROLES,
    at: 'anywhere',
    vi: 'Xem phong trào, nhiệm vụ, tổ chức, lịch',
    en: 'Read campaigns, duties, the organisation and the calendar',
  },
  'dossier.read': {
    roles: ROLES,
    at: 'concerned',
    vi: 'Xem hồ sơ, báo cáo, đăng ký mà đơn vị mình có liên quan',
    en: 'Read the dossiers, reports and registrations one’s unit has a part in',
  },
  'register.read': {
    roles: ['appraiser', 'secretary', 'decider', 'auditor', 'admin'],
    at: 'anywhere',
    vi: 'Tra cứu lịch sử khen thưởng của cá nhân, tập thể',
    en: 'Read the award history of a subject',
  },
  'register.keep': {
    roles: ['secretary', 'appraiser', 'admin'],
    at: 'anywhere',
    operator: true,
    vi: 'Nhập quyết định khen thưởng các năm trước vào sổ',
    en: 'Enter past decisions into the award register',
  },
  'register.correct': {
    roles: ['secretary', 'admin'],
    at: 'anywhere',
    vi: 'Đính chính, xóa mục trong sổ khen thưởng; nối hồ sơ cùng một người',
    en: 'Correct or remove entries of the award register, join ids of one subject',
  },
  'mail.read': {
    roles: ['admin'],
    at: 'anywhere',
    operator: true,
    vi: 'Xem thư đang chờ gửi',
    en: 'Read the queue of outgoing mail',
  },
  'mail.retry': {
    roles: ['admin'],
    at: 'anywhere',
    operator: true,
    vi: 'Gửi lại thư chưa gửi được',
    en: 'Have mail tried again that could not be sent',
  },
  'system.read': {
    roles: ['admin', 'auditor'],
    at: 'anywhere',
    vi: 'Xem tình trạng bộ máy thời gian, độ trễ, báo động',
    en: 'See what the engine waits for, how far it lags, and alarms',
  },
  'history.read': {
    roles: ['auditor', 'admin'],
    at: 'anywhere',
    vi: 'Xem mọi hồ sơ và lịch sử của hồ sơ',
    en: 'Read every dossier with its history',
  },
} as const satisfies Record<string, Permission>;

export type PermissionName = keyof typeof PERMISSIONS;
export const permissionOf = (name: PermissionName): Permission => PERMISSIONS[name];

/** How the actor may do this: by a holding, as the engine, or as the operator of the machine. */
export type Grant = { readonly by: 'holding'; readonly holding: Holding } | { readonly by: 'engine' | 'operator' };

/**
 * The only place where a right is decided. `units` are the units at which the role may be held; an empty list means
 * that the permission is asked for without a unit (only `anywhere` permissions pass then).
 * Returns undefined when nothing grants it.
 */
export function permit(actor: Actor, name: PermissionName, units: readonly string[]): Grant | undefined {
  const permission: Permission = PERMISSIONS[name];
  if (actor.kind === 'engine') return permission.engine === true ? { by: 'engine' } : undefined;
  if (actor.kind === 'operator') return permission.operator === true ? { by: 'operator' } : undefined;
  const fits = (h: Holding): boolean =>
    permission.roles.includes(h.role) && (permission.at === 'anywhere' || units.includes(h.unitId));
  const own = actor.holdings.find((h) => h.onBehalfOf === undefined && fits(h));
  const holding = own ?? actor.holdings.find(fits);
  return holding === undefined ? undefined : { by: 'holding', holding };
}
