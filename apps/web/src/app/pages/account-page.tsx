export { AccountBoard as AccountPage } from '../../features/account';
