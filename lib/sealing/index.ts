export { type Box, keyOf, newKey, open, shut } from './box';
