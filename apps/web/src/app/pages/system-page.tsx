export { SystemBoard as SystemPage } from '../../features/system';
