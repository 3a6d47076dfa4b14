/** A name that every file system takes: letters, digits and dashes, and the day. */
export function fileName(title: string, extension: string, day: Date): string {
  const words = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return `${words === '' ? 'dangbo' : words}-${day.toISOString().slice(0, 10)}.${extension}`;
}
