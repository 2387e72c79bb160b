/** What a finding says, in both languages, and the way out of it. */
export interface FindingText {
  readonly severity: 'error' | 'warning';
  readonly vi: string;
  readonly en: string;
  readonly outVi: string;
  readonly outEn: string;
}

const error = (vi: string, en: string, outVi: string, outEn: string): FindingText => ({
  severity: 'error',
  vi,
  en,
  outVi,
  outEn,
});
const warning = (vi: string, en: string, outVi: string, outEn: string): FindingText => ({
  severity: 'warning',
  vi,
  en,
  outVi,
  outEn,
});

/** `{x}` is what is at fault, `{y}` what it is compared with. */
export const FINDING_TEXTS = {
  DUPLICATE_KEY: error(
    'Khóa “{x}” được dùng hai lần trong {y}',
    'Key "{x}" is used twice in {y}',
    'Đổi một trong hai khóa; khóa đã dùng không dùng lại cho việc khác',
    'Rename one of them; a key is never reused for something else',
  ),
  UNKNOWN_REFERENCE: error(
    'Không có “{x}” trong {y}',
    'There is no "{x}" in {y}',
    'Sửa tên cho đúng, hoặc thêm mục còn thiếu',
    'Correct the name, or add the missing entry',
  ),
  PERIOD_REVERSED: error(
    'Thời gian kết thúc {x} trước khi bắt đầu {y}',
    'It ends ({x}) before it begins ({y})',
    'Sửa một trong hai mốc theo văn bản',
    'Correct one of the two dates from the document',
  ),
  PHASE_OUTSIDE_PERIOD: error(
    'Giai đoạn {x} nằm ngoài thời gian của phong trào {y}',
    'Phase {x} lies outside the period of the campaign {y}',
    'Sửa ngày của giai đoạn, hoặc thời gian của phong trào',
    'Correct the dates of the phase, or the period of the campaign',
  ),
  PHASE_OVERLAP_UNRULED: error(
    'Giai đoạn {x} và {y} chồng lên nhau nhưng chưa nói kết quả trong phần chồng thuộc giai đoạn nào',
    'Phases {x} and {y} overlap and nothing says to which one results in the overlap belong',
    'Thêm phaseOverlap: { policy: assign-explicitly } và một câu hỏi mở',
    'Add phaseOverlap: { policy: assign-explicitly } and an open question',
  ),
  WHO_EMPTY: error(
    'Không nêu ai phải thực hiện “{x}”',
    'Nobody is named who has to do "{x}"',
    'Nêu roles, unitIds, unitTypes, scope hoặc clusters trong who',
    'Name roles, unitIds, unitTypes, scope or clusters in who',
  ),
  DUE_RULE_INVALID: error(
    'Thời hạn không dùng được: {x}',
    'The due rule cannot be used: {x}',
    'Kiểm tra ngày, quý, năm và số ngày của thời hạn',
    'Check the day, quarter, years and number of days of the rule',
  ),
  MODE_DUE_MISMATCH: error(
    'Cách thực hiện “{x}” không hợp với thời hạn kiểu “{y}”',
    'Mode "{x}" does not go with a due rule of kind "{y}"',
    'Việc định kỳ cần yearly-before hoặc yearly-on; việc thường xuyên cần continuous; việc chưa có ngày cần undated',
    'recurring needs yearly-before or yearly-on, continuous needs continuous, undated needs undated',
  ),
  UNDATED_WITHOUT_QUESTION: error(
    '“{x}” chưa có thời hạn và không có câu hỏi mở nào để người có trách nhiệm ấn định',
    '"{x}" has no date and no open question by which a person sets one',
    'Thêm vào openQuestions một câu có about: {y} và blocks phù hợp, hoặc ghi thời hạn',
    'Add an entry to openQuestions with about: {y} and a fitting blocks, or give the date',
  ),
  DUE_BEFORE_ADOPTION: warning(
    'Hạn {x} đã qua trước ngày ban hành {y}: không nhắc ai, ghi “trước khi ban hành”',
    'Due {x} lies before the adoption on {y}: nobody is reminded, it is marked "before adoption"',
    'Kiểm tra lại ngày; để nguyên nếu kế hoạch ban hành muộn',
    'Check the date; leave it when the plan was issued late',
  ),
  DUE_OUTSIDE_PERIOD: error(
    'Hạn {x} nằm sau khi phong trào kết thúc {y}',
    'Due {x} lies after the end of the campaign {y}',
    'Sửa thời hạn hoặc thời gian của phong trào',
    'Correct the due rule or the period of the campaign',
  ),
  ADOPTING_DOCUMENT_MISSING: error(
    'Cần đúng một văn bản ban hành phong trào (role: adopts), tìm thấy {x}',
    'Exactly one document must adopt the campaign (role: adopts), found {x}',
    'Ghi role: adopts cho văn bản ban hành, và chỉ một văn bản',
    'Give role: adopts to the adopting document and to no other',
  ),
  ADOPTION_DATE_DIFFERS: error(
    'adoptedOn là {x} nhưng văn bản ban hành ghi ngày {y}',
    'adoptedOn is {x} but the adopting document is dated {y}',
    'Lấy ngày ký của văn bản',
    'Take the signing date of the document',
  ),
  CITES_ITSELF: error(
    'Văn bản “{x}” viện dẫn chính nó',
    'Document "{x}" cites itself',
    'Bỏ dòng viện dẫn này',
    'Remove this citation',
  ),
  CONTINUOUS_UNPROVED: error(
    'Việc thường xuyên “{x}” nói là chứng minh trong báo cáo năm, nhưng không báo cáo nào có mục cho việc đó',
    'Continuous duty "{x}" is to be proved in the yearly report, but no report has a field for it',
    'Thêm một mục báo cáo (fields) có proves: [{x}]',
    'Add a report field with proves: [{x}]',
  ),
  QUESTION_WITHOUT_ANSWER: error(
    'Câu hỏi “{x}” không có lựa chọn nào và không cho trả lời tự do',
    'Question "{x}" offers no choice and allows no free answer',
    'Thêm choices, hoặc đặt freeText: true',
    'Add choices, or set freeText: true',
  ),
  TARGET_MODE_UNSET: error(
    'Chỉ tiêu “{x}” chưa rõ cộng dồn hay tăng thêm và không có câu hỏi mở',
    'Target "{x}" is neither cumulative nor incremental and no open question asks',
    'Thêm câu hỏi mở có about: {y}, hoặc chọn cumulative/incremental',
    'Add an open question with about: {y}, or choose cumulative/incremental',
  ),
  TARGETS_UNEXPLAINED: warning(
    'Phong trào không có chỉ tiêu số và không ghi chú vì sao',
    'The campaign has no quantified target and no note says why',
    'Thêm targetsNote nếu văn bản không nêu chỉ tiêu',
    'Add targetsNote when the document gives none',
  ),
  CRITERIA_MISSING: error(
    'Phong trào không có tiêu chí thi đua nào',
    'The campaign has no criterion',
    'Rút tiêu chí từ mục tiêu, hoặc thêm câu hỏi mở có about: criteria',
    'Derive criteria from the objectives, or add an open question with about: criteria',
  ),
  POLICY_INVALID: error(
    'Chính sách nhắc việc “{x}” không dùng được: {y}',
    'Reminder policy "{x}" cannot be used: {y}',
    'Kiểm tra khóa, số ngày, giờ và kênh của từng bước; chỉ báo cấp trên sau khi quá hạn',
    'Check keys, offsets, times and channels of the steps; escalate only after the last day',
  ),
  GUIDANCE_MISSING: error(
    'Đợt khen thưởng “{x}” không nêu Hướng dẫn khen thưởng phải có trước',
    'Award round "{x}" names no award guidance that must exist first',
    'Nêu guidance là khóa của một obligation có kind: guidance',
    'Name in guidance the key of an obligation of kind guidance',
  ),
  REVIEW_MISSING: error(
    'Đợt khen thưởng {y} “{x}” không gắn với lần sơ kết, tổng kết nào',
    'Award round "{x}" ({y}) belongs to no review',
    'Nêu review là khóa của lần sơ kết hoặc tổng kết',
    'Name the review it belongs to',
  ),
  ENFORCED_UNVERIFIED: error(
    'Con số “{x}” có độ tin cậy {y} mà lại đặt enforced: true',
    'Value "{x}" has confidence {y} and yet enforced: true',
    'Đặt enforced: false (chỉ khuyến nghị, cần xác minh) cho đến khi có người xác nhận văn bản gốc',
    'Set enforced: false (advice, to be verified) until a person confirms the official text',
  ),
  UNKNOWN_UNIT: error(
    'Cơ cấu tổ chức không có đơn vị “{x}”',
    'The organisation has no unit "{x}"',
    'Sửa mã đơn vị theo tệp {y}, hoặc thêm đơn vị vào đó',
    'Correct the unit id after {y}, or add the unit there',
  ),
  UNIT_NOT_VALID: error(
    'Đơn vị “{x}” không tồn tại vào ngày {y}',
    'Unit "{x}" does not exist on {y}',
    'Chọn đơn vị có hiệu lực vào ngày đó, hoặc sửa validFrom/validTo',
    'Choose a unit valid on that day, or correct validFrom/validTo',
  ),
  UNKNOWN_PERSON: error(
    'Không có người “{x}” trong danh sách',
    'There is no person "{x}" in the list',
    'Sửa mã người, hoặc thêm người đó vào people',
    'Correct the id, or add the person to people',
  ),
  PARENT_CYCLE: error(
    'Đơn vị “{x}” là cấp trên của chính nó',
    'Unit "{x}" is above itself',
    'Sửa parent của một trong các đơn vị',
    'Correct the parent of one of the units',
  ),
  LEADER_NOT_MEMBER: error(
    'Đơn vị đứng đầu “{x}” không thuộc cụm, khối “{y}”',
    'Leader "{x}" is not a member of "{y}"',
    'Thêm đơn vị đó vào members, hoặc đổi leader',
    'Add it to members, or change the leader',
  ),
  UNIT_UNSTAFFED: warning(
    'Đơn vị “{x}” thiếu người giữ vai trò {y}',
    'Unit "{x}" has nobody in role {y}',
    'Thêm một dòng vào positions; nếu không, việc của đơn vị không có người nhận',
    'Add a line to positions; otherwise its work reaches nobody',
  ),
  // The following are found while reading the file, before its parts are known.
  FILE_UNREADABLE: error(
    'Không đọc được tệp: {x}',
    'The file cannot be read: {x}',
    'Kiểm tra đường dẫn và quyền đọc',
    'Check the path and the right to read it',
  ),
  YAML_INVALID: error(
    'Sai cú pháp YAML: {x}',
    'Not valid YAML: {x}',
    'Kiểm tra thụt dòng, dấu ngoặc, dấu hai chấm quanh dòng này',
    'Check indentation, quotes and colons around this line',
  ),
  FIELD_MISSING: error(
    'Thiếu trường “{x}”',
    'Field "{x}" is missing',
    'Thêm trường này; xem `vinhdanh campaign schema` để biết ý nghĩa',
    'Add the field; `vinhdanh campaign schema` says what it means',
  ),
  FIELD_UNKNOWN: error(
    'Không có trường “{x}” ở đây',
    'There is no field "{x}" here',
    'Xóa trường này hoặc sửa tên theo `vinhdanh campaign schema`',
    'Remove it, or correct the name after `vinhdanh campaign schema`',
  ),
  VALUE_INVALID: error(
    'Giá trị không hợp lệ: {x}',
    'Not an accepted value: {x}',
    'Ghi một giá trị đúng dạng: {y}',
    'Write a value of the right form: {y}',
  ),
  SOURCE_MISSING: error(
    'Không đọc được văn bản nguồn “{x}”',
    'Source text "{x}" cannot be read',
    'Đặt văn bản nguồn cạnh tệp này và sửa source.file',
    'Put the source text beside this file and correct source.file',
  ),
  QUOTE_NOT_IN_SOURCE: error(
    'Văn bản nguồn không có đoạn “{x}”',
    'The source text does not contain "{x}"',
    'Chép lại nguyên văn, không sửa chính tả',
    'Copy it word for word, without correcting the spelling',
  ),
} as const satisfies Record<string, FindingText>;
