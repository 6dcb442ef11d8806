/**
 * Has the browser save a file: a text byte for byte in UTF-8, or bytes as they are.
 *
 * @param fileName stays in the browser's list of downloads: nothing of a client may stand in it
 */
export function saveFile(content: BlobPart, fileName: string, type = 'application/json'): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // Once the browser has begun to save.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
