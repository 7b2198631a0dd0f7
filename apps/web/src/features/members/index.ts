export { MemberList } from './components/member-list';
