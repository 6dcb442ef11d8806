/** A stage of service, as the standard orders them. */
export const moments = [
  'workplace',
  'noticing',
  'greeting',
  'listening',
  'plain-language',
  'transferring',
  'ending',
] as const;
export type Moment = (typeof moments)[number];

/** How the client and the clerk meet. */
export const channels = ['desk', 'phone-in', 'phone-out', 'letter'] as const;
export type Channel = (typeof channels)[number];

/** One numbered duty of the office's own text. */
export interface Provision {
  /** `sok.<section>.<number>` for the service standard, `ke.<paragraph>.<number>` for the code of ethics. */
  id: string;
  /** The section as the source names it, e.g. „telefon do Klienta”, „§ 7 (Jawność)”. */
  section: string;
  /** The number of the duty within its section. */
  number: number;
  /** The text, verbatim but for the scan errors listed in `mended`; sub-points stay on lines of their own. */
  text: string;
  /** How to cite it, e.g. „Standard Obsługi Klienta, telefon do Klienta, pkt 1”. */
  citation: string;
  moment?: Moment;
  channels?: Channel[];
  /** Scan errors of the source that `text` corrects. */
  mended?: { source: string; text: string; reason: string }[];
}
