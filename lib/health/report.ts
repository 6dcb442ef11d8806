import { type Check, type CheckId, isTroubling, type Standing, type Troubling } from './examine';

/** The words of a report, in the clerk's language. */
export interface ReportWords {
  title: string;
  /** That nobody's data stands in it. */
  assurance: string;
  standing(standing: Standing): string;
  name(id: CheckId): string;
  says(check: Check): string;
  /** What to do. */
  advice(finding: Troubling): string;
}

/** The text of a report for the administrator: what is shown, to the letter. */
export function reportOf(checks: readonly Check[], at: Date, words: ReportWords): string {
  const lines = checks.flatMap((check) => {
    const said = `[${words.standing(check.standing)}] ${words.name(check.id)}: ${words.says(check)}`;
    return isTroubling(check.finding) ? [said, `    → ${words.advice(check.finding)}`] : [said];
  });
  return [words.title, at.toISOString(), words.assurance, '', ...lines, ''].join('\n');
}
