export { MemberList as MembersPage } from '../../features/members';
