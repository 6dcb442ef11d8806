export { EndingTab, type EndingTabProps } from './EndingTab';
export { useAskedEnding, type WayOfEnding } from './use-asked-ending';
