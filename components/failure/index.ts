export { Failure } from './Failure';
export { retryBy } from './retry-by';
export { StoreBanner } from './StoreBanner';
