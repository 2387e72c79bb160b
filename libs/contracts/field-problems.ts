/** One field at fault, in both languages. */
export interface FieldProblem {
  readonly field: string;
  readonly messageVi: string;
  readonly messageEn: string;
}

/** What zod says about one field. The Standard Schema interface promises the path and the message; zod adds the rest. */
export interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  readonly code?: string;
  readonly expected?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly origin?: string;
  readonly format?: string;
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
}

interface Words {
  readonly vi: string;
  readonly en: string;
}

const TYPES_VI: Readonly<Record<string, string>> = {
  string: 'chữ',
  number: 'số',
  int: 'số nguyên',
  boolean: 'đúng/sai',
  array: 'danh sách',
  object: 'đối tượng',
  record: 'đối tượng',
};

function sized(issue: SchemaIssue, vi: 'ít nhất' | 'nhiều nhất', en: 'at least' | 'at most', size: string): Words {
  switch (issue.origin) {
    case 'string':
      return { vi: `Cần ${vi} ${size} ký tự.`, en: `Needs ${en} ${size} character(s).` };
    case 'array':
      return { vi: `Cần ${vi} ${size} mục.`, en: `Needs ${en} ${size} item(s).` };
    default:
      return { vi: `Giá trị phải ${vi} là ${size}.`, en: `Must be ${en} ${size}.` };
  }
}

function wordsOf(issue: SchemaIssue): Words {
  switch (issue.code) {
    case 'invalid_type': {
      const expected = issue.expected ?? '';
      return {
        vi: `Thiếu hoặc sai kiểu; cần ${TYPES_VI[expected] ?? expected}.`,
        en: `Missing or of the wrong type; expected ${expected}.`,
      };
    }
    case 'too_small':
      if (issue.origin === 'string' && Number(issue.minimum) === 1)
        return { vi: 'Không được để trống.', en: 'Must not be empty.' };
      return sized(issue, 'ít nhất', 'at least', String(issue.minimum));
    case 'too_big':
      return sized(issue, 'nhiều nhất', 'at most', String(issue.maximum));
    case 'invalid_format':
      return { vi: 'Sai định dạng.', en: `Wrong format: ${issue.message}.` };
    case 'unrecognized_keys': {
      const keys = (issue.keys ?? []).join(', ');
      return { vi: `Trường không được nhận: ${keys}.`, en: `Not taken: ${keys}.` };
    }
    case 'invalid_value': {
      const values = (issue.values ?? []).map(String).join(', ');
      return { vi: `Chỉ nhận một trong: ${values}.`, en: `Must be one of: ${values}.` };
    }
    default:
      return { vi: 'Giá trị không hợp lệ.', en: issue.message };
  }
}

const MOST = 50;

/** Every field at fault in both languages; a flood of them is cut, for nobody reads the hundredth. */
export function fieldProblems(issues: readonly SchemaIssue[]): readonly FieldProblem[] {
  return issues.slice(0, MOST).map((issue) => {
    const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.');
    const field = issue.code === 'unrecognized_keys' ? [path, issue.keys?.[0]].filter(Boolean).join('.') : path;
    const { vi, en } = wordsOf(issue);
    return { field, messageVi: vi, messageEn: en };
  });
}
