import type { RefusalTexts } from './refusal-text.js';

/** What is told about campaigns, their dates, pledges and award rounds. */
export const CAMPAIGN_REFUSALS = {
  AWARD_OF_OTHER_OFFICE: {
    status: 409,
    vi: 'Theo quy định đã xác minh, {unit} không có thẩm quyền quyết định hình thức {award}.',
    en: 'By verified rules {unit} has no authority to decide the award {award}.',
    wayOutVi:
      'Chọn hình thức thuộc thẩm quyền của cơ quan quyết định trong đợt; hình thức khác do cơ quan có thẩm quyền tự xét tặng.',
    wayOutEn: 'Choose an award of the office that decides in this round; others give theirs by themselves.',
  },
  CAMPAIGN_CLOSED: {
    status: 409,
    vi: 'Phong trào đã kết thúc.',
    en: 'The campaign is closed.',
    wayOutVi: 'Chỉ còn xem và khai thác số liệu; việc mới thuộc phong trào khác.',
    wayOutEn: 'It can be read only; new work belongs to another campaign.',
  },
  CAMPAIGN_NOT_RUNNING: {
    status: 409,
    vi: 'Phong trào chưa được phát động.',
    en: 'The campaign has not been launched.',
    wayOutVi: 'Chờ cơ quan ban hành phát động bằng văn bản.',
    wayOutEn: 'Wait for the issuing authority to launch it by its document.',
  },
  DEADLINE_IN_PAST: {
    status: 422,
    vi: 'Thời hạn {date} đã qua hoặc không muộn hơn thời hạn hiện tại ({today}).',
    en: 'The deadline {date} has passed, or is not later than the present one ({today}).',
    wayOutVi: 'Chọn một ngày muộn hơn; gia hạn không được rút ngắn thời gian đã cho.',
    wayOutEn: 'Choose a later day; an extension never takes time away.',
  },
  GUIDANCE_MISSING: {
    status: 409,
    vi: 'Chưa có văn bản «{obligation}» ({occurrence}); đơn vị phải ban hành: {unit}.',
    en: 'The document “{obligation}” ({occurrence}) is missing; owed by: {unit}.',
    wayOutVi: 'Đơn vị nêu trên ban hành và ghi nhận văn bản; đợt khen thưởng sẽ tự mở.',
    wayOutEn: 'The unit named issues and records it; the round then opens by itself.',
  },
  NOT_DUE_YET: {
    status: 409,
    vi: 'Chưa đến thời điểm thực hiện ({date}).',
    en: 'It is not time yet ({date}).',
    wayOutVi: 'Chờ đến ngày nêu trên.',
    wayOutEn: 'Wait until the day named.',
  },
  NO_EXAMPLE_REGISTER: {
    status: 409,
    vi: 'Phong trào {id} không có sổ theo dõi điển hình tiên tiến.',
    en: 'Campaign {id} keeps no register of advanced examples.',
    wayOutVi: 'Giới thiệu điển hình ở phong trào có sổ theo dõi, hoặc bổ sung exampleRegister cho phong trào.',
    wayOutEn: 'Introduce it under a campaign that keeps one, or add exampleRegister to the campaign.',
  },
  OPEN_QUESTIONS: {
    status: 409,
    vi: 'Còn {count} điểm chưa làm rõ: {questions}.',
    en: '{count} point(s) are still open: {questions}.',
    wayOutVi: 'Người có thẩm quyền trả lời hoặc ấn định ngày cho từng điểm.',
    wayOutEn: 'Somebody in charge answers, or sets the date, for each of them.',
  },
  PHASE_GATED: {
    status: 409,
    vi: 'Còn chờ kết luận sơ kết, tổng kết hoặc nhiệm vụ điều kiện ({review}{obligation}).',
    en: 'It waits for the conclusion of a review or for a duty that comes first ({review}{obligation}).',
    wayOutVi: 'Ghi nhận kết luận hoặc hoàn thành nhiệm vụ nêu trên; bước sau sẽ tự mở.',
    wayOutEn: 'Record the conclusion or do the duty named; the next stage then opens by itself.',
  },
  PLEDGE_INCOMPLETE: {
    status: 422,
    vi: 'Bản đăng ký có {given} mục loại “{kind}”, phong trào yêu cầu ít nhất {atLeast}.',
    en: 'The pledge has {given} entries of kind “{kind}”; the campaign asks for at least {atLeast}.',
    wayOutVi: 'Bổ sung tiêu chí riêng, chỉ tiêu bằng số hoặc chỉ tiêu mũi nhọn rồi gửi lại.',
    wayOutEn: 'Add criteria of your own, indicators or spearhead indicators and send again.',
  },
  PLEDGE_NOT_KEPT: {
    status: 409,
    vi: 'Kết quả thực hiện giao ước của đơn vị chưa cho phép đề nghị khen thưởng ({lacks}): {keys}.',
    en: 'The results of the unit’s pledge do not allow nominations yet ({lacks}): {keys}.',
    wayOutVi:
      'Báo cáo kết quả từng chỉ tiêu đã ký và chờ cơ quan xác nhận đánh giá; chỉ tiêu chưa đạt thì không đề nghị.',
    wayOutEn: 'Report the result of every entry and have it assessed; what was not kept bars nominations.',
  },
  PLEDGE_UNSIGNED: {
    status: 422,
    vi: 'Giao ước cần được ký: hình thức và ngày ký.',
    en: 'The pledge has to be signed: how, and on which day.',
    wayOutVi: 'Ghi hình thức ký (bản giấy hoặc chữ ký số) và ngày ký, đính kèm bản ký nếu có.',
    wayOutEn: 'Say how (paper or digital) and when it was signed; attach the signed copy if there is one.',
  },
  ROUND_NOT_OPEN: {
    status: 409,
    vi: 'Đợt khen thưởng không mở nhận hồ sơ ({status}).',
    en: 'The award round takes no dossiers ({status}).',
    wayOutVi: 'Chờ đợt sau, hoặc đề nghị gia hạn trước khi đợt kết thúc.',
    wayOutEn: 'Wait for the next round, or ask for an extension before a round ends.',
  },
  UNIT_NOT_REGISTERED: {
    status: 409,
    vi: 'Đơn vị chưa đăng ký thi đua.',
    en: 'The unit has not registered for the campaign.',
    wayOutVi: 'Đăng ký và được xác nhận trước khi đề nghị khen thưởng.',
    wayOutEn: 'Register and be confirmed before nominating.',
  },
} as const satisfies RefusalTexts;
