export { type Channel, channels, type Moment, moments, type Provision } from './provision';
export { provisionById, provisions } from './provisions';
