export { EndingTab, type EndingTabProps } from './EndingTab';
export { type EndingList, endingLists } from './ending-lists';
