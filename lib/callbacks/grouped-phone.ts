/** Beginnings of Polish mobile numbers (UKE, plan numeracji krajowej). */
const mobile = /^(45|5[01367]|6[069]|7[2389]|88)/;

/** A number as it is read aloud: `600 123 456`, `24 236 01 23`; any other as it stands. @param phone E.164, or as typed */
export function groupedPhone(phone: string): string {
  const [, polish] = /^\+48(\d{9})$/.exec(phone) ?? [];
  const groups =
    polish && (mobile.test(polish) ? /(\d{3})(\d{3})(\d{3})/ : /(\d\d)(\d{3})(\d\d)(\d\d)/).exec(polish);
  return groups ? groups.slice(1).join(' ') : phone;
}
