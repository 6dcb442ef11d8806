export { EraseAll } from './EraseAll';
export { KeptTable, type KeptTableProps, type Measuring } from './KeptTable';
export { type FoundData, PersonSection } from './PersonSection';
export { SetAsideSection } from './SetAsideSection';
export { t } from './words';
