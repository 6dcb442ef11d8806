export { Tick } from './Tick';
