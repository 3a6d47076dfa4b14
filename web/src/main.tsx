import 'graphiql/setup-workers/vite';
import './style/fonts.css';
import '@graphiql/react/style.css';
import 'graphiql/graphiql.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import '@graphiql/plugin-explorer/style.css';
import './style/page.css';
import './style/results.css';
import './style/gallery.css';
import './style/explorer.css';
import { createRoot } from 'react-dom/client';
import { AccessProvider } from './app/AccessProvider.tsx';
import { App } from './app/App.tsx';
import { LanguageProvider } from './language/LanguageProvider.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no element #root to draw into.');
createRoot(root).render(
  <LanguageProvider>
    <AccessProvider>
      <App />
    </AccessProvider>
  </LanguageProvider>,
);
