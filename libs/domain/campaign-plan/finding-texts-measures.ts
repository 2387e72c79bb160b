import { error, warning } from './finding-text.js';

/** What is wrong with targets, pledges and what answers settle. */
export const MEASURE_TEXTS = {
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
  TARGET_COMPARISON_UNSET: error(
    'Chỉ tiêu “{x}” có con số nhưng không rõ phải đạt, không quá, hay khoảng, và không có câu hỏi mở',
    'Target "{x}" has a number but does not say whether at least, at most or about, and no open question asks',
    'Ghi comparison, hoặc thêm câu hỏi mở có about: {y}',
    'Give comparison, or add an open question with about: {y}',
  ),
  TARGET_UNIT_MISSING: error(
    'Chỉ tiêu “{x}” có con số nhưng thiếu đơn vị tính và không có câu hỏi mở',
    'Target "{x}" has a number without a unit of measure and no open question asks',
    'Ghi unit (và per.unit nếu tính trên một đơn vị), hoặc thêm câu hỏi mở có about: {y}',
    'Give unit (and per.unit where it is measured per something), or add an open question with about: {y}',
  ),
  TARGET_MEASURE_UNSET: error(
    'Chỉ tiêu “{x}” chưa rõ giảm/tăng xuống còn hay giảm/tăng thêm bấy nhiêu và không có câu hỏi mở',
    'Target "{x}" does not say whether it changes to or by the figure, and no open question asks',
    'Chọn measures: level hoặc change, hoặc thêm câu hỏi mở có about: {y}',
    'Choose measures: level or change, or add an open question with about: {y}',
  ),
  TARGET_VALUE_MISSING: error(
    'Chỉ tiêu “{x}” có đơn vị tính nhưng không có con số, văn bản dẫn chiếu hay câu hỏi mở',
    'Target "{x}" has a unit but no number, no document that holds it and no open question',
    'Ghi value, ghi document là văn bản giao chỉ tiêu, hoặc thêm câu hỏi mở có about: {y}',
    'Give value, name in document the one that holds it, or add an open question with about: {y}',
  ),
  TARGET_TOLERANCE_MISSING: error(
    'Chỉ tiêu “{x}” nói “khoảng” nhưng chưa có biên độ và không có câu hỏi mở',
    'Target "{x}" says "about" without a tolerance and no open question asks',
    'Ghi tolerancePercent, hoặc thêm câu hỏi mở có about: {y}',
    'Give tolerancePercent, or add an open question with about: {y}',
  ),
  TARGET_NUMBER_DIFFERS: error(
    'Số in trong văn bản “{x}” không đọc ra giá trị đã ghi {y}',
    'The printed number "{x}" does not read as the value given, {y}',
    'Đọc theo cách viết Việt Nam: dấu chấm ngăn hàng nghìn, dấu phẩy trước phần thập phân',
    'Read it the Vietnamese way: a dot between thousands, a comma before decimals',
  ),
  TARGET_ABOVE_PARENT: error(
    'Chỉ tiêu thành phần “{x}” lớn hơn chỉ tiêu bao gồm nó “{y}”',
    'The part "{x}" is larger than the target it is a part of, "{y}"',
    'Kiểm tra hai con số; phần “trong đó” không vượt tổng',
    'Check both numbers; an "of which" part is never above its whole',
  ),
  TARGET_OWN_PARENT: error(
    'Chỉ tiêu “{x}” là thành phần của chính nó',
    'Target "{x}" is a part of itself',
    'Sửa parent cho đúng chỉ tiêu bao gồm',
    'Name in parent the target that includes it',
  ),
  TARGET_RATIO_DIFFERS: error(
    'Tỷ số của chỉ tiêu “{x}” không khớp: {y}',
    'The ratio of target "{x}" does not agree: {y}',
    'Kiểm tra value, of và percent theo văn bản; nếu văn bản sai, thêm câu hỏi mở',
    'Check value, of and percent against the document; where the document is wrong, add an open question',
  ),
  TARGET_NOT_RECONCILED: error(
    'Các mức tăng thêm của “{x}” không cộng thành chỉ tiêu cộng dồn: {y}',
    'The increments of "{x}" do not add up to the cumulative target: {y}',
    'Kiểm tra baseline và từng năm; nếu văn bản không khớp, thêm câu hỏi mở có about: target:{x}',
    'Check the baseline and each year; where the document disagrees with itself, add an open question with about: target:{x}',
  ),
  TARGET_POINT_TWICE: error(
    'Chỉ tiêu “{x}” có hai giá trị cho cùng một ngày và đơn vị: {y}',
    'Target "{x}" has two values for one day and unit: {y}',
    'Bỏ một giá trị, hoặc tách thành hai chỉ tiêu',
    'Remove one of them, or make two targets',
  ),
  TARGET_ZERO_VALUE: error(
    'Chỉ tiêu “{x}” là “không có” nhưng lại ghi giá trị {y}',
    'Target "{x}" means none at all and yet has the value {y}',
    'Ghi value: 0, hoặc đổi comparison',
    'Write value: 0, or change comparison',
  ),
  TARGET_WORDS_CONTRADICT: error(
    'Chỉ tiêu “{x}” viết vừa “trên” vừa “trở lên”: lớn hơn hay từ con số đó?',
    'Target "{x}" says both "trên" (more than) and "trở lên" (or more): which is it?',
    'Thêm câu hỏi mở có about: {y} với hai lựa chọn có sets.target.comparison',
    'Add an open question with about: {y} and two choices with sets.target.comparison',
  ),
  TARGET_IMPLAUSIBLE: error(
    'Chỉ tiêu “{x}” có độ lớn khó tin: {y}; hệ thống không tự sửa',
    'Target "{x}" has a hardly plausible magnitude: {y}; nothing is corrected by itself',
    'Giữ nguyên như văn bản và thêm câu hỏi mở có about: target:{x}',
    'Keep it as printed and add an open question with about: target:{x}',
  ),
  TARGET_FIELD_NOT_COUNT: error(
    'Mục báo cáo “{x}” gắn với {y} nhưng không phải là số',
    'Report field "{x}" carries {y} and yet is not a number',
    'Đặt kind: count',
    'Set kind: count',
  ),
  CHOICE_SETS_NOTHING: error(
    'Lựa chọn “{x}” có sets không áp dụng được cho {y}',
    'Choice "{x}" sets what {y} does not have',
    'sets.due đi với about: obligation:…, registration hoặc review:…; opens, closes với round:…; unit với role:…; target với target:…',
    'sets.due goes with about: obligation:…, registration or review:…; opens, closes with round:…; unit with role:…; target with target:…',
  ),
  CHOICE_LEADS_TO_ERROR: error(
    'Chọn “{x}” thì phong trào có lỗi {y}',
    'With choice "{x}" the campaign has the error {y}',
    'Sửa giá trị trong sets của lựa chọn này cho hợp với phần còn lại của tệp',
    'Correct the values in sets of this choice so that they fit the rest of the file',
  ),
  CONTENTS_COUNT_DIFFERS: warning(
    'Văn bản nói có {x} nội dung thi đua, tệp này có {y}',
    'The document speaks of {x} contents, this file has {y}',
    'Kiểm tra lại contents (đánh number), hoặc thêm câu hỏi mở có about: contents',
    'Check contents (give number), or add an open question with about: contents',
  ),
  HOUSEHOLD_ITEMS_DIFFER: error(
    'Danh mục hộ gia đình “{x}” nói {y} việc nhưng liệt kê khác số đó',
    'Household list "{x}" speaks of {y} items but lists another number',
    'Ghi đủ các việc, hoặc bỏ items để theo số thứ tự',
    'List all of them, or leave items out to go by number',
  ),
} as const;
