import { catalogue } from '../shared/words/catalogue.js';

export const signInWords = catalogue(
  {
    title: 'Đăng nhập',
    username: 'Tên đăng nhập',
    password: 'Mật khẩu',
    enter: 'Đăng nhập',
    forgotten: 'Quên mật khẩu: đề nghị quản trị của đơn vị cấp lại.',
    motto: 'Mọi việc đã làm đều được ghi lại và chứng minh được.',
    show: 'Hiện hoặc ẩn mật khẩu',
    languageOf: 'Ngôn ngữ',
  },
  {
    title: 'Sign in',
    username: 'User name',
    password: 'Password',
    enter: 'Sign in',
    forgotten: 'Forgotten the password? Ask the administrator of your unit.',
    motto: 'Everything done here is recorded and can be proven.',
    show: 'Show or hide the password',
    languageOf: 'Language',
  },
);
