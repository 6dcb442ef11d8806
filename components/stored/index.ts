export { useSetAside } from './use-set-aside';
export { useStored } from './use-stored';
