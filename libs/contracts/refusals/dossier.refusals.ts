import type { RefusalTexts } from './refusal-text.js';

/** What is told about dossiers, from their papers to council and decision. */
export const DOSSIER_REFUSALS = {
  CRITERIA_NOT_MET: {
    status: 422,
    vi: 'Chưa đạt tiêu chí bắt buộc của nhóm «{group}»: {criteria}.',
    en: 'Criteria of group “{group}” that must be met are not: {criteria}.',
    wayOutVi: 'Kiểm tra câu trả lời và minh chứng của từng tiêu chí; nếu chưa đạt, chưa đề nghị được.',
    wayOutEn: 'Check the answer and the proof of each; what is not met cannot be nominated yet.',
  },
  CRITERIA_UNANSWERED: {
    status: 422,
    vi: 'Chưa trả lời hoặc thiếu minh chứng cho tiêu chí của nhóm «{group}»: {criteria}.',
    en: 'Criteria of group “{group}” without an answer or without proof: {criteria}.',
    wayOutVi: 'Trả lời từng tiêu chí, nêu mức, con số, văn bản hoặc đóng góp đã ghi nhận.',
    wayOutEn: 'Answer each, with its level, figure, paper or recorded contribution.',
  },
  DECISION_NUMBER_TAKEN: {
    status: 409,
    vi: 'Số quyết định {number} đã được dùng trong năm này.',
    en: 'The decision number {number} is taken in this year.',
    wayOutVi: 'Kiểm tra số trên văn bản; nếu đúng, tìm quyết định đã ghi nhận trước đó.',
    wayOutEn: 'Check the number on the document; if it is right, look for the decision recorded before.',
  },
  DOSSIER_INCOMPLETE: {
    status: 422,
    vi: 'Hồ sơ của nhóm «{group}» còn thiếu: {papers}.',
    en: 'The dossier of group “{group}” lacks: {papers}.',
    wayOutVi: 'Bổ sung các giấy tờ nêu trên vào hồ sơ rồi trình lại.',
    wayOutEn: 'Add the papers named and submit again.',
  },
  MEETING_INQUORATE: {
    status: 422,
    vi: 'Phiên họp không có thành viên nào dự ({present}/{members}).',
    en: 'Nobody of the council was present ({present}/{members}).',
    wayOutVi: 'Kiểm tra số thành viên dự họp trong biên bản, hoặc triệu tập lại.',
    wayOutEn: 'Check the attendance in the minutes, or convene again.',
  },
  NOT_ELIGIBLE: {
    status: 409,
    vi: 'Theo quy định đã xác minh ({rule}), đối tượng không đủ điều kiện.',
    en: 'By a verified rule ({rule}) the subject is not eligible.',
    wayOutVi: 'Xem “vì sao” của hồ sơ; bổ sung dữ kiện còn sai, thiếu rồi đánh giá lại, hoặc không khen thưởng.',
    wayOutEn: 'See why; put wrong or missing facts right and evaluate again, or decline.',
  },
  NOT_ON_AGENDA: {
    status: 422,
    vi: 'Hồ sơ {id} không thuộc nội dung phiên họp, chưa đến bước Hội đồng, hoặc thiếu kết quả.',
    en: 'Dossier {id} is not on the agenda, not at its council step, or has no result.',
    wayOutVi: 'Đối chiếu danh sách hồ sơ với chương trình họp rồi gửi lại.',
    wayOutEn: 'Compare the dossiers with the agenda and send again.',
  },
  RETURNED_TOO_OFTEN: {
    status: 409,
    vi: 'Hồ sơ đã bị trả lại {times} lần.',
    en: 'The dossier has been returned {times} times.',
    wayOutVi: 'Làm việc trực tiếp với đơn vị, hoặc từ chối có lý do.',
    wayOutEn: 'Talk to the unit, or decline with a reason.',
  },
  SAME_ACHIEVEMENT: {
    status: 409,
    vi: 'Đối tượng đã có hồ sơ {other} trong đợt này; một thành tích chỉ được khen một lần.',
    en: 'The subject has dossier {other} in this round; one achievement, one award.',
    wayOutVi: 'Rút một trong hai hồ sơ.',
    wayOutEn: 'Withdraw one of the two.',
  },
  SUBJECT_WITHOUT_GROUP: {
    status: 422,
    vi: 'Phong trào không có tiêu chí cho đối tượng «{subject}».',
    en: 'The campaign has no criteria for a subject of kind “{subject}”.',
    wayOutVi: 'Chọn đúng loại đối tượng, hoặc đề nghị cơ quan ban hành bổ sung nhóm tiêu chí.',
    wayOutEn: 'Choose the right kind of subject, or ask the issuing authority to add a group.',
  },
  UNKNOWN_AWARD: {
    status: 422,
    vi: 'Đợt này không có hình thức {award} cho đối tượng «{subject}».',
    en: 'This round has no award {award} for a subject of kind “{subject}”.',
    wayOutVi: 'Chọn hình thức khen thưởng trong danh sách của đợt.',
    wayOutEn: 'Choose an award of the round.',
  },
  VOTE_BELOW_THRESHOLD: {
    status: 422,
    vi: 'Số phiếu tán thành chưa đạt {percent} % theo quy định đã xác minh ({rule}).',
    en: 'Fewer than {percent} % voted in favour, as a verified rule ({rule}) wants.',
    wayOutVi: 'Kiểm tra lại biên bản kiểm phiếu; nếu đúng thì ghi kết quả không thông qua.',
    wayOutEn: 'Check the record of the count; if it is right, record that it was not approved.',
  },
} as const satisfies RefusalTexts;
