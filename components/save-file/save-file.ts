/**
 * Has the browser save a text as a file, byte for byte in UTF-8.
 *
 * @param fileName stays in the browser's list of downloads: nothing of a client may stand in it
 */
export function saveFile(text: string, fileName: string, type = 'application/json'): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // Once the browser has begun to save.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
