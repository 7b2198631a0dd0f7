/**
 * Fetch options of what the page asks by itself: the header says that nobody need be at it, so that it keeps no session
 * alive.
 */
export const IN_BACKGROUND: RequestInit = {
  credentials: 'same-origin',
  headers: { 'x-tonggong-background': '1' },
};
