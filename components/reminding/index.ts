export { RemindingSection } from './RemindingSection';
