export { RetentionBoard as RetentionPage } from '../../features/retention';
