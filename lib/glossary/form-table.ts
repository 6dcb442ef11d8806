/** Start of a word’s hash; each letter is mixed in by `mixed`. */
export const noLetters = 0x811c9dc5 | 0;

export function mixed(hash: number, letter: number): number {
  return Math.imul(hash ^ letter, 0x01000193);
}

/** Finds by the hash of a word which form it may be, with no text cut out of the page. */
export class FormTable {
  readonly forms: string[] = [];
  readonly #indexes = new Map<string, number>();
  #hashes = new Int32Array(0);
  #places = new Int32Array(0);

  /** @returns the form’s index, from 1 on */
  add(form: string): number {
    const known = this.#indexes.get(form);
    if (known !== undefined) return known;
    const index = this.forms.push(form);
    this.#indexes.set(form, index);
    return index;
  }

  indexOf(form: string): number {
    return this.#indexes.get(form) ?? 0;
  }

  /** To be called once all forms are in. */
  close(): { hashes: Int32Array; places: Int32Array } {
    let size = 1024;
    // Three places of four stay empty: nearly every word of a text is none of the forms, and falls on one.
    while (size < this.forms.length * 4) size *= 2;
    this.#hashes = new Int32Array(size);
    this.#places = new Int32Array(size);
    this.forms.forEach((form, i) => {
      let hash = noLetters;
      for (let at = 0; at < form.length; at += 1) hash = mixed(hash, form.charCodeAt(at));
      let place = placeOf(hash, size);
      while (this.#places[place] !== 0) place = (place + 1) & (size - 1);
      this.#hashes[place] = hash;
      this.#places[place] = i + 1;
    });
    return { hashes: this.#hashes, places: this.#places };
  }
}

export function placeOf(hash: number, size: number): number {
  return (hash ^ (hash >>> 15)) & (size - 1);
}
