export { FiguresSection } from './FiguresSection';
export { t } from './words';
