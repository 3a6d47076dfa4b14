import { useGraphiQL } from '@graphiql/react';
import { useEffect, useState } from 'react';
import type { JSX } from 'react';
import { copyText } from '../export/copy.ts';
import { downloadCsv, downloadXlsx } from '../export/download.ts';
import { toTabs } from '../export/separated.ts';
import type { Sheet } from '../export/sheet.ts';
import { useSpeech } from '../language/LanguageProvider.tsx';
import { toFragment } from '../question/share.ts';

/** How long a button says that it has done its work, in milliseconds. */
const SAID_FOR = 1_600;

/** The ways to take along what is seen: clipboard, CSV, Excel, a link to the question. */
export function ExportButtons({ sheet, title }: { readonly sheet: Sheet; readonly title: string }): JSX.Element {
  const { say } = useSpeech();
  const [done, setDone] = useState<'copy' | 'share' | null>(null);
  const { queryEditor, variableEditor } = useGraphiQL((state) => ({
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
  }));
  useEffect(() => {
    if (done === null) return undefined;
    const timer = setTimeout(() => setDone(null), SAID_FOR);
    return (): void => clearTimeout(timer);
  }, [done]);

  const share = async (): Promise<void> => {
    const fragment = toFragment({ query: queryEditor?.getValue() ?? '', variables: variableEditor?.getValue() ?? '' });
    await copyText(new URL(fragment, document.baseURI).href);
    setDone('share');
  };
  const copy = async (): Promise<void> => {
    await copyText(toTabs(sheet));
    setDone('copy');
  };

  return (
    <div className="exports">
      <button type="button" onClick={() => void copy()}>
        {done === 'copy' ? say.copied : say.copy}
      </button>
      <button type="button" title={say.downloadCsv} onClick={() => downloadCsv(sheet, title)}>
        {say.csv}
      </button>
      <button type="button" title={say.downloadXlsx} onClick={() => void downloadXlsx(sheet, title)}>
        {say.xlsx}
      </button>
      <button type="button" title={say.shareHelp} onClick={() => void share()}>
        {done === 'share' ? say.shared : say.share}
      </button>
    </div>
  );
}
