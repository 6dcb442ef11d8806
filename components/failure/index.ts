export { Failure } from './Failure';
export { RetryButton } from './RetryButton';
export { retryBy } from './retry-by';
export { StoreBanner } from './StoreBanner';
