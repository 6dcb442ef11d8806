export { type Channel, channels, type Moment, moments, type Provision } from './provision';
