export { Failure } from './Failure';
export { RetryButton } from './RetryButton';
export { retryBy } from './retry-by';
export { SetAsideBanner } from './SetAsideBanner';
export { StoreBanner } from './StoreBanner';
