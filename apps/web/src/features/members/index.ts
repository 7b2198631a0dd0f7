export { MemberList } from './components/member-list';
export { SamePerson } from './components/same-person';
