export { Failure } from './Failure';
export { StoreBanner } from './StoreBanner';
