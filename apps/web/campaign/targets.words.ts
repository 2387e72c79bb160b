import { catalogue } from '../shared/words/catalogue.js';

export const targetsWords = catalogue(
  {
    title: 'Kết quả so với chỉ tiêu',
    asOf: (day: string) => `Tính đến ngày ${day}, theo báo cáo đã nộp.`,
    none: 'Văn bản không nêu chỉ tiêu bằng số',
    due: 'Đến ngày',
    wanted: 'Cần đạt',
    reached: 'Đã đạt',
    gap: 'Còn thiếu',
    verdict: 'Đánh giá',
    met: 'đạt',
    notMet: 'chưa đạt, đã hết hạn',
    notYet: 'chưa đến hạn',
    notAssessable: 'chưa đánh giá được',
    stretch: 'phấn đấu',
    noReport: 'chưa có báo cáo',
    openQuestion: 'Văn bản chưa rõ cách tính; xem mục Điểm cần làm rõ.',
    plot: (name: string, reached: string, wanted: string) =>
      `Đồ thị ${name}: đã đạt ${reached}, cần đạt ${wanted}. Số liệu ở bảng kèm theo.`,
    nothing: 'chưa có',
  },
  {
    title: 'Results against targets',
    asOf: (day) => `As of ${day}, from the reports that are in.`,
    none: 'The document sets no targets in numbers',
    due: 'By',
    wanted: 'Wanted',
    reached: 'Reached',
    gap: 'Missing',
    verdict: 'Judged',
    met: 'met',
    notMet: 'not met, its day has passed',
    notYet: 'not due yet',
    notAssessable: 'cannot be judged yet',
    stretch: 'aspired to',
    noReport: 'nothing reported',
    openQuestion: 'The document leaves open how it is counted; see Open questions.',
    plot: (name, reached, wanted) =>
      `Plot of ${name}: ${reached} reached, ${wanted} wanted. The table beside it has the figures.`,
    nothing: 'nothing yet',
  },
);
