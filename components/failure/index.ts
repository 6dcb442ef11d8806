export { Failure } from './Failure';
