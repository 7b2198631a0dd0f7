import { installBrowser } from '../lib/browser.mjs';
import { Fault } from '../lib/fault.mjs';
import { step } from '../lib/steps.mjs';

/** `npm run browser:install`: the browser and the font that the browser tests need. */
export async function main() {
  const browser = await step('browser and Chinese font', async (note) => {
    const found = await installBrowser();
    note(found ?? 'not to be had');
    return found;
  });
  if (browser === null) {
    throw new Fault(
      'This user may not install packages: install Chromium and Noto Sans CJK yourself, and set CHROMIUM when it is not on PATH.',
    );
  }
  return 0;
}
