// The page-side door: what the script in a page needs.
export type { PageAnswer } from './candidates';
export type { Pointed, PointOrder } from './pointed';
export { elementAt, placesIn, pointedAt } from './pointed-at';
