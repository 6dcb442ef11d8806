/** What was given to a colleague and is not confirmed yet: until then it is the clerk's. */
export interface Offered {
  /** Ids of the promises. */
  ids: string[];
  to: string;
}
