import { useEffect, useRef } from 'react';

/** What each key does; names are those of KeyboardEvent.key, letters in lower case. */
export type KeyMap = Readonly<Record<string, () => void>>;

const TYPING = 'input, textarea, select, [contenteditable="true"]';
const ACTS_BY_ITSELF = 'a, button, summary, [role="button"]';

function isTaken(event: KeyboardEvent): boolean {
  const { target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof Element)) return true;
  if (document.querySelector('[role="dialog"][aria-modal="true"], dialog[open]') !== null) return true;
  const isChoice = target.matches('input[type="checkbox"], input[type="radio"]');
  if (target.matches(TYPING) && !isChoice) return true;
  return event.key === 'Enter' && target.closest(ACTS_BY_ITSELF) !== null;
}

/** Keys of a page: off while typing and while a dialog is open. */
export function useKeys(keys: KeyMap): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const act = latest.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (act === undefined || isTaken(event)) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
