export { NoticeBar } from './NoticeBar';
export { type Notice, type Perform, useNotice } from './use-notice';
