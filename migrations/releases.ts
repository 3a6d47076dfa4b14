/** The newest migration of each release: from any of them a database goes forward to today, and back. */
export const RELEASES: Readonly<Record<string, string>> = {
  '0.1.0': 'Migration20261122000700SourceJournal',
};
