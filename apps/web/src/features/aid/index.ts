export { ClientAid } from './components/client-aid';
export { DueAid } from './components/due-aid';
export { MyAid } from './components/my-aid';
export { OpenedAid } from './components/opened-aid';
