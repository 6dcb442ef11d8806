export { type Examined, HealthSection } from './HealthSection';
