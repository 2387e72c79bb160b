import { catalogue } from '../shared/words/catalogue.js';

export const nominationWords = catalogue(
  {
    route: 'Quy trình xét',
    stepPassed: 'Đã qua',
    stepOpen: 'Đang ở bước này',
    stepAhead: 'Chưa đến',
  },
  {
    route: 'The way of the dossier',
    stepPassed: 'Passed',
    stepOpen: 'The dossier is here',
    stepAhead: 'Ahead',
  },
);
