import { createContext } from 'react';

/** How a form tells the drawer around it that something was typed. */
export const DirtyContext = createContext<(isDirty: boolean) => void>(() => undefined);
