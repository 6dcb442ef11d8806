export { EraseAll } from './EraseAll';
export { KeptTable } from './KeptTable';
export { type FoundData, PersonSection } from './PersonSection';
export { t } from './words';
