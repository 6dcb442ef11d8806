export { useChosenFile } from './use-chosen-file';
