export { useStored } from './use-stored';
