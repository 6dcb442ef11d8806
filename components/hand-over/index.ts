export { HandOverDesk, type HandOverDeskProps } from './HandOverDesk';
export type { Offered } from './offered';
