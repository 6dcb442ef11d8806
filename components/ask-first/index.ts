export { AskFirst } from './AskFirst';
