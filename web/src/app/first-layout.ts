/** The parts of the width, first to second, that a newcomer finds: questions narrow, answers wide. GraphiQL keeps them under these names. */
const FIRST: Readonly<Record<string, string>> = {
  'graphiql:docExplorerFlex': '0.27',
  'graphiql:editorFlex': '0.45',
};

/** Writes the first layout for those who have not moved anything yet. */
export function setFirstLayout(storage: Storage): void {
  for (const [key, value] of Object.entries(FIRST)) if (storage.getItem(key) === null) storage.setItem(key, value);
}
