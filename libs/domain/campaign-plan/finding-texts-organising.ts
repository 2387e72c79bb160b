import { error, warning } from './finding-text.js';

/** What is wrong with groups of subjects, their criteria, committees, distribution and the register of documents. */
export const ORGANISING_TEXTS = {
  SUBJECT_IN_TWO_GROUPS: error(
    'Đối tượng “{x}” thuộc hai nhóm tiêu chí ({y})',
    'Subject "{x}" belongs to two groups of criteria ({y})',
    'Mỗi loại đơn vị, đối tượng chỉ ghi ở đúng một nhóm subjectGroups',
    'Name each type of unit and kind of subject in exactly one entry of subjectGroups',
  ),
  SUBJECT_WITHOUT_GROUP: error(
    'Đối tượng “{x}” được đề nghị ở đợt “{y}” nhưng không thuộc nhóm tiêu chí nào',
    'Subject "{x}" can be nominated in round "{y}" but belongs to no group of criteria',
    'Thêm “{x}” vào subjectKinds của một nhóm, hoặc bỏ khỏi hình thức khen thưởng',
    'Add "{x}" to the subjectKinds of one group, or take it from the award',
  ),
  CRITERION_UNUSED: warning(
    'Tiêu chí “{x}” không thuộc nhóm đối tượng nào',
    'Criterion "{x}" is in no group of subjects',
    'Thêm vào criteria của một nhóm subjectGroups, nếu không tiêu chí không được xét',
    'Add it to the criteria of a group, otherwise nobody is judged by it',
  ),
  CRITERION_LEVEL_UNKNOWN: error(
    'Mức tối thiểu “{x}” không có trong các mức của tiêu chí “{y}”',
    'Least level "{x}" is none of the levels of criterion "{y}"',
    'Ghi leastLevel bằng khóa của một mức trong levels; mức thấp nhất đứng trước',
    'Let leastLevel be the key of one of the levels; the lowest comes first',
  ),
  CRITERION_COUNT_UNSET: error(
    'Tiêu chí “{x}” đòi “nhiều” nhưng chưa có số tối thiểu và không có câu hỏi mở',
    'Criterion "{x}" asks for many without saying how many, and no open question asks',
    'Ghi count.least, hoặc thêm câu hỏi mở có about: {y}',
    'Give count.least, or add an open question with about: {y}',
  ),
  ALTERNATIVE_ALONE: warning(
    'Tiêu chí “{x}” là phương án của “{y}” nhưng không có phương án nào khác',
    'Criterion "{x}" is an alternative of "{y}" that has no other',
    'Thêm tiêu chí cùng anyOf, hoặc bỏ anyOf',
    'Add a criterion with the same anyOf, or drop anyOf',
  ),
  DOCUMENT_TWICE: error(
    'Văn bản số “{x}” được ghi hai lần, lần đầu là “{y}”',
    'Document number "{x}" stands in the register twice, first as "{y}"',
    'Ghi một lần; thêm đoạn trích thứ hai vào quotes của văn bản đã có',
    'Register it once; add the second passage to the quotes of the first entry',
  ),
  DISTRIBUTION_TO_NOBODY: error(
    'Nơi nhận “{x}” phải xác nhận nhưng không nêu đơn vị nào trong hệ thống',
    'Recipient "{x}" is to acknowledge but names no unit of the organisation',
    'Nêu to, hoặc đặt acknowledge: false',
    'Name whom in to, or set acknowledge: false',
  ),
  COMMITTEE_WITHOUT_CHAIR: error(
    'Ban chỉ đạo “{x}” cần đúng một Trưởng ban, tìm thấy {y}',
    'Steering committee "{x}" needs exactly one chair, found {y}',
    'Ghi function: chair cho một thành viên',
    'Give function: chair to one member',
  ),
  PROMPT_ROUND_NOT_SHORT: error(
    'Đợt “{x}” để khen đột xuất không phải là đợt kind: prompt theo đường rút gọn',
    'Round "{x}" for prompt commendation is no round of kind prompt on the short route',
    'Nêu một đợt có kind: prompt và route: short',
    'Name a round with kind: prompt and route: short',
  ),
} as const;
