import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { startI18n } from './lib/i18n/start-i18n';
import './styles/base.css';
import './styles/controls.css';
import './styles/surfaces.css';
import './styles/figures.css';
import './styles/dialogs.css';
import './styles/sign-in.css';
import './styles/over-page.css';

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no #root.');
  await startI18n();
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

void start();
