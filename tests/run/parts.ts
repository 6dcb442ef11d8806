import { readFileSync } from 'node:fs';
import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';

/** A package of which something stands in what was built, e.g. `react@19.3.1`, with where it lies. */
export interface Part {
  name: string;
  version: string;
  licence: string;
  folder: string;
}

/** The packages that the builds for these browsers hold; each build writes what it took (wxt.config.ts). */
export function partsOf(browsers: string[]): Part[] {
  const folders = new Set(
    browsers.flatMap(
      (browser) => JSON.parse(readFileSync(`.output/${browser}-parts.json`, 'utf8')) as string[],
    ),
  );
  return [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    return { name, version, licence: license, folder };
  });
}

/** The parts as a CycloneDX bill of materials, in JSON; without a time, so that it is the same each time it is made. */
export function partsList(browsers: string[]): string {
  const { name, version, license, description } = JSON.parse(readFileSync('package.json', 'utf8'));
  const licences = (id: string) => new Models.LicenseRepository([new Models.SpdxLicense(id)]);
  const obok = new Models.Component(Enums.ComponentType.Application, name, {
    version,
    description,
    bomRef: name,
    licenses: licences(license),
  });
  const parts = partsOf(browsers).map(
    (part) =>
      new Models.Component(Enums.ComponentType.Library, part.name, {
        version: part.version,
        bomRef: `${part.name}@${part.version}`,
        purl: `pkg:npm/${part.name.replace('@', '%40')}@${part.version}`,
        licenses: licences(part.licence),
      }),
  );
  for (const { bomRef } of parts) obok.dependencies.add(bomRef);
  const bill = new Models.Bom({
    version: 1,
    metadata: new Models.Metadata({ component: obok }),
    components: new Models.ComponentRepository(parts),
  });
  const written = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
  return `${written.serialize(bill, { sortLists: true, space: 2 })}\n`;
}
