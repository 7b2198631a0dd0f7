import type { ReactNode } from 'react';
import { MemberList, SamePerson } from '../../features/members';
import { SecondPersonNote } from '../../features/second-person';

/** Who works here, and which accounts belong to one person. */
export function MembersPage(): ReactNode {
  return (
    <>
      <SecondPersonNote />
      <MemberList />
      <SamePerson />
    </>
  );
}
