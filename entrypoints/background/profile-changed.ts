import { tellReaders } from './answer-reader';
import { refreshStrips } from './show-strips';

/** Another profile is in force, and no screen of ours said so: readers and strips go by it from now on. */
export async function profileChanged(): Promise<void> {
  await tellReaders();
  await refreshStrips();
}
