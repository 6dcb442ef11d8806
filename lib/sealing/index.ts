export { type Box, newKey, open, shut } from './box';
