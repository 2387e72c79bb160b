import { catalogue } from '../words/catalogue.js';

/** What is said of a form that is kept on the server while it is filled in. */
export const draftWords = catalogue(
  {
    saved: (at: string) => `Đã lưu nháp lúc ${at}`,
    failed: 'Chưa lưu được nháp; vẫn còn trên trang này',
  },
  {
    saved: (at) => `Draft saved at ${at}`,
    failed: 'The draft could not be saved; it is still on this page',
  },
);
