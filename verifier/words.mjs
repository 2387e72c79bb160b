/** What the verifier says, in Vietnamese and English. `{name}` is filled in. */
const WORDS = {
  key: [
    'Khóa của nhật ký {origin} đúng là khóa bạn tin cậy, hoặc do khóa đó giới thiệu',
    'The key of the log {origin} is the one you trust, or one it vouches for',
  ],
  bytes: [
    'Không một byte nào của tệp bị thay đổi từ khi được ký',
    'No byte of the file has changed since it was signed',
  ],
  checkpoint: [
    'Trạng thái nhật ký với {size} sự kiện đã được ký (gốc {root})',
    'The state of the log with {size} facts was signed (root {root})',
  ],
  witness: ['Nhân chứng {name} đã thấy trạng thái này lúc {at}', 'The witness {name} saw this state at {at}'],
  events: [
    '{count} sự kiện nằm trong nhật ký đúng vị trí đã nêu',
    '{count} facts are in the log, each at the place it names',
  ],
  payloads: ['Nội dung từng sự kiện đúng như khi ghi nhận', 'The content of each fact is what was recorded'],
  texts: [
    '{count} đoạn văn bản được mở đúng là đoạn đã niêm phong khi ghi nhận',
    '{count} opened texts are the ones that were sealed when recorded',
  ],
  order: [
    'Đúng thứ tự, không lặp, không thiếu: {facts} sự kiện của hồ sơ từ đầu đến trạng thái này',
    'In order, nothing twice, no gap: {facts} facts of the nomination up to this state',
  ],
  rules: [
    '{count} quy định được dẫn đúng nguyên văn dữ liệu quy định đã nạp trước khi xét',
    '{count} rules cited stand word for word in the rule data that was in force when they were applied',
  ],
  documents: ['{count} tài liệu đúng là tài liệu đã nộp', '{count} documents are the ones that were handed in'],
  earlier: [
    'Nhật ký nối tiếp {count} trạng thái đã ký trước đó kèm theo',
    'The log continues the {count} earlier signed states enclosed',
  ],
  held: [
    'Nhật ký nối tiếp đúng trạng thái bạn giữ ({size} sự kiện): không bị cắt, không bị viết lại',
    'The log continues the state you hold ({size} facts): neither cut nor rewritten',
  ],

  'open-key': [
    'Chưa chứng minh khóa là của ai: tệp tự nêu khóa {key}. Lấy khóa từ nguồn tin cậy rồi dùng --key',
    'Whose key it is: the file itself names {key}. Get the key from a source you trust and use --key',
  ],
  'open-key-change': [
    'Khóa {key} được đưa vào không có xác nhận của khóa trước',
    'The key {key} was put in place without the word of the one before',
  ],
  'open-witness': [
    'Chữ ký của nhân chứng {name} chưa kiểm tra: cần khóa của nhân chứng (--witness)',
    'The line of the witness {name} was not checked: its key is needed (--witness)',
  ],
  'open-erased': [
    '{count} sự kiện của người đã được xóa dữ liệu: mã băm có muối không kiểm tra được nữa, mã băm của bản niêm phong thì được',
    '{count} facts of an erased person: their salted digest can no longer be checked, that of the sealed form can',
  ],
  'open-sealed': [
    '{count} đoạn văn bản vẫn niêm phong (đã xóa, hoặc của người khác)',
    '{count} texts stay sealed (erased, or about somebody else)',
  ],
  'open-report': [
    'Lời của báo cáo ({count} mục) là lời của bên xuất tệp; từng mục dẫn đúng sự kiện đã chứng minh',
    'The words of the report ({count} entries) are those of whoever made the file; each entry points at a proven fact',
  ],
  'open-documents': [
    '{count} tài liệu chưa được đối chiếu (--documents)',
    '{count} documents were not compared (--documents)',
  ],
  'open-erased-documents': [
    '{count} tài liệu của người đã được xóa dữ liệu không còn để đối chiếu',
    '{count} documents of an erased person are there no more to be compared',
  ],
  'open-held': [
    'Chưa đối chiếu với trạng thái nhật ký giữ từ trước (--checkpoint): quản trị có thể đã viết lại toàn bộ',
    'Not compared with a state of the log kept from earlier (--checkpoint): administrators could have rewritten all of it',
  ],
  'open-truth': [
    'Không chứng minh nội dung là đúng sự thật, chỉ chứng minh đã được ghi nhận như vậy',
    'Not that what was recorded is true, only that it was recorded so',
  ],
  'open-later': [
    'Không chứng minh điều xảy ra sau sự kiện cuối cùng trong tệp: bên giữ khóa có thể bỏ bớt các sự kiện mới nhất; hãy so với một tệp xuất sau',
    'Nothing after the last fact in the file: whoever holds the key could leave out the newest ones; compare with a later file',
  ],
  'open-before': [
    'Không chứng minh điều gì trước trạng thái đầu tiên mà người ngoài giữ',
    'Nothing about the time before the first state somebody outside has kept',
  ],

  malformed: ['Tệp hỏng: {where}', 'The file is damaged: {where}'],
  'not-canonical': [
    'Tệp không ở dạng chuẩn duy nhất (RFC 8785)',
    'The file is not in its one canonical form (RFC 8785)',
  ],
  'not-a-bundle': ['Không phải tệp chứng minh của Vinh Danh', 'Not a bundle of Vinh Danh'],
  'no-events': ['Không có sự kiện nào', 'It holds no facts'],
  'bad-key': ['Khóa sai tại {where}', 'Not a key of this log at {where}'],
  'key-not-of-log': [
    'Tệp không được ký bằng khóa bạn tin cậy: {where}',
    'The file was not signed with the key you trust: {where}',
  ],
  'bad-endorsement': ['Lời giới thiệu khóa sai tại {where}', 'A false endorsement at {where}'],
  'key-not-vouched-for': [
    'Khóa tại {where} không được khóa bạn tin cậy giới thiệu',
    'The key at {where} is not vouched for by the one you trust',
  ],
  'bytes-changed': ['Tệp đã bị thay đổi sau khi ký', 'The file was changed after it was signed'],
  'seal-not-signed': ['Chữ ký niêm phong tệp sai', 'The signature over the file is false'],
  'checkpoint-not-signed': ['Trạng thái nhật ký không có chữ ký đúng', 'The state of the log is not signed by its key'],
  'bad-witness-key': ['Không phải khóa nhân chứng: {where}', 'Not the key of a witness: {where}'],
  'witness-missing': [
    'Nhân chứng {where} không ký trạng thái này, hoặc chữ ký giả',
    'The witness {where} has not signed this state, or its line is false',
  ],
  'salt-of-nothing': ['Muối băm không thuộc sự kiện nào: {where}', 'A salt that belongs to no fact: {where}'],
  'unknown-part': ['Phần lạ trong tệp tại {where}', 'A part that does not belong there, at {where}'],
  'bad-proof': ['Chứng minh hỏng tại {where}', 'A damaged proof at {where}'],
  'not-in-log': ['Sự kiện {where} không nằm trong nhật ký như đã nêu', 'Fact {where} is not in the log as it is shown'],
  'payload-changed': ['Nội dung sự kiện {where} đã bị thay đổi', 'The content of fact {where} was changed'],
  'text-of-nothing': ['Văn bản không thuộc sự kiện nào: {where}', 'A text that belongs to no fact: {where}'],
  'text-changed': ['Văn bản đã bị thay đổi: {where}', 'A text was changed: {where}'],
  'out-of-order': ['Sự kiện lặp hoặc sai thứ tự tại {where}', 'A fact twice or out of order at {where}'],
  'missing-event': ['Thiếu sự kiện trước {where}', 'A fact is missing before {where}'],
  'rule-changed': ['Quy định đã bị thay đổi: {where}', 'A rule was changed: {where}'],
  'rule-missing': ['Thiếu quy định được dẫn: {where}', 'A rule that is cited is missing: {where}'],
  'rule-of-nothing': ['Quy định không được sự kiện nào dẫn: {where}', 'A rule that no fact cites: {where}'],
  'report-differs': ['Báo cáo không khớp các sự kiện', 'The report does not match the facts'],
  'document-missing': [
    'Thiếu tài liệu, hoặc tài liệu đã bị thay đổi: {where}',
    'A document is missing or was changed: {where}',
  ],
  'document-unknown': ['Tài liệu không thuộc hồ sơ này: {where}', 'A document that is not of this nomination: {where}'],
  'earlier-not-continued': [
    'Nhật ký không nối tiếp trạng thái đã ký tại {where}',
    'The log does not continue the signed state at {where}',
  ],
  'held-not-of-log': ['Trạng thái bạn giữ không phải của nhật ký này', 'The state you hold is not one of this log'],
  'held-is-newer': [
    'Trạng thái bạn giữ ({where} sự kiện) mới hơn tệp: hãy xuất lại tệp',
    'The state you hold ({where} facts) is newer than the file: have it exported again',
  ],
  'held-without-proof': [
    'Tệp không kèm chứng minh cho trạng thái bạn giữ ({where} sự kiện): hãy xuất lại với --since',
    'The file holds no proof for the state you hold ({where} facts): have it exported again with --since',
  ],
  'log-rewritten': [
    'NHẬT KÝ ĐÃ BỊ VIẾT LẠI: không nối tiếp trạng thái bạn giữ ({where} sự kiện)',
    'THE LOG WAS REWRITTEN: it does not continue the state you hold ({where} facts)',
  ],
};

export function words(code, values) {
  const [vi, en] = (WORDS[code] ?? [code, code]).map((text) =>
    text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? '')),
  );
  return { vi, en };
}
