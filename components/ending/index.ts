export { EndingTab } from './EndingTab';
export { endingLists } from './ending-lists';
