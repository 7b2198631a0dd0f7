export { JobsBoard as JobsPage } from '../../features/jobs';
